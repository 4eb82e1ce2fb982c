import type { StoryCalendar } from './calendar';
import type { Dice } from './scenes/pencil';
import { SMALL_TALK, type ProposalStory } from './story';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Votes this close together are handed in as one batch. */
const BATCH = 90 * MINUTE;
const BATCH_SIZE = 12;

export interface TimedVote {
  readonly at: Date;
  readonly story: ProposalStory;
  /** Which resident, as an index into the people who vote. */
  readonly voter: number;
  readonly choice: 'for' | 'against' | 'none';
}

/** One thing that happens in the demo's past. */
export type DemoEvent = { readonly at: Date } & (
  | { readonly kind: 'publish'; readonly story: ProposalStory }
  | { readonly kind: 'votes'; readonly votes: readonly TimedVote[] }
  | {
      readonly kind: 'argument';
      readonly story: ProposalStory;
      readonly side: 'for' | 'against';
      readonly body: string;
      readonly author: number;
    }
  | { readonly kind: 'note'; readonly story: ProposalStory; readonly text: string }
  | { readonly kind: 'withdraw'; readonly story: ProposalStory; readonly reason: string }
  | { readonly kind: 'count'; readonly round: number }
);

interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** Everything that happened until now, in order: the stories laid over the calendar. */
export function layTimeline(
  stories: readonly ProposalStory[],
  calendar: StoryCalendar,
  countedRounds: number,
  voters: number,
  dice: Dice,
): DemoEvent[] {
  const events: DemoEvent[] = [];
  const votes: TimedVote[] = [];
  for (const story of stories) {
    const spans = spansOf(story, calendar);
    const [first] = spans;
    const last = spans.at(-1);
    if (!first || !last) throw new Error(`"${story.title}" takes part in no round.`);
    events.push({ kind: 'publish', at: first.from, story });
    votes.push(...votesOf(story, spans, voters, dice));
    events.push(...argumentsOf(story, first, voters, dice));
    const later = (share: number) =>
      new Date(first.from.getTime() + (first.to.getTime() - first.from.getTime()) * share);
    if (story.note !== undefined) events.push({ kind: 'note', at: later(0.8), story, text: story.note });
    if (story.withdrawal !== undefined) {
      // Votes end twelve minutes before the count, so none is handed in after this.
      events.push({
        kind: 'withdraw',
        at: new Date(last.to.getTime() + 10 * MINUTE),
        story,
        reason: story.withdrawal,
      });
    }
  }
  const counts = calendar.counts.slice(0, countedRounds);
  events.push(
    ...counts.map((at, i): DemoEvent => ({ kind: 'count', at: new Date(at.getTime() + 700), round: i + 1 })),
  );
  events.push(...batches(votes, counts));
  return events.sort((one, other) => one.at.getTime() - other.at.getTime());
}

/** From publication to the first count, then from count to count; the last one ends now. */
function spansOf(story: ProposalStory, { start, counts, now }: StoryCalendar): Span[] {
  const spread = (story.title.length % 7) / 7;
  return story.votes.map((_, i): Span => {
    const round = story.entersRound + i;
    const opens = round === 1 ? start : counts[round - 2];
    const closes = counts[round - 1];
    if (!opens || !closes) throw new Error(`The calendar has no round ${round}.`);
    const to = new Date(Math.min(closes.getTime() - 12 * MINUTE, now.getTime() - 3 * MINUTE));
    const wait = i === 0 ? (to.getTime() - opens.getTime()) * (0.1 + spread * 0.55) : 10 * MINUTE;
    return { from: atDaytime(new Date(opens.getTime() + wait), opens, to), to };
  });
}

function votesOf(story: ProposalStory, spans: readonly Span[], voters: number, dice: Dice): TimedVote[] {
  const order = shuffled(voters, dice);
  const made: TimedVote[] = [];
  let before = [0, 0] as readonly [number, number];
  spans.forEach((span, i) => {
    const target = story.votes[i] ?? before;
    (['for', 'against'] as const).forEach((choice, side) => {
      const count = Math.max(0, (target[side] ?? 0) - (before[side] ?? 0));
      for (let n = 0; n < count; n++)
        made.push(...oneVoter(story, order.pop() ?? 0, choice, span, i === 0, dice));
    });
    // Now and then somebody votes and takes it back.
    if (dice.chance(0.5)) {
      const at = moment(span, false, dice);
      const undone = { story, voter: order.pop() ?? 0 };
      const after = new Date(Math.min(at.getTime() + 2 * HOUR, span.to.getTime()));
      made.push({ ...undone, at, choice: 'for' }, { ...undone, at: after, choice: 'none' });
    }
    before = target;
  });
  return made;
}

/** Most people vote once; one in forty changes their mind. */
function oneVoter(
  story: ProposalStory,
  voter: number,
  choice: 'for' | 'against',
  span: Span,
  isNew: boolean,
  dice: Dice,
): TimedVote[] {
  const at = moment(span, isNew, dice);
  const vote: TimedVote = { at, story, voter, choice };
  const earlier = new Date(at.getTime() - 5 * HOUR);
  if (!dice.chance(0.025) || earlier <= span.from) return [vote];
  return [{ ...vote, at: earlier, choice: choice === 'for' ? 'against' : 'for' }, vote];
}

/** A new plan is talked about most in its first days; people vote by day and in the evening. */
function moment(span: Span, isNew: boolean, dice: Dice): Date {
  const share = isNew ? dice.next() ** 2 : dice.next();
  const raw = new Date(
    span.from.getTime() + MINUTE + (span.to.getTime() - span.from.getTime() - MINUTE) * share,
  );
  return atDaytime(raw, span.from, span.to, dice.between(0, 1));
}

/** The same day at an hour when people are awake, if that is still within the span. */
function atDaytime(raw: Date, from: Date, to: Date, share = (raw.getTime() % 997) / 997): Date {
  const hour = 6 + Math.floor(share * 15);
  const awake = new Date(raw);
  awake.setUTCHours(hour, Math.floor(share * 9000) % 60, Math.floor(share * 90_000) % 60, 0);
  return awake > from && awake < to ? awake : raw;
}

function argumentsOf(story: ProposalStory, span: Span, voters: number, dice: Dice): DemoEvent[] {
  const [votesFor, votesAgainst] = story.votes.at(-1) ?? [0, 0];
  const own = [
    ...story.forIt.map((body) => ({ side: 'for' as const, body })),
    ...story.againstIt.map((body) => ({ side: 'against' as const, body })),
  ];
  const some = (side: 'for' | 'against', count: number) =>
    shuffled(SMALL_TALK[side].length, dice)
      .slice(0, count)
      .map((i) => ({ side, body: SMALL_TALK[side][i] ?? SMALL_TALK[side][0] }));
  const all = [
    ...own,
    ...some('for', Math.min(6, Math.floor(votesFor / 25))),
    ...some('against', Math.min(4, Math.floor(votesAgainst / 12))),
  ];
  return all.map(({ side, body }): DemoEvent => {
    return {
      kind: 'argument',
      at: moment(span, true, dice),
      story,
      side,
      body,
      author: dice.whole(0, voters - 1),
    };
  });
}

/** Votes of the same while go in together; a count never falls within one. */
function batches(votes: readonly TimedVote[], counts: readonly Date[]): DemoEvent[] {
  const roundOf = (at: Date) => counts.filter((count) => count <= at).length;
  const sorted = [...votes].sort((one, other) => one.at.getTime() - other.at.getTime());
  const made: TimedVote[][] = [];
  for (const vote of sorted) {
    const current = made.at(-1);
    const [first] = current ?? [];
    const fits =
      current &&
      first &&
      current.length < BATCH_SIZE &&
      vote.at.getTime() - first.at.getTime() < BATCH &&
      roundOf(first.at) === roundOf(vote.at);
    if (fits) current.push(vote);
    else made.push([vote]);
  }
  return made.flatMap((batch): DemoEvent[] => {
    const last = batch.at(-1);
    return last ? [{ kind: 'votes', at: last.at, votes: batch }] : [];
  });
}

function shuffled(count: number, dice: Dice): number[] {
  const numbers = Array.from({ length: count }, (_, i) => i);
  for (let i = numbers.length - 1; i > 0; i--) {
    const j = dice.whole(0, i);
    [numbers[i], numbers[j]] = [numbers[j] ?? 0, numbers[i] ?? 0];
  }
  return numbers;
}
