/** What names a proposal among all districts. */
export interface ProposalAddress {
  /** Slug of the district. */
  readonly district: string;
  /** Counts the district's proposals from 1. */
  readonly number: number;
}

/** What stands on a poster after `/p/`, short enough to type over: `west-12`. */
export function shortCode({ district, number }: ProposalAddress): string {
  return `${district}-${number}`;
}

/** The page of a proposal. */
export function pagePath({ district, number }: ProposalAddress): string {
  return `/${district}/plannen/${number}`;
}

/** The address for on paper. */
export function shortPath(address: ProposalAddress): string {
  return `/p/${shortCode(address)}`;
}

/** The small page that other sites show in a frame. */
export function widgetPath({ district, number }: ProposalAddress): string {
  return `/embed/${district}/${number}`;
}

/** Every way to write the address of a proposal on this site; people type capitals over from paper. */
const WRITTEN = [
  /^\/p\/(?<district>[a-z0-9-]{1,60})-(?<number>[1-9]\d{0,8})\/?$/i,
  /^\/embed\/(?<district>[a-z0-9-]{1,60})\/(?<number>[1-9]\d{0,8})\/?$/,
  /^\/(?<district>[a-z0-9-]{1,60})\/plannen\/(?<number>[1-9]\d{0,8})\/?$/,
];
const LANGUAGE = /^\/en(?=\/)/;

/** The proposal that a path of this site is about, in whichever language; null where it is about none. */
export function readPath(path: string): ProposalAddress | null {
  const bare = path.replace(LANGUAGE, '');
  for (const form of WRITTEN) {
    const { district, number } = form.exec(bare)?.groups ?? {};
    if (district && number) return { district: district.toLowerCase(), number: Number(number) };
  }
  return null;
}
