import { REFUSAL_CODES, type RefusalCode } from '@buurtstem/shared-domain';
import { failureWords } from '@buurtstem/ui';
import { isRole, roleName } from './role-words';

/**
 * What staff can do, by the name that the API gives it. An act of a newer API that is not here yet keeps its own name:
 * the log leaves nothing out.
 */
const ACTIONS = {
  // staff
  listStaff: $localize`Wilde de medewerkers zien`,
  inviteStaff: $localize`Nodigde een medewerker uit`,
  revokeInvitation: $localize`Trok een uitnodiging in`,
  withdrawRole: $localize`Trok een rol in`,
  resetSecondFactors: $localize`Wiste een tweede stap`,
  acceptInvitation: $localize`Nam een uitnodiging aan`,
  appointAdministrator: $localize`Benoemde een beheerder`,
  listAuditEntries: $localize`Wilde het logboek zien`,
  listRetentionRuns: $localize`Wilde zien wat is opgeruimd`,
  // who lives here
  getAddressTable: $localize`Wilde de adreslijst zien`,
  importAddresses: $localize`Las een adreslijst in`,
  createLetterBatch: $localize`Maakte codes voor brieven`,
  listLetterBatches: $localize`Wilde de codes voor brieven zien`,
  revokeLetterBatch: $localize`Trok codes voor brieven in`,
  // votes
  listVoteSignals: $localize`Wilde opvallende stemmen zien`,
  listVoteBatches: $localize`Wilde stemmen in onderzoek zien`,
  getVoteBatch: $localize`Wilde een groep stemmen zien`,
  dryRunVoteBatch: $localize`Wilde het gevolg van een besluit zien`,
  holdVotes: $localize`Zette stemmen in onderzoek`,
  proposeInvalidation: $localize`Stelde voor om stemmen ongeldig te verklaren`,
  invalidateVotes: $localize`Verklaarde stemmen ongeldig`,
  releaseVotes: $localize`Gaf stemmen vrij uit onderzoek`,
  reinstateVotes: $localize`Maakte ongeldige stemmen weer geldig`,
  checkPaperVotes: $localize`Controleerde stemmen op papier`,
  enterPaperVotes: $localize`Voerde stemmen op papier in`,
  // texts of residents
  listCases: $localize`Wilde zien wat op een moderator wacht`,
  getCase: $localize`Wilde een zaak zien`,
  openCase: $localize`Nam zelf een tekst of foto op`,
  markSeen: $localize`Bekeek nieuwe teksten, niets mee aan de hand`,
  claimCase: $localize`Nam een zaak op`,
  releaseCase: $localize`Gaf een zaak terug`,
  decideCase: $localize`Besliste over een tekst of foto`,
  restoreSubject: $localize`Zette een tekst of foto terug`,
  decideAppeal: $localize`Besliste over een bezwaar`,
  getModerationSettings: $localize`Wilde de instellingen van moderators zien`,
  setModerationSettings: $localize`Veranderde de instellingen van moderators`,
  askMerge: $localize`Vroeg twee indieners om hun plannen samen te voegen`,
  cancelMerge: $localize`Trok een vraag om samen te voegen in`,
  publishStatement: $localize`Plaatste een verklaring bij een plan`,
  // pages
  listDeskPages: $localize`Wilde de pagina’s van de redactie zien`,
  getDeskPage: $localize`Wilde een pagina van de redactie zien`,
  writePage: $localize`Schreef een pagina`,
  publishPage: $localize`Publiceerde een pagina`,
  withdrawPage: $localize`Haalde een pagina van de site`,
  removePage: $localize`Haalde een pagina weg`,
  restoreStandardPage: $localize`Zette een standaardtekst terug`,
  claimAccessibility: $localize`Veranderde de status van toegankelijkheid`,
  // meetings
  listClerkTasks: $localize`Wilde zien wat er moet gebeuren`,
  planMeeting: $localize`Plande een vergadering`,
  changeMeeting: $localize`Veranderde een vergadering`,
  cancelMeeting: $localize`Zei een vergadering af`,
  holdMeeting: $localize`Sloot een vergadering af`,
  getDraftAgenda: $localize`Wilde een agenda zien die nog niet af is`,
  putDraftAgenda: $localize`Veranderde een agenda`,
  publishAgenda: $localize`Publiceerde een agenda`,
  moveAgendaItem: $localize`Verplaatste een plan van de agenda, met een reden`,
  putContextNote: $localize`Schreef een uitleg bij een plan`,
  recordOutcome: $localize`Legde een besluit vast`,
  reportProgress: $localize`Meldde wat er met een besluit gebeurt`,
  listReadings: $localize`Wilde zien wie de stukken las`,
  putMyReading: $localize`Las de stukken van een vergadering`,
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
  done: $localize`Gelukt`,
  'under-way': $localize`Bezig`,
  'cut-off': $localize`Afgebroken`,
  refused: $localize`Geweigerd`,
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
      return $localize`Net begonnen. Laad de pagina opnieuw om te zien hoe het afliep.`;
    case 'cut-off':
      return $localize`Begonnen, maar het einde staat er niet. Kijk na of het gebeurd is.`;
    case 'refused':
      return isRefusal(result) ? failureWords(result) : $localize`Reden: ${result}:result:`;
  }
}

const RULES: Readonly<Record<string, string>> = {
  'sign-in-requests': $localize`Oude codes om in te loggen`,
  'staff-invitations': $localize`Uitnodigingen waar niemand op inging`,
  'second-factor-enrolments': $localize`Tweede stappen die niet zijn afgemaakt`,
  'vote-origins': $localize`Netwerkadressen bij stemmen, ouder dan 30 dagen`,
  'audit-origins': $localize`Netwerkadressen in het logboek, ouder dan 30 dagen`,
  'report-origins': $localize`Netwerkadressen bij meldingen, ouder dan 30 dagen`,
  'redacted-originals': $localize`Wat moderators uit teksten weghaalden, na de tijd voor bezwaar`,
  'redacted-versions': $localize`Oude versies van teksten waaruit iets is weggehaald`,
  'inactive-accounts': $localize`Accounts die lang niet zijn gebruikt`,
};

/** "Bram Visser (clerk)", as the API keeps it, with the role in Dutch; who has no account is the operator. */
export function actorWords(actor: string): string {
  if (actor === '') return $localize`De gemeente, zonder account`;
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
