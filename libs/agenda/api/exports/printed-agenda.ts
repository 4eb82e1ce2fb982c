import type { AgendaItemDto } from '@buurtstem/proposals-api';
import type { AgendaEntryDto, MeetingDto } from '../agenda.dto';
import { clockTime, dateAndTime, DECISIONS, longDate, wholeNumber } from './dutch';

export interface ExportedDistrict {
  readonly slug: string;
  readonly name: string;
  readonly municipality: string;
}

/** An agenda as it is written out, in whichever form: the words are the same on paper, on a page and in a table. */
export interface PrintedAgenda {
  readonly title: string;
  readonly when: string;
  readonly place: string;
  /** Which version it is, or that there is none yet. */
  readonly version: string;
  /** Empty where there is nothing to say. */
  readonly note: string;
  readonly entries: readonly PrintedEntry[];
}

export interface PrintedEntry {
  readonly number: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly minutes: number;
  readonly title: string;
  /** Null for a point that is no plan. */
  readonly plan: PrintedPlan | null;
}

export interface PrintedPlan {
  readonly number: number;
  readonly summary: string;
  /** Empty where the submitter left. */
  readonly submitter: string;
  readonly votes: string;
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly note: { readonly text: string; readonly author: string } | null;
  /** What the committee decided there; empty before. */
  readonly outcome: string;
}

export function printedAgenda(district: ExportedDistrict, meeting: MeetingDto): PrintedAgenda {
  return {
    title: `Agenda van de commissie ${district.name}`,
    when: dateAndTime(meeting.startsAt),
    place: meeting.place,
    version: versionOf(meeting),
    note: meeting.published?.note ?? '',
    entries: meeting.entries.map((entry, i) => printedEntry(meeting, entry, i + 1)),
  };
}

function versionOf({ state, published, reason }: MeetingDto): string {
  if (state === 'cancelled') return `Deze vergadering gaat niet door. De reden: ${reason}`;
  if (published) return `Versie ${published.version}, gepubliceerd op ${longDate(published.publishedAt)}`;
  return state === 'held'
    ? 'De griffier heeft deze agenda niet gepubliceerd: hier staan de plannen die zijn besproken'
    : 'Voorlopige agenda: de griffier heeft de agenda nog niet gepubliceerd';
}

function printedEntry(meeting: MeetingDto, entry: AgendaEntryDto, number: number): PrintedEntry {
  const { title, minutes, startsAt, item } = entry;
  const endsAt = new Date(new Date(startsAt).getTime() + minutes * 60_000).toISOString();
  return {
    number,
    startsAt: clockTime(startsAt),
    endsAt: clockTime(endsAt),
    minutes,
    title,
    plan: item && printedPlan(meeting, item),
  };
}

function printedPlan(meeting: MeetingDto, item: AgendaItemDto): PrintedPlan {
  const { votesFor, votesAgainst, summary, submitterName } = item.proposal;
  const outcome = outcomeAt(meeting, item);
  return {
    number: item.proposalNumber,
    summary,
    submitter: submitterName,
    votes: `${wholeNumber(votesFor)} stemmen voor, ${wholeNumber(votesAgainst)} tegen`,
    votesFor,
    votesAgainst,
    note: item.contextNote && { text: item.contextNote.text, author: item.contextNote.authorName },
    outcome: outcome ? `${capitalized(DECISIONS[outcome.decision])}: ${outcome.reasons}` : '',
  };
}

function capitalized(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** What this meeting came to: an item that was held over here, and decided elsewhere, was held over here. */
export function outcomeAt(meeting: Pick<MeetingDto, 'id'>, item: AgendaItemDto): AgendaItemDto['outcome'] {
  return item.outcomes[timesBefore(meeting, item)] ?? null;
}

/** How often the item was held over before this meeting. */
export function timesBefore({ id }: Pick<MeetingDto, 'id'>, item: AgendaItemDto): number {
  const heldOver = item.changes.filter(({ verb }) => verb === 'held-over');
  const here = heldOver.findIndex(({ from }) => from?.id === id);
  return here < 0 ? heldOver.length : here;
}
