import type { Role } from '@buurtstem/shared-domain';

export interface StaffMember {
  readonly accountId: string;
  readonly displayName: string | null;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly hasSecondFactor: boolean;
  readonly lastSeenAt: string;
}

export interface StaffInvitation {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly invitedAt: string;
  readonly expiresAt: string;
}

export interface StaffList {
  readonly items: readonly StaffMember[];
  readonly invitations: readonly StaffInvitation[];
}

export interface AddressTable {
  readonly addresses: number;
  readonly neighbourhoods: number;
  readonly importedAt: string | null;
}

export interface LetterBatch {
  readonly id: string;
  readonly label: string;
  readonly size: number;
  readonly used: number;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
}

/** The only answer that ever holds the codes. */
export interface NewLetterBatch {
  readonly id: string;
  readonly label: string;
  readonly size: number;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly codes: readonly string[];
}

export interface AuditEntry {
  readonly actId: string;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  /** `done`, `cut-off`, or the code of the refusal. */
  readonly result: string;
  readonly network: string | null;
}

export interface AuditPage {
  readonly items: readonly AuditEntry[];
  readonly next: string | null;
}

export interface RetentionRun {
  readonly rule: string;
  readonly ranAt: string;
  readonly before: string;
  readonly removed: number;
}
