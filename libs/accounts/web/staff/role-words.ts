import { ROLES, type Role } from '@buurtstem/shared-domain';

interface RoleWords {
  /** As a label: "Griffier". */
  readonly name: string;
  /** What somebody with this role may do here, for who gives it. */
  readonly does: string;
}

const ROLE_WORDS: Readonly<Record<Role, RoleWords>> = {
  administrator: { name: 'Beheerder', does: 'Beheert medewerkers, adressen en brieven. Leest het logboek.' },
  clerk: { name: 'Griffier', does: 'Onderzoekt stemmen, voert papieren stemmen in en plant vergaderingen.' },
  moderator: { name: 'Moderator', does: 'Behandelt meldingen over plannen en reacties.' },
  official: { name: 'Ambtenaar', does: 'Schrijft wat er met een besluit gebeurt.' },
  'committee-member': { name: 'Commissielid', does: 'Zit in de stadsdeelcommissie.' },
  editor: { name: 'Redacteur', does: 'Schrijft de teksten van de site.' },
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
