import { clearImmediate, clearTimeout, setImmediate, setTimeout } from 'node:timers';
import { type Timers, withoutPauses } from './no-pauses';

describe('timers of the thread that draws', () => {
  let timers: Timers;
  beforeEach(() => {
    timers = { setTimeout, clearTimeout, setImmediate, clearImmediate } as unknown as Timers;
    withoutPauses(timers);
  });

  it('begin at once what waits for a moment, in order, with what it is given', async () => {
    const told: unknown[] = [];
    timers.setTimeout((word) => told.push(word), 0, 'first');
    timers.setTimeout(() => told.push('second'));
    await new Promise((done) => setImmediate(done));
    expect(told).toEqual(['first', 'second']);
  });

  it('wait where there is a time', async () => {
    const told: unknown[] = [];
    const timer = timers.setTimeout(() => told.push('a minute'), 60_000);
    await new Promise<void>((done) => void timers.setTimeout(() => done(), 1));
    timers.clearTimeout(timer);
    expect(told).toEqual([]);
  });

  it('are taken back, those of a moment and those of a time', async () => {
    const told: unknown[] = [];
    timers.clearTimeout(timers.setTimeout(() => told.push('a moment')));
    timers.clearTimeout(timers.setTimeout(() => told.push('a time'), 1));
    timers.clearTimeout(undefined);
    await new Promise((done) => setTimeout(done, 20));
    expect(told).toEqual([]);
  });
});
