import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { readPolis } from './polis-export';
import { Progress } from './progress';
import { readText } from './read-text';
import { Replay } from './replay';
import { onDatabaseOfItsOwn } from './replay-workspace';

export interface PolisReplay {
  readonly conversation: string;
  readonly voters: number;
  readonly events: number;
  readonly revotes: number;
  readonly counts: Readonly<Record<string, readonly [number, number]>>;
  readonly seconds: number;
}

/** Replays a conversation in time order: agree is for, disagree is against, pass withdraws. */
export async function replayPolis(folder: string): Promise<PolisReplay> {
  const started = performance.now();
  const comments = join(folder, 'comments.csv');
  const { commentIds, events } = readPolis(
    basename(resolve(folder)),
    await readText(join(folder, 'votes.csv'), readFile),
    existsSync(comments) ? await readText(comments, readFile) : null,
  );
  const voters = [...new Set(events.map((event) => event.voterId))];
  const ballots = new Set(events.map((event) => `${event.commentId} ${event.voterId}`));
  const { count, keyOf } = await onDatabaseOfItsOwn((app) =>
    new Replay(app, new Progress()).run(
      commentIds.map((id) => ({ key: id, title: `Comment ${id}` })),
      voters,
      events.map((event) => ({
        proposalKey: event.commentId,
        voterKey: event.voterId,
        choice: event.choice,
      })),
      1,
    ),
  );
  return {
    conversation: basename(resolve(folder)),
    voters: voters.length,
    events: events.length,
    revotes: events.length - ballots.size,
    counts: Object.fromEntries(
      count.lines.map((line) => [keyOf(line.number), [line.votesFor, line.votesAgainst]]),
    ),
    seconds: Math.round(performance.now() - started) / 1000,
  };
}
