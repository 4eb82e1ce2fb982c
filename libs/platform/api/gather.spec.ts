import { AsyncLocalStorage } from 'node:async_hooks';
import { Refusal } from '@buurtstem/shared-domain';
import { Failed, Gather } from './gather';

const BOUNDS = { atOnce: 3, waiting: 5 };

describe('what is asked for at about the same time', () => {
  /** Works on groups as they are let go, and keeps what was in them. */
  function gather(work: (asks: readonly string[]) => (string | Failed)[], bounds = BOUNDS) {
    const groups: string[][] = [];
    const gate = new Gather<string, string>(async (asks) => {
      groups.push([...asks]);
      await new Promise((done) => setImmediate(done));
      return work(asks);
    }, bounds);
    return { groups, ask: (text: string) => gate.ask(text) };
  }
  const loud = (asks: readonly string[]): string[] => asks.map((text) => text.toUpperCase());
  const reasons = (answers: PromiseSettledResult<string>[]): string[] =>
    answers.map((answer) =>
      answer.status === 'fulfilled' ? answer.value : (answer.reason as Error).message,
    );

  it('is done together, and what comes meanwhile is the next group, of no more than fit', async () => {
    const { groups, ask } = gather(loud);
    const first = [ask('a'), ask('b')];
    await new Promise((turn) => setImmediate(turn));
    const next = ['c', 'd', 'e', 'f'].map(ask);
    expect(await Promise.all([...first, ...next])).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
    expect(groups).toEqual([['a', 'b'], ['c', 'd', 'e'], ['f']]);
  });

  it('is answered one by one: a refusal of one never hurts another', async () => {
    const { ask } = gather((asks) =>
      asks.map((text) => (text === 'b' ? new Failed(new Refusal('proposal-not-open')) : text)),
    );
    expect(reasons(await Promise.allSettled(['a', 'b', 'c'].map(ask)))).toEqual([
      'a',
      'proposal-not-open',
      'c',
    ]);
  });

  it('is tried one by one when the group cannot be worked on as a whole', async () => {
    const { groups, ask } = gather((asks) => {
      if (asks.includes('b')) throw new Error('b breaks it');
      return loud(asks);
    });
    expect(reasons(await Promise.allSettled(['a', 'b', 'c'].map(ask)))).toEqual(['A', 'b breaks it', 'C']);
    expect(groups).toEqual([['a', 'b', 'c'], ['a'], ['b'], ['c']]);
  });

  it('is not tried again when the database is away: all of the group are told so', async () => {
    const { groups, ask } = gather(() => {
      throw new Error('Connection terminated unexpectedly');
    });
    expect(reasons(await Promise.allSettled(['a', 'b'].map(ask)))).toEqual([
      'Connection terminated unexpectedly',
      'Connection terminated unexpectedly',
    ]);
    expect(groups).toEqual([['a', 'b']]);
  });

  it('goes on after a group that failed', async () => {
    let isAway = true;
    const { ask } = gather((asks) => {
      if (isAway) throw new Error('Connection terminated unexpectedly');
      return loud(asks);
    });
    await expect(ask('a')).rejects.toThrow('Connection terminated');
    isAway = false;
    expect(await ask('a')).toBe('A');
  });

  it('is sent back to come later when as many wait as may', async () => {
    const { ask } = gather(loud);
    const answers = await Promise.allSettled(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(ask));
    expect(reasons(answers)).toEqual([
      'A',
      'B',
      'C',
      'D',
      'E',
      'temporarily-unavailable',
      'temporarily-unavailable',
    ]);
  });

  it('runs in nobody’s context, whoever came first', async () => {
    const context = new AsyncLocalStorage<string>();
    const gate = new Gather<string, string | undefined>(
      async (asks) => asks.map(() => context.getStore()),
      BOUNDS,
    );
    expect(await context.run('of the first', () => gate.ask('a'))).toBeUndefined();
  });
});
