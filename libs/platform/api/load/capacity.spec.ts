import { readConfig, type Config } from '../config';
import { Capacity, type Kind, type Leave } from './capacity';

describe('the places of a process', () => {
  let capacity: Capacity;
  const open = (env: Record<string, string> = {}): void => {
    const result = readConfig({
      BUURTSTEM_MODE: 'test',
      DATABASE_URL: 'postgres://db/x',
      CAPACITY: '20',
      CAPACITY_FOR_VOTES: '4',
      ...env,
    });
    capacity = new Capacity((result as { value: Config }).value);
  };
  const fill = (kind: Kind): Leave[] => {
    const leaves: Leave[] = [];
    for (let leave = capacity.enter(kind); leave; leave = capacity.enter(kind)) leaves.push(leave);
    return leaves;
  };
  afterEach(() => capacity.onApplicationShutdown());

  it('are for votes alone when reads have taken theirs', () => {
    open();
    expect(fill('read')).toHaveLength(16);
    expect([capacity.hasRoom('read'), capacity.hasRoom('page'), capacity.hasRoom('vote')]).toEqual([
      false,
      false,
      true,
    ]);
    expect(fill('vote')).toHaveLength(4);
    expect(capacity.sentAway).toBe(2);
  });

  it('are all for votes when those come first', () => {
    open();
    expect(fill('vote')).toHaveLength(20);
    expect(capacity.hasRoom('read')).toBe(false);
  });

  it('cost a page that is drawn two', () => {
    open();
    expect(fill('page')).toHaveLength(8);
  });

  it('come free once, however often one leaves', () => {
    open();
    const [leave] = fill('read');
    leave?.();
    leave?.();
    expect(fill('read')).toHaveLength(1);
  });

  it('are few for reads while the event loop is late, and as many as ever for votes', () => {
    open({ EVENT_LOOP_DELAY_MS: '100' });
    capacity.noteDelay(101);
    expect(fill('read')).toHaveLength(2);
    expect(fill('vote')).toHaveLength(18);
    capacity.noteDelay(99);
    expect(capacity.hasRoom('read')).toBe(false);
  });

  it('are measured against the event loop of this process', async () => {
    open({ EVENT_LOOP_DELAY_MS: '20', CAPACITY: '100', CAPACITY_FOR_VOTES: '20' });
    const noted = jest.spyOn(capacity, 'noteDelay');
    const until = performance.now() + 1500;
    while (noted.mock.calls.every(([ms]) => ms < 100) && performance.now() < until + 20_000) {
      // Sums, as somebody would who holds up everybody else.
      const busy = performance.now() + 300;
      while (performance.now() < busy);
      await new Promise((next) => setImmediate(next));
    }
    expect(Math.max(...noted.mock.calls.map(([ms]) => ms))).toBeGreaterThanOrEqual(100);
    expect(fill('read')).toHaveLength(10);
  });

  it('are set by the environment, which is told what is wrong', () => {
    open();
    const mistakes = (env: Record<string, string>): unknown =>
      readConfig({ BUURTSTEM_MODE: 'test', DATABASE_URL: 'postgres://db/x', ...env });
    expect(mistakes({ CAPACITY: 'many', DATABASE_WAIT_MS: '1' })).toMatchObject({
      mistakes: [
        'CAPACITY must be a whole number from 2 to 100000',
        'DATABASE_WAIT_MS must be a whole number from 100 to 600000',
      ],
    });
    expect(mistakes({ CAPACITY: '50', CAPACITY_FOR_VOTES: '50' })).toMatchObject({
      mistakes: ['CAPACITY_FOR_VOTES must be less than CAPACITY, else nobody could read'],
    });
    expect(mistakes({})).toMatchObject({ value: { load: { capacity: 200, drainMs: 0 } } });
  });
});
