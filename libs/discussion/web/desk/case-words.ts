import type {
  CaseOrigin,
  CaseState,
  CaseSummary,
  Claim,
  DecisionVerdict,
  Interest,
  ModerationCase,
  SignalKind,
  TextSignal,
  Urgency,
} from '@buurtstem/contract';
import { TARGET_DAYS } from '@buurtstem/discussion-domain';
import { capital, counted, dateInFull, days, LANGUAGE, listed, personName, timeOfDay } from '@buurtstem/ui';
import { reasonName } from '../reason-words';

type Subject = Pick<CaseSummary, 'subject' | 'isReply'>;
export type Kind = 'proposal' | 'argument' | 'reply' | 'picture';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export function kindOf({ subject, isReply }: Subject): Kind {
  return subject === 'argument' && isReply ? 'reply' : subject;
}

const KINDS: Readonly<Record<Kind, { readonly name: string; readonly the: string }>> = {
  proposal: { name: $localize`plan`, the: $localize`het plan` },
  argument: { name: $localize`argument`, the: $localize`het argument` },
  reply: { name: $localize`reactie`, the: $localize`de reactie` },
  picture: { name: $localize`foto`, the: $localize`de foto` },
};

/** "plan", "argument", "reactie" or "foto". */
export function kindName(subject: Subject): string {
  return KINDS[kindOf(subject)].name;
}

/** "het argument", "de reactie": inside a sentence. */
export function theKind(subject: Subject): string {
  return KINDS[kindOf(subject)].the;
}

/** The heading of a case: "Reactie bij ‘Geen auto’s in de Sluisstraat’". */
export function caseHeading(one: Subject & Pick<CaseSummary, 'proposal'>): string {
  const title = `‘${one.proposal.title}’`;
  return one.subject === 'proposal'
    ? $localize`Plan ${title}:title:`
    : $localize`${capital(kindName(one))}:kindName: bij ${title}:title:`;
}

const ORIGINS: Readonly<Record<CaseOrigin, string>> = {
  new: $localize`nieuw`,
  edit: $localize`veranderd`,
  report: $localize`gemeld`,
  moderator: $localize`opgenomen door een moderator`,
};

/** What a line of the queue is about: "Reactie: beledigt of discrimineert", "Plan: nieuw". */
export function caseWords(one: CaseSummary): string {
  const [reason] = one.reasons;
  const about = reason === undefined ? ORIGINS[one.origin] : lower(reasonName(reason));
  return `${capital(kindName(one))}: ${about}`;
}

/** "3 keer gemeld: persoonlijke gegevens en reclame"; null where nobody reported it. */
export function reportWords({ reports, reasons }: CaseSummary): string | null {
  if (reports === 0) return null;
  const times = $localize`${timesWords(reports)}:times: gemeld`;
  return reasons.length > 1 ? `${times}: ${listed(reasons.map((code) => lower(reasonName(code))))}` : times;
}

const SIGNALS: Readonly<Record<SignalKind, string>> = {
  'phone-number': $localize`telefoonnummer`,
  'email-address': $localize`e-mailadres`,
  postcode: 'postcode',
  'licence-plate': $localize`kenteken`,
  'citizen-service-number': $localize`burgerservicenummer`,
  'watch-word': $localize`woord van uw lijst`,
  'repeated-text': $localize`herhaalde tekst`,
  'many-links': $localize`veel links`,
  'new-account-posting-fast': $localize`nieuw account dat snel plaatst`,
};

/** "Aanwijzing: telefoonnummer en kenteken"; null where there is none. */
export function signalWords({ signals }: CaseSummary): string | null {
  if (signals.length === 0) return null;
  return `${signals.length === 1 ? $localize`Aanwijzing` : $localize`Aanwijzingen`}: ${listed(signals.map((kind) => SIGNALS[kind]))}`;
}

const PLACES: Readonly<Record<TextSignal['place'], string>> = {
  title: $localize`in de naam van het plan`,
  summary: $localize`in de korte uitleg`,
  body: $localize`in de tekst`,
  author: $localize`bij de schrijver`,
};

/** A hint as a sentence, up to what triggered it, which is marked after it. */
export function hintSentence({ kind, place }: TextSignal): string {
  switch (kind) {
    case 'watch-word':
      return $localize`Er staat een woord van uw lijst ${PLACES[place]}:place:`;
    case 'repeated-text':
      return $localize`Dezelfde tekst staat er vaker`;
    case 'many-links':
      return $localize`Er staan veel links ${PLACES[place]}:place:`;
    case 'new-account-posting-fast':
      return $localize`Het account is nieuw en plaatst snel achter elkaar`;
    default:
      return $localize`Er staat een ${SIGNALS[kind]}:sign: ${PLACES[place]}:place:`;
  }
}

const COUNTED: ReadonlySet<SignalKind> = new Set(['repeated-text', 'many-links', 'new-account-posting-fast']);

/** Whether what triggered a hint stands in the text itself; else it is a number. */
export function isInText({ kind, place }: TextSignal): boolean {
  return place !== 'author' && !COUNTED.has(kind);
}

const URGENT: Readonly<Record<Urgency, string | null>> = {
  new: null,
  reported: null,
  urgent: $localize`Dringend`,
};

export function urgencyBadge({ urgency }: CaseSummary): string | null {
  return URGENT[urgency];
}

/** How long a case has been waiting: "4 dagen", "5 uur", "12 minuten". */
export function ageWords(
  { ageDays, openedAt }: Pick<CaseSummary, 'ageDays' | 'openedAt'>,
  now: Date,
): string {
  if (ageDays >= 1) return days(ageDays);
  const waited = Math.max(0, now.getTime() - Date.parse(openedAt));
  if (waited >= HOUR_MS) return $localize`${Math.floor(waited / HOUR_MS)}:waited:\u00a0uur`;
  return counted(Math.floor(waited / MINUTE_MS), $localize`minuut`, $localize`minuten`);
}

/** Whether a case waits longer than the target. */
export function isLate({ ageDays, overdue }: Pick<CaseSummary, 'ageDays' | 'overdue'>): boolean {
  return overdue || ageDays >= TARGET_DAYS;
}

const INTERESTS: Readonly<Record<Interest, string>> = {
  'own-text': $localize`U plaatste dit zelf. Een ander beslist.`,
  'own-proposal': $localize`Dit staat bij uw eigen plan. Een ander beslist.`,
  'co-submitter': $localize`U bent mede-indiener van dit plan. Een ander beslist.`,
  'own-report': $localize`U meldde dit zelf. Een ander beslist.`,
};

export function interestWords(interest: Interest): string {
  return INTERESTS[interest];
}

/** Whose a case is at this moment. A claim that ran out is nobody's. */
export type Holder = 'me' | 'colleague' | 'nobody';

export function holderOf(claim: Claim | null, now: Date): Holder {
  if (claim === null || Date.parse(claim.until) <= now.getTime()) return 'nobody';
  return claim.mine ? 'me' : 'colleague';
}

/** "Samira behandelt dit tot 15.02 uur" */
export function claimWords({ by, mine, until }: Claim): string {
  return $localize`${mine ? $localize`U` : nameOf(by)}:words: behandelt dit tot ${timeOfDay(until)}:until:`;
}

/** The name of a colleague; who left has none. */
export function nameOf(colleague: string): string {
  return colleague === '' ? $localize`Een collega` : colleague;
}

/** Under a quoted text: "Reactie tegen, 25 november 2026, 21.14 uur, door Ruud P." */
export function writtenWords(one: ModerationCase): string {
  const sides = { for: $localize` voor`, against: $localize` tegen` } as const;
  const what = `${capital(kindName(one))}${one.side === null ? '' : sides[one.side]}`;
  const author = one.authorName === '' ? lower(personName('')) : one.authorName;
  return $localize`${what}:what:, ${dateInFull(one.writtenAt)}:writtenAt:, ${timeOfDay(one.writtenAt)}:time:, door ${author}:author:`;
}

/** "Van deze schrijver is eerder 2 keer iets verborgen of weggehaald." */
export function earlierWords(count: number): string {
  return count === 0
    ? $localize`Van deze schrijver is niet eerder iets verborgen of weggehaald.`
    : $localize`Van deze schrijver is eerder ${timesWords(count)}:times: iets verborgen of weggehaald.`;
}

/** "1 keer", "3 keer": in Dutch the noun stays as it is, elsewhere it does not. */
function timesWords(count: number): string {
  return counted(count, $localize`:one time@@times-one:keer`, $localize`:several times@@times-many:keer`);
}

const STATES: Readonly<Record<CaseState, string>> = {
  open: $localize`Wacht`,
  dismissed: $localize`Blijft staan`,
  upheld: $localize`Verborgen of aangepast`,
  appealed: $localize`Bezwaar`,
  confirmed: $localize`Bezwaar afgewezen`,
  overturned: $localize`Teruggezet`,
};

export function stateWords(state: CaseState): string {
  return STATES[state];
}

const VERDICTS: Readonly<Record<DecisionVerdict, string>> = {
  hide: $localize`Verborgen`,
  redact: $localize`Woorden weggehaald`,
  keep: $localize`Laten staan`,
  confirm: $localize`Bezwaar afgewezen`,
  overturn: $localize`Teruggezet`,
};

export function verdictWords(verdict: DecisionVerdict): string {
  return VERDICTS[verdict];
}

function lower(text: string): string {
  return text.charAt(0).toLocaleLowerCase(LANGUAGE) + text.slice(1);
}
