const HERE = 'http://here';

/** An address on this site, with what it asks: never another host, however the text tries to look like a path. */
export function ownAddress(text: unknown, otherwise = '/'): string {
  if (typeof text !== 'string' || !text.startsWith('/') || !URL.canParse(text, HERE)) return otherwise;
  const { origin, pathname, search, hash } = new URL(text, HERE);
  // A path that starts with two slashes is another host once a browser follows it.
  return origin === HERE && !pathname.startsWith('//') ? pathname + search + hash : otherwise;
}

/** The address with these in its question instead of what was there under their names; null takes one out. */
export function asking(address: string, question: Readonly<Record<string, string | null>>): string {
  const { pathname, searchParams, hash } = new URL(address, HERE);
  for (const [name, value] of Object.entries(question)) {
    if (value === null) searchParams.delete(name);
    else searchParams.set(name, value);
  }
  const search = searchParams.toString();
  return pathname + (search && `?${search}`) + hash;
}
