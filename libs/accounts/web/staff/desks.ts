import { isPermitted, type Permission, type RoleInDistrict } from '@buurtstem/shared-domain';

export interface Desk {
  /** Below the district's address. */
  readonly path: string;
  /** In the bar. */
  readonly words: string;
  readonly permission: Permission;
}

/** Every page for staff, in the order of the bar. */
export const DESKS: readonly Desk[] = [
  {
    path: 'griffie',
    words: 'Taken',
    permission: 'manage-agenda',
  },
  {
    path: 'griffie/vergaderingen',
    words: 'Vergaderingen',
    permission: 'plan-meeting',
  },
  {
    path: 'griffie/besluiten',
    words: 'Besluiten',
    permission: 'report-progress',
  },
  {
    path: 'griffie/stemmen',
    words: 'Stemmen',
    permission: 'examine-votes',
  },
  {
    path: 'griffie/papier',
    words: 'Papier',
    permission: 'enter-paper-votes',
  },
  {
    path: 'moderatie',
    words: 'Wachtrij',
    permission: 'moderate',
  },
  {
    path: 'moderatie/bezwaren',
    words: 'Bezwaren',
    permission: 'moderate',
  },
  {
    path: 'moderatie/besloten',
    words: 'Besloten',
    permission: 'moderate',
  },
  {
    path: 'moderatie/instellingen',
    words: 'Instellingen',
    permission: 'moderate',
  },
  {
    path: 'ambtenaar',
    words: 'Uitleg',
    permission: 'write-context-note',
  },
  {
    path: 'commissie',
    words: 'Stukken',
    permission: 'read-papers',
  },
  {
    path: 'redactie',
    words: 'Pagina’s',
    permission: 'write-pages',
  },
  {
    path: 'beheer/medewerkers',
    words: 'Medewerkers',
    permission: 'manage-staff',
  },
  {
    path: 'beheer/adressen',
    words: 'Adressen',
    permission: 'import-addresses',
  },
  {
    path: 'beheer/brieven',
    words: 'Brieven',
    permission: 'issue-letter-codes',
  },
  {
    path: 'beheer/logboek',
    words: 'Logboek',
    permission: 'read-audit-log',
  },
];

/** The desks that these roles open in this district. */
export function desksOf(roles: readonly RoleInDistrict[], district: string | null): readonly Desk[] {
  return DESKS.filter(({ permission }) => isPermitted(permission, roles, district));
}
