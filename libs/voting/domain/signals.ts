import { isSharedMailDomain } from './mail-domains';

/** What can stand out: many votes at once, from one network, or from one mail domain. */
export const SIGNAL_KINDS = ['burst', 'network', 'mail-domain'] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];

/** Votes on one proposal from one network, at least: more than a large family behind one router. */
export const NETWORK_SIGNAL_VOTES = 6;
/** Votes on one proposal with an address at one small mail domain, at least. */
export const MAIL_DOMAIN_SIGNAL_VOTES = 10;
/** Votes on one proposal within the window of a burst, at least. */
export const BURST_SIGNAL_VOTES = 20;
export const BURST_MINUTES = 10;
/** How many times the proposal's own pace outside the burst it is, at least. */
export const BURST_FACTOR = 5;

const MINUTE_MS = 60_000;
const BURST_MS = BURST_MINUTES * MINUTE_MS;

/** Votes on one proposal that came from one network with one mail domain within one minute. */
export interface VoteTrace {
  readonly proposalId: string;
  readonly network: string;
  readonly mailDomain: string;
  /** When the minute began. */
  readonly minute: Date;
  readonly votes: number;
}

export interface Signal {
  readonly kind: SignalKind;
  readonly proposalId: string;
  /** The network or the mail domain; empty for a burst. */
  readonly source: string;
  readonly votes: number;
  readonly from: Date;
  /** The first instant after it. */
  readonly to: Date;
}

/**
 * What stands out among the votes, most votes first. A signal proves nothing: it says where staff may look. A burst is
 * measured by the proposal's own pace, because a plan that everybody talks about is fast all day.
 */
export function signalsIn(traces: readonly VoteTrace[]): Signal[] {
  const signals = [...groupBy(traces, (trace) => trace.proposalId)].flatMap(([proposalId, own]) => [
    ...bursts(own).map((burst): Signal => ({ ...burst, kind: 'burst', proposalId, source: '' })),
    ...crowds(own, (trace) => trace.network, NETWORK_SIGNAL_VOTES).map((crowd): Signal => ({
      ...crowd,
      kind: 'network',
      proposalId,
    })),
    ...crowds(
      own.filter((trace) => !isSharedMailDomain(trace.mailDomain)),
      (trace) => trace.mailDomain,
      MAIL_DOMAIN_SIGNAL_VOTES,
    ).map((crowd): Signal => ({ ...crowd, kind: 'mail-domain', proposalId })),
  ]);
  return signals.sort(
    (a, b) => b.votes - a.votes || a.proposalId.localeCompare(b.proposalId) || a.kind.localeCompare(b.kind),
  );
}

/** Sources with at least so many votes. */
function crowds(
  traces: readonly VoteTrace[],
  sourceOf: (trace: VoteTrace) => string,
  least: number,
): (Span & { readonly source: string })[] {
  return [...groupBy(traces, sourceOf)]
    .map(([source, own]) => ({ source, ...spanOf(own) }))
    .filter(({ votes }) => votes >= least);
}

/** Windows that are faster than the rest; those that overlap are one burst. */
function bursts(traces: readonly VoteTrace[]): Span[] {
  const minutes = [...groupBy(traces, (trace) => trace.minute.getTime())]
    .map(([at, own]) => ({ at, votes: spanOf(own).votes }))
    .sort((a, b) => a.at - b.at);
  const whole = spanOf(traces);
  const found: Span[] = [];
  let votes = 0;
  let next = 0;
  for (const first of minutes) {
    for (let minute = minutes[next]; minute && minute.at < first.at + BURST_MS; minute = minutes[++next])
      votes += minute.votes;
    if (isBurst(votes, whole)) join(found, first.at, minutes);
    votes -= first.votes;
  }
  return found;
}

function isBurst(votes: number, whole: Span): boolean {
  if (votes < BURST_SIGNAL_VOTES) return false;
  const otherWindows = Math.max((whole.to.getTime() - whole.from.getTime()) / BURST_MS - 1, 1);
  return votes >= (BURST_FACTOR * (whole.votes - votes)) / otherWindows;
}

/** Adds the window that begins at an instant, or lengthens the burst before it that reaches into it. */
function join(
  found: Span[],
  start: number,
  minutes: readonly { readonly at: number; readonly votes: number }[],
): void {
  const before = found.at(-1);
  const overlaps = before !== undefined && start < before.to.getTime();
  if (overlaps) found.pop();
  const from = overlaps ? before.from.getTime() : start;
  const within = minutes.filter(({ at }) => at >= from && at < start + BURST_MS);
  const end = Math.max(...within.map(({ at }) => at)) + MINUTE_MS;
  const votes = within.reduce((sum, minute) => sum + minute.votes, 0);
  found.push({ votes, from: new Date(from), to: new Date(end) });
}

interface Span {
  readonly votes: number;
  readonly from: Date;
  readonly to: Date;
}

function spanOf(traces: readonly VoteTrace[]): Span {
  let [votes, from, to] = [0, Infinity, -Infinity];
  for (const trace of traces) {
    votes += trace.votes;
    from = Math.min(from, trace.minute.getTime());
    to = Math.max(to, trace.minute.getTime() + MINUTE_MS);
  }
  return { votes, from: new Date(from), to: new Date(to) };
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
