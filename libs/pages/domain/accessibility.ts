import { accept, refuse, type Result } from '@buurtstem/shared-domain';
import { leadsSomewhere } from './page-text';

/**
 * How far a site has come, in the letters of the Dutch register of accessibility statements (Besluit digitale
 * toegankelijkheid overheid): A meets everything, B meets part of it, C has taken first measures, D does not meet it,
 * E has no statement yet.
 */
export const ACCESSIBILITY_STATUSES = ['A', 'B', 'C', 'D', 'E'] as const;
export type AccessibilityStatus = (typeof ACCESSIBILITY_STATUSES)[number];

export const CONTACT_LENGTH = { min: 0, max: 200 } as const;
export const AUDIT_URL_LENGTH = { min: 0, max: 300 } as const;

/** What a district says of its accessibility, and whom one can write to. */
export interface AccessibilityClaim {
  readonly status: AccessibilityStatus;
  /** An e-mail address; empty where the district gave none. */
  readonly contact: string;
  /** Where the report of the examination can be read; empty where there is none. */
  readonly auditUrl: string;
  readonly version: number;
}

/** What can be claimed without anybody having looked: our own tests, and no examination by others. */
export const FIRST_CLAIM: AccessibilityClaim = { status: 'C', contact: '', auditUrl: '', version: 0 };

const EMAIL = /^[^\s@<>",;]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i;

export type ClaimRefusal = 'email-not-valid' | 'audit-report-missing' | 'audit-report-not-valid';
export interface ClaimMistake {
  readonly field: 'contact' | 'auditUrl';
  readonly code: ClaimRefusal;
}

/** What is wrong with a claim: A and B may only be said with the report of a whole examination. */
export function mistakesInClaim({
  status,
  contact,
  auditUrl,
}: Omit<AccessibilityClaim, 'version'>): ClaimMistake[] {
  const mistakes: ClaimMistake[] = [];
  const [address, report] = [contact.trim(), auditUrl.trim()];
  if (address !== '' && !(EMAIL.test(address) && address.length <= CONTACT_LENGTH.max))
    mistakes.push({ field: 'contact', code: 'email-not-valid' });
  if (report !== '' && !(report.startsWith('https://') && leadsSomewhere(report)))
    mistakes.push({ field: 'auditUrl', code: 'audit-report-not-valid' });
  if (report === '' && (status === 'A' || status === 'B'))
    mistakes.push({ field: 'auditUrl', code: 'audit-report-missing' });
  return mistakes;
}

/** The claim that follows, where it is made with knowledge of the one before. */
export function claimNext(
  wanted: AccessibilityClaim,
  before: AccessibilityClaim,
): Result<AccessibilityClaim, 'version-conflict'> {
  if (wanted.version !== before.version) return refuse('version-conflict');
  return accept({
    status: wanted.status,
    contact: wanted.contact.trim(),
    auditUrl: wanted.auditUrl.trim(),
    version: before.version + 1,
  });
}
