import { REFUSAL_CODES, type RefusalCode } from '@buurtstem/shared-domain';
import { failureWords } from '@buurtstem/ui';
import { isRole, roleName } from './role-words';

/**
 * What staff can do, by the name that the API gives it. An act of a newer API that is not here yet keeps its own name:
 * the log leaves nothing out.
 */
const ACTIONS = {
  // staff
  listStaff: 'Wilde de medewerkers zien',
  inviteStaff: 'Nodigde een medewerker uit',
  revokeInvitation: 'Trok een uitnodiging in',
  withdrawRole: 'Trok een rol in',
  resetSecondFactors: 'Wiste een tweede stap',
  acceptInvitation: 'Nam een uitnodiging aan',
  appointAdministrator: 'Benoemde een beheerder',
  listAuditEntries: 'Wilde het logboek zien',
  listRetentionRuns: 'Wilde zien wat is opgeruimd',
  // who lives here
  getAddressTable: 'Wilde de adreslijst zien',
  importAddresses: 'Las een adreslijst in',
  createLetterBatch: 'Maakte codes voor brieven',
  listLetterBatches: 'Wilde de codes voor brieven zien',
  revokeLetterBatch: 'Trok codes voor brieven in',
  // votes
  listVoteSignals: 'Wilde opvallende stemmen zien',
  listVoteBatches: 'Wilde stemmen in onderzoek zien',
  getVoteBatch: 'Wilde een groep stemmen zien',
  dryRunVoteBatch: 'Wilde het gevolg van een besluit zien',
  holdVotes: 'Zette stemmen in onderzoek',
  proposeInvalidation: 'Stelde voor om stemmen ongeldig te verklaren',
  invalidateVotes: 'Verklaarde stemmen ongeldig',
  releaseVotes: 'Gaf stemmen vrij uit onderzoek',
  reinstateVotes: 'Maakte ongeldige stemmen weer geldig',
  checkPaperVotes: 'Controleerde stemmen op papier',
  enterPaperVotes: 'Voerde stemmen op papier in',
  // texts of residents
  listCases: 'Wilde zien wat op een moderator wacht',
  getCase: 'Wilde een zaak zien',
  openCase: 'Nam zelf een tekst of foto op',
  markSeen: 'Bekeek nieuwe teksten, niets mee aan de hand',
  claimCase: 'Nam een zaak op',
  releaseCase: 'Gaf een zaak terug',
  decideCase: 'Besliste over een tekst of foto',
  restoreSubject: 'Zette een tekst of foto terug',
  decideAppeal: 'Besliste over een bezwaar',
  getModerationSettings: 'Wilde de instellingen van moderators zien',
  setModerationSettings: 'Veranderde de instellingen van moderators',
  askMerge: 'Vroeg twee indieners om hun plannen samen te voegen',
  cancelMerge: 'Trok een vraag om samen te voegen in',
  publishStatement: 'Plaatste een verklaring bij een plan',
  // pages
  listDeskPages: 'Wilde de pagina’s van de redactie zien',
  getDeskPage: 'Wilde een pagina van de redactie zien',
  writePage: 'Schreef een pagina',
  publishPage: 'Publiceerde een pagina',
  withdrawPage: 'Haalde een pagina van de site',
  removePage: 'Haalde een pagina weg',
  restoreStandardPage: 'Zette een standaardtekst terug',
  claimAccessibility: 'Veranderde de status van toegankelijkheid',
  // meetings
  listClerkTasks: 'Wilde zien wat er moet gebeuren',
  planMeeting: 'Plande een vergadering',
  changeMeeting: 'Veranderde een vergadering',
  cancelMeeting: 'Zei een vergadering af',
  holdMeeting: 'Sloot een vergadering af',
  getDraftAgenda: 'Wilde een agenda zien die nog niet af is',
  putDraftAgenda: 'Veranderde een agenda',
  publishAgenda: 'Publiceerde een agenda',
  moveAgendaItem: 'Verplaatste een plan van de agenda, met een reden',
  putContextNote: 'Schreef een uitleg bij een plan',
  recordOutcome: 'Legde een besluit vast',
  reportProgress: 'Meldde wat er met een besluit gebeurt',
  listReadings: 'Wilde zien wie de stukken las',
  putMyReading: 'Las de stukken van een vergadering',
} as const satisfies Record<string, string>;

export type KnownAction = keyof typeof ACTIONS;

export function actionWords(action: string): string {
  return (ACTIONS as Readonly<Record<string, string>>)[action] ?? action;
}

const isRefusal = (result: string): result is RefusalCode =>
  (REFUSAL_CODES as readonly string[]).includes(result);

export type ResultKind = 'done' | 'under-way' | 'cut-off' | 'refused';

export function resultKind(result: string): ResultKind {
  return result === 'done' || result === 'under-way' || result === 'cut-off' ? result : 'refused';
}

const KIND_WORDS: Readonly<Record<ResultKind, string>> = {
  done: 'Gelukt',
  'under-way': 'Bezig',
  'cut-off': 'Afgebroken',
  refused: 'Geweigerd',
};

export function resultWords(result: string): string {
  return KIND_WORDS[resultKind(result)];
}

/** Why it was refused, as the person saw it; what a cut-off means; null when there is nothing to explain. */
export function resultReason(result: string): string | null {
  switch (resultKind(result)) {
    case 'done':
      return null;
    case 'under-way':
      return 'Net begonnen. Laad de pagina opnieuw om te zien hoe het afliep.';
    case 'cut-off':
      return 'Begonnen, maar het einde staat er niet. Kijk na of het gebeurd is.';
    case 'refused':
      return isRefusal(result) ? failureWords(result) : `Reden: ${result}`;
  }
}

const RULES: Readonly<Record<string, string>> = {
  'sign-in-requests': 'Oude codes om in te loggen',
  'staff-invitations': 'Uitnodigingen waar niemand op inging',
  'second-factor-enrolments': 'Tweede stappen die niet zijn afgemaakt',
  'vote-origins': 'Netwerkadressen bij stemmen, ouder dan 30 dagen',
  'audit-origins': 'Netwerkadressen in het logboek, ouder dan 30 dagen',
  'report-origins': 'Netwerkadressen bij meldingen, ouder dan 30 dagen',
  'redacted-originals': 'Wat moderators uit teksten weghaalden, na de tijd voor bezwaar',
  'redacted-versions': 'Oude versies van teksten waaruit iets is weggehaald',
  'inactive-accounts': 'Accounts die lang niet zijn gebruikt',
};

/** "Bram Visser (clerk)", as the API keeps it, with the role in Dutch; who has no account is the operator. */
export function actorWords(actor: string): string {
  if (actor === '') return 'De gemeente, zonder account';
  return actor.replace(
    /\(([a-z, -]+)\)$/,
    (_, roles: string) => `(${roles.split(', ').map(roleIn).join(', ')})`,
  );
}

function roleIn(role: string): string {
  return isRole(role) ? roleName(role).toLowerCase() : role;
}

/** What a retention rule removes; a rule that is not here yet keeps its own name. */
export function ruleWords(rule: string): string {
  return RULES[rule] ?? rule;
}
