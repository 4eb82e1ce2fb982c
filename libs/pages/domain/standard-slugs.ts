/** Pages that every district has without anybody writing them; the law asks for the first two. */
export const STANDARD_SLUGS = ['toegankelijkheid', 'privacy', 'colofon'] as const;
export type StandardSlug = (typeof STANDARD_SLUGS)[number];

export function isStandardSlug(slug: string): slug is StandardSlug {
  return STANDARD_SLUGS.some((one) => one === slug);
}
