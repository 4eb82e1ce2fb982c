import fc from 'fast-check';
import { ballotStanding, requestVote, type Ballot, type VoteRequest } from './index';

const closesAt = new Date('2026-12-08T15:00:00Z');
const request = (over: Partial<VoteRequest> = {}): VoteRequest => ({
  round: { closesAt },
  proposalIsOpen: true,
  previous: null,
  choice: 'for',
  at: new Date('2026-12-01T12:00:00Z'),
  ...over,
});
const valid = (choice: Ballot['choice']): Ballot => ({ choice, status: 'valid' });

describe('a vote', () => {
  it.each([
    [null, 'for', 'cast'],
    [null, 'against', 'cast'],
    [null, 'none', 'unchanged'],
    [valid('for'), 'for', 'unchanged'],
    [valid('for'), 'against', 'changed'],
    [valid('against'), 'none', 'withdrawn'],
    [valid('none'), 'none', 'unchanged'],
    [valid('none'), 'for', 'cast'],
  ] as const)('on top of %j, asked for %s, is %s', (previous, choice, kind) => {
    expect(requestVote(request({ previous, choice }))).toEqual({ ok: true, value: { kind, choice } });
  });

  it.each([
    ['there is no open round', { round: null }, 'no-open-round'],
    ['the count date has come', { at: closesAt }, 'voting-closed'],
    ['the proposal is not open', { proposalIsOpen: false }, 'proposal-not-open'],
    ['it was invalidated', { previous: { choice: 'for', status: 'invalidated' } }, 'vote-invalidated'],
  ] as const)('is refused when %s', (_why, over, refusal) => {
    expect(requestVote(request(over))).toEqual({ ok: false, refusal });
  });

  it('counts in the last millisecond before the count date', () => {
    expect(requestVote(request({ at: new Date(closesAt.getTime() - 1) })).ok).toBe(true);
  });

  it('may change while it is held', () => {
    expect(requestVote(request({ previous: { choice: 'for', status: 'held' }, choice: 'against' })).ok).toBe(
      true,
    );
  });

  it('asked for twice is recorded once (P6), and withdrawn again leaves nothing (P5)', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('for', 'against', 'none'),
        fc.constantFrom('for', 'against'),
        (before, choice) => {
          expect(requestVote(request({ previous: valid(choice), choice }))).toMatchObject({
            value: { kind: 'unchanged' },
          });
          const cast = requestVote(request({ previous: valid(before), choice }));
          expect(cast.ok).toBe(true);
          expect(requestVote(request({ previous: valid(choice), choice: 'none' }))).toMatchObject({
            value: { choice: 'none' },
          });
        },
      ),
    );
  });
});

describe('what the resident reads of a vote', () => {
  it.each([
    [null, true, 'none'],
    [valid('none'), true, 'none'],
    [valid('for'), true, 'counts'],
    [valid('for'), false, 'waiting'],
    [{ choice: 'for', status: 'held' }, true, 'held'],
    [{ choice: 'for', status: 'invalidated' }, true, 'invalid'],
  ] as const)('%j, level met %s: %s', (ballot, level, standing) => {
    expect(ballotStanding(ballot, level)).toBe(standing);
  });

  it('knows no other status', () => {
    expect(() => ballotStanding({ choice: 'for', status: 'lost' as 'valid' }, true)).toThrow('Not foreseen');
  });
});
