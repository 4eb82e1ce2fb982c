/** The answer of a rule: what follows, or the code of the refusal. Rules do not throw. */
export type Result<T, Code extends string> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Code };

export function accept<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refuse<Code extends string>(refusal: Code): { readonly ok: false; readonly refusal: Code } {
  return { ok: false, refusal };
}

/** Closes an exhaustive `switch`: a new member of the union does not compile until it is handled. */
export function unreachable(value: never): never {
  throw new Error(`Not foreseen: ${JSON.stringify(value)}`);
}
