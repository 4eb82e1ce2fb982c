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
    words: $localize`Taken`,
    permission: 'manage-agenda',
  },
  {
    path: 'griffie/vergaderingen',
    words: $localize`Vergaderingen`,
    permission: 'plan-meeting',
  },
  {
    path: 'griffie/besluiten',
    words: $localize`Besluiten`,
    permission: 'report-progress',
  },
  {
    path: 'griffie/stemmen',
    words: $localize`Stemmen`,
    permission: 'examine-votes',
  },
  {
    path: 'griffie/papier',
    words: $localize`Papier`,
    permission: 'enter-paper-votes',
  },
  {
    path: 'moderatie',
    words: $localize`Wachtrij`,
    permission: 'moderate',
  },
  {
    path: 'moderatie/bezwaren',
    words: $localize`Bezwaren`,
    permission: 'moderate',
  },
  {
    path: 'moderatie/besloten',
    words: $localize`Besloten`,
    permission: 'moderate',
  },
  {
    path: 'moderatie/instellingen',
    words: $localize`Instellingen`,
    permission: 'moderate',
  },
  {
    path: 'ambtenaar',
    words: $localize`Uitleg`,
    permission: 'write-context-note',
  },
  {
    path: 'commissie',
    words: $localize`Stukken`,
    permission: 'read-papers',
  },
  {
    path: 'redactie',
    words: $localize`Pagina’s`,
    permission: 'write-pages',
  },
  {
    path: 'beheer/medewerkers',
    words: $localize`Medewerkers`,
    permission: 'manage-staff',
  },
  {
    path: 'beheer/adressen',
    words: $localize`Adressen`,
    permission: 'import-addresses',
  },
  {
    path: 'beheer/brieven',
    words: $localize`Brieven`,
    permission: 'issue-letter-codes',
  },
  {
    path: 'beheer/logboek',
    words: $localize`Logboek`,
    permission: 'read-audit-log',
  },
];

/** The desks that these roles open in this district. */
export function desksOf(roles: readonly RoleInDistrict[], district: string | null): readonly Desk[] {
  return DESKS.filter(({ permission }) => isPermitted(permission, roles, district));
}
