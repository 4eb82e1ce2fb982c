import { isPermitted, type Permission, type RoleInDistrict } from '@buurtstem/shared-domain';

export interface Desk {
  /** Below the district's address. */
  readonly path: string;
  /** In the bar. */
  readonly words: string;
  readonly permission: Permission;
  /** What one does there, on the start page. */
  readonly does: string;
}

/** Every page for staff, in the order of the bar. */
export const DESKS: readonly Desk[] = [
  {
    path: 'griffie',
    words: 'Taken',
    permission: 'manage-agenda',
    does: 'Zie wat er moet gebeuren, op datum, en werk aan de volgende agenda.',
  },
  {
    path: 'griffie/vergaderingen',
    words: 'Vergaderingen',
    permission: 'plan-meeting',
    does: 'Plan vergaderingen van de commissie, zet de agenda klaar en publiceer hem.',
  },
  {
    path: 'griffie/besluiten',
    words: 'Besluiten',
    permission: 'report-progress',
    does: 'Publiceer wat de commissie besloot, en vertel hoe het met plannen gaat.',
  },
  {
    path: 'ambtenaar',
    words: 'Uitleg',
    permission: 'write-context-note',
    does: 'Schrijf een uitleg bij plannen, voor de commissie erover praat.',
  },
  {
    path: 'commissie',
    words: 'Stukken',
    permission: 'read-papers',
    does: 'Lees de stukken voor de vergadering, en zie wie ze al las.',
  },
  {
    path: 'griffie/stemmen',
    words: 'Stemmen',
    permission: 'examine-votes',
    does: 'Bekijk opvallende stemmen, zet ze in onderzoek en beslis samen met een collega.',
  },
  {
    path: 'griffie/papier',
    words: 'Papier',
    permission: 'enter-paper-votes',
    does: 'Voer stemmen in die op papier zijn verzameld.',
  },
  {
    path: 'moderatie',
    words: 'Wachtrij',
    permission: 'moderate',
    does: 'Behandel meldingen, en bekijk nieuwe plannen, argumenten en foto’s.',
  },
  {
    path: 'moderatie/bezwaren',
    words: 'Bezwaren',
    permission: 'moderate',
    does: 'Beslis over bezwaren tegen besluiten van uw collega’s.',
  },
  {
    path: 'moderatie/besloten',
    words: 'Besloten',
    permission: 'moderate',
    does: 'Lees wat is besloten, en zet iets terug.',
  },
  {
    path: 'moderatie/instellingen',
    words: 'Instellingen',
    permission: 'moderate',
    does: 'Kies op welke woorden u let, en schrijf uw eigen berichten aan schrijvers.',
  },
  {
    path: 'beheer/medewerkers',
    words: 'Medewerkers',
    permission: 'manage-staff',
    does: 'Nodig collega’s uit, trek rollen in en help wie zijn telefoon kwijt is.',
  },
  {
    path: 'beheer/adressen',
    words: 'Adressen',
    permission: 'import-addresses',
    does: 'Lees de lijst in met alle adressen van het stadsdeel.',
  },
  {
    path: 'beheer/brieven',
    words: 'Brieven',
    permission: 'issue-letter-codes',
    does: 'Maak codes voor brieven aan bewoners die online niet verder komen.',
  },
  {
    path: 'beheer/logboek',
    words: 'Logboek',
    permission: 'read-audit-log',
    does: 'Lees wie wat deed en welke gegevens zijn opgeruimd.',
  },
];

/** The desks that these roles open in this district. */
export function desksOf(roles: readonly RoleInDistrict[], district: string | null): readonly Desk[] {
  return DESKS.filter(({ permission }) => isPermitted(permission, roles, district));
}
