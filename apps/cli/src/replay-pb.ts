import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readText } from './read-text';
import { readPb } from './pb-file';
import { Progress } from './progress';
import { Replay } from './replay';
import { onDatabaseOfItsOwn } from './replay-workspace';

export interface PbReplay {
  readonly file: string;
  readonly voters: number;
  readonly proposals: number;
  readonly votesCounted: number;
  readonly repeatedIgnored: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly ranking: readonly string[];
  readonly winner: string | null;
  readonly decidedBy: string;
  readonly agendaItem: { readonly meeting: string; readonly title: string } | null;
  readonly seconds: number;
  readonly peakMemoryMb: number;
}

/** Every project becomes a proposal, every approval a vote for; then the round is counted and the winner promoted. */
export async function replayPb(path: string, threshold: number): Promise<PbReplay> {
  const started = performance.now();
  const pb = readPb(basename(path), await readText(path, readFile));
  const votes = pb.ballots.flatMap(({ voterId, projectIds }) =>
    projectIds.map((proposalKey) => ({ proposalKey, voterKey: voterId, choice: 'for' as const })),
  );
  const { answers, count, keyOf } = await onDatabaseOfItsOwn((app) =>
    new Replay(app, new Progress()).run(
      pb.projects.map(({ id, name }) => ({ key: id, title: name })),
      pb.ballots.map((ballot) => ballot.voterId),
      votes,
      threshold,
    ),
  );
  return {
    file: basename(path),
    voters: pb.ballots.length,
    proposals: pb.projects.length,
    votesCounted: count.totals.votesFor,
    repeatedIgnored: answers.filter((answer) => answer.ok && answer.value.kind === 'unchanged').length,
    counts: Object.fromEntries(count.lines.map((line) => [keyOf(line.number), line.votesFor])),
    ranking: count.lines.map((line) => keyOf(line.number)),
    winner: count.winner && keyOf(count.winner.number),
    decidedBy: count.decidedBy,
    agendaItem: count.agendaItem?.meeting
      ? { meeting: count.agendaItem.meeting.startsAt, title: count.agendaItem.title }
      : null,
    seconds: Math.round(performance.now() - started) / 1000,
    peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}
