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
import { capital, counted, dateInFull, days, personName, timeOfDay } from '@buurtstem/ui';
import { reasonName } from '../reason-words';

type Subject = Pick<CaseSummary, 'subject' | 'isReply'>;
type Kind = 'proposal' | 'argument' | 'reply' | 'picture';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export function kindOf({ subject, isReply }: Subject): Kind {
  return subject === 'argument' && isReply ? 'reply' : subject;
}

const KINDS: Readonly<Record<Kind, { readonly name: string; readonly article: 'het' | 'de' }>> = {
  proposal: { name: 'plan', article: 'het' },
  argument: { name: 'argument', article: 'het' },
  reply: { name: 'reactie', article: 'de' },
  picture: { name: 'foto', article: 'de' },
};

/** "plan", "argument", "reactie" or "foto". */
export function kindName(subject: Subject): string {
  return KINDS[kindOf(subject)].name;
}

/** "het argument", "de reactie": inside a sentence. */
export function theKind(subject: Subject): string {
  const { article, name } = KINDS[kindOf(subject)];
  return `${article} ${name}`;
}

/** The heading of a case: "Reactie bij ‘Geen auto’s in de Sluisstraat’". */
export function caseHeading(one: Subject & Pick<CaseSummary, 'proposal'>): string {
  const title = `‘${one.proposal.title}’`;
  return one.subject === 'proposal' ? `Plan ${title}` : `${capital(kindName(one))} bij ${title}`;
}

const ORIGINS: Readonly<Record<CaseOrigin, string>> = {
  new: 'nieuw',
  edit: 'veranderd',
  report: 'gemeld',
  moderator: 'opgenomen door een moderator',
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
  const times = `${counted(reports, 'keer', 'keer')} gemeld`;
  return reasons.length > 1 ? `${times}: ${listed(reasons.map((code) => lower(reasonName(code))))}` : times;
}

const SIGNALS: Readonly<Record<SignalKind, string>> = {
  'phone-number': 'telefoonnummer',
  'email-address': 'e-mailadres',
  postcode: 'postcode',
  'licence-plate': 'kenteken',
  'citizen-service-number': 'burgerservicenummer',
  'watch-word': 'woord van uw lijst',
  'repeated-text': 'herhaalde tekst',
  'many-links': 'veel links',
  'new-account-posting-fast': 'nieuw account dat snel plaatst',
};

/** "Aanwijzing: telefoonnummer en kenteken"; null where there is none. */
export function signalWords({ signals }: CaseSummary): string | null {
  if (signals.length === 0) return null;
  return `${signals.length === 1 ? 'Aanwijzing' : 'Aanwijzingen'}: ${listed(signals.map((kind) => SIGNALS[kind]))}`;
}

const PLACES: Readonly<Record<TextSignal['place'], string>> = {
  title: 'in de naam van het plan',
  summary: 'in de korte uitleg',
  body: 'in de tekst',
  author: 'bij de schrijver',
};

/** A hint as a sentence, up to what triggered it, which is marked after it. */
export function hintSentence({ kind, place }: TextSignal): string {
  switch (kind) {
    case 'watch-word':
      return `Er staat een woord van uw lijst ${PLACES[place]}`;
    case 'repeated-text':
      return 'Dezelfde tekst staat er vaker';
    case 'many-links':
      return `Er staan veel links ${PLACES[place]}`;
    case 'new-account-posting-fast':
      return 'Het account is nieuw en plaatst snel achter elkaar';
    default:
      return `Er staat een ${SIGNALS[kind]} ${PLACES[place]}`;
  }
}

const COUNTED: ReadonlySet<SignalKind> = new Set(['repeated-text', 'many-links', 'new-account-posting-fast']);

/** Whether what triggered a hint stands in the text itself; else it is a number. */
export function isInText({ kind, place }: TextSignal): boolean {
  return place !== 'author' && !COUNTED.has(kind);
}

const URGENT: Readonly<Record<Urgency, string | null>> = { new: null, reported: null, urgent: 'Dringend' };

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
  if (waited >= HOUR_MS) return `${Math.floor(waited / HOUR_MS)}\u00a0uur`;
  return counted(Math.floor(waited / MINUTE_MS), 'minuut', 'minuten');
}

/** Whether a case waits longer than the target. */
export function isLate({ ageDays, overdue }: Pick<CaseSummary, 'ageDays' | 'overdue'>): boolean {
  return overdue || ageDays >= TARGET_DAYS;
}

const INTERESTS: Readonly<Record<Interest, string>> = {
  'own-text': 'U plaatste dit zelf. Een ander beslist.',
  'own-proposal': 'Dit staat bij uw eigen plan. Een ander beslist.',
  'co-submitter': 'U bent mede-indiener van dit plan. Een ander beslist.',
  'own-report': 'U meldde dit zelf. Een ander beslist.',
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
  return `${mine ? 'U' : nameOf(by)} behandelt dit tot ${timeOfDay(until)}`;
}

/** The name of a colleague; who left has none. */
export function nameOf(colleague: string): string {
  return colleague === '' ? 'Een collega' : colleague;
}

/** Under a quoted text: "Reactie tegen, 25 november 2026, 21.14 uur, door Ruud P." */
export function writtenWords(one: ModerationCase): string {
  const sides = { for: ' voor', against: ' tegen' } as const;
  const what = `${capital(kindName(one))}${one.side === null ? '' : sides[one.side]}`;
  const author = one.authorName === '' ? lower(personName('')) : one.authorName;
  return `${what}, ${dateInFull(one.writtenAt)}, ${timeOfDay(one.writtenAt)}, door ${author}`;
}

/** "Van deze schrijver is eerder 2 keer iets verborgen of weggehaald." */
export function earlierWords(count: number): string {
  return count === 0
    ? 'Van deze schrijver is niet eerder iets verborgen of weggehaald.'
    : `Van deze schrijver is eerder ${counted(count, 'keer', 'keer')} iets verborgen of weggehaald.`;
}

const STATES: Readonly<Record<CaseState, string>> = {
  open: 'Wacht',
  dismissed: 'Blijft staan',
  upheld: 'Verborgen of aangepast',
  appealed: 'Bezwaar',
  confirmed: 'Bezwaar afgewezen',
  overturned: 'Teruggezet',
};

export function stateWords(state: CaseState): string {
  return STATES[state];
}

const VERDICTS: Readonly<Record<DecisionVerdict, string>> = {
  hide: 'Verborgen',
  redact: 'Woorden weggehaald',
  keep: 'Laten staan',
  confirm: 'Bezwaar afgewezen',
  overturn: 'Teruggezet',
};

export function verdictWords(verdict: DecisionVerdict): string {
  return VERDICTS[verdict];
}

function lower(text: string): string {
  return text.charAt(0).toLocaleLowerCase('nl') + text.slice(1);
}

/** "a", "a en b", "a, b en c" */
function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} en ${words.at(-1)}`;
}
