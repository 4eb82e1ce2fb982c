import { ROLES, type Role } from '@buurtstem/shared-domain';

interface RoleWords {
  /** As a label: "Griffier". */
  readonly name: string;
  /** What somebody with this role may do here, for who gives it. */
  readonly does: string;
}

const ROLE_WORDS: Readonly<Record<Role, RoleWords>> = {
  administrator: {
    name: $localize`Beheerder`,
    does: $localize`Beheert medewerkers, adressen en brieven. Leest het logboek.`,
  },
  clerk: {
    name: $localize`Griffier`,
    does: $localize`Onderzoekt stemmen, voert papieren stemmen in en plant vergaderingen.`,
  },
  moderator: { name: $localize`Moderator`, does: $localize`Behandelt meldingen over plannen en reacties.` },
  official: { name: $localize`Ambtenaar`, does: $localize`Schrijft wat er met een besluit gebeurt.` },
  'committee-member': { name: $localize`Commissielid`, does: $localize`Zit in de stadsdeelcommissie.` },
  editor: { name: $localize`Redacteur`, does: $localize`Schrijft de teksten van de site.` },
};

export function roleName(role: Role): string {
  return ROLE_WORDS[role].name;
}

export function roleDoes(role: Role): string {
  return ROLE_WORDS[role].does;
}

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}
