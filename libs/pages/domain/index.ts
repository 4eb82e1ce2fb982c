export {
  ACCESSIBILITY_STATUSES,
  AUDIT_URL_LENGTH,
  claimNext,
  CONTACT_LENGTH,
  FIRST_CLAIM,
  mistakesInClaim,
  type AccessibilityClaim,
  type AccessibilityStatus,
} from './accessibility';
export {
  isSlug,
  MAX_PAGES,
  mayRemove,
  mayRestore,
  mistakesIn,
  movePage,
  PAGE_LENGTHS,
  PAGE_STATES,
  slugFor,
  writePage,
  type Page,
  type PageState,
  type PageText,
  type WrittenPages,
} from './page';
export { blocksOf, leadsSomewhere, piecesIn, type Block, type Piece } from './page-text';
export { isStandardSlug, STANDARD_SLUGS, type StandardSlug } from './standard-slugs';
export { standardText } from './standard-text';
export type { SiteFacts } from './standard/facts';
