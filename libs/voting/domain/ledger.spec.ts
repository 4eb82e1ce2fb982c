import { ballotsAt, type LedgerEntry } from './index';

const closesAt = new Date('2026-12-08T15:00:00Z');
const line = (
  position: number,
  entry: LedgerEntry['entry'],
  choice: LedgerEntry['choice'],
  minute = 0,
  channel: LedgerEntry['channel'] = 'online',
): LedgerEntry => ({
  proposalId: 'bench',
  residentId: 'laura',
  entry,
  choice,
  channel,
  position,
  recordedAt: new Date(Date.UTC(2026, 11, 8, 14, minute)),
});
const only = (...lines: LedgerEntry[]) => ballotsAt(lines, closesAt)[0];

describe('the ballots at the count date', () => {
  it('hold the last choice, in whatever order the lines are read', () => {
    const lines = [line(1, 'cast', 'for'), line(2, 'changed', 'against'), line(3, 'withdrawn', 'none')];
    expect(only(...lines)?.choice).toBe('none');
    expect(only(...lines.reverse())?.choice).toBe('none');
  });

  it('leave out what was received at or after the count date', () => {
    expect(only(line(1, 'cast', 'for', 59), line(2, 'changed', 'against', 60))?.choice).toBe('for');
    expect(only(line(1, 'cast', 'for', 60))).toBeUndefined();
  });

  it('came in as their last choice did', () => {
    const onPaper = line(1, 'cast', 'for', 0, 'paper');
    const online = line(2, 'changed', 'against', 1, 'online');
    expect(only(onPaper)?.channel).toBe('paper');
    expect(only(onPaper, online)?.channel).toBe('online');
    expect(only(onPaper, line(2, 'invalidated', 'for', 600))?.channel).toBe('paper');
  });

  it('heed an invalidation and its undoing also when decided after the count date (P12)', () => {
    const cast = line(1, 'cast', 'for');
    const invalidated = line(2, 'invalidated', 'for', 600);
    const reinstated = line(3, 'reinstated', 'for', 900);
    expect(only(cast, invalidated)?.invalidated).toBe(true);
    expect(only(cast, invalidated, reinstated)).toEqual(only(cast));
    expect(only(reinstated, invalidated, cast)).toEqual(only(cast));
  });
});
