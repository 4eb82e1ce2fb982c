import fc from 'fast-check';
import {
  belongingOf,
  daysToDigest,
  DEFAULT_DELIVERY,
  firstSentences,
  MESSAGE_KINDS,
  TOPICS,
  type Belonging,
  type MessageKind,
  type Part,
} from './index';

const PARTS: readonly (Part | null)[] = ['submitter', 'voter', 'discussant', 'staff', null];

describe('what a message belongs to', () => {
  it('is not guessed of what nobody foresaw', () => {
    expect(() => belongingOf('new-kind' as MessageKind, 'voter')).toThrow('Not foreseen');
    expect(() => belongingOf('meeting-planned', 'passer-by' as Part)).toThrow('Not foreseen');
  });

  it.each<[MessageKind, Part | null, Belonging]>([
    ['plan-won', null, 'own-plan'],
    ['voted-plan-won', null, 'voted-plan'],
    ['outcome-published', 'submitter', 'own-plan'],
    ['outcome-published', 'voter', 'voted-plan'],
    ['outcome-published', 'discussant', 'discussed-plan'],
    ['progress-published', 'voter', 'voted-plan'],
    ['meeting-planned', 'discussant', 'discussed-plan'],
    ['count-corrected', 'submitter', 'own-plan'],
    ['count-corrected', 'staff', 'essential'],
    ['outcome-published', null, 'essential'],
  ])('%s to a %s is %s', (kind, part, belonging) => {
    expect(belongingOf(kind, part)).toBe(belonging);
  });

  it.each<MessageKind>([
    'item-queued',
    'text-hidden',
    'text-redacted',
    'text-restored',
    'appeal-rejected',
    'report-decided',
    'merge-asked',
    'plan-merged',
    'meeting-invitation',
    'meeting-reminder-week',
    'meeting-reminder-day',
    'meeting-moved',
    'context-note-asked',
    'invitation-unanswered',
    'outcome-overdue',
    'papers-digest',
  ])('%s is essential, whoever gets it', (kind) => {
    for (const part of PARTS) expect(belongingOf(kind, part)).toBe('essential');
  });

  it('is known of every kind', () => {
    for (const kind of MESSAGE_KINDS)
      for (const part of PARTS) expect([...TOPICS, 'essential']).toContain(belongingOf(kind, part));
  });

  it('comes at once about one’s own plan, and once a week about others, unless one chose otherwise', () => {
    expect(DEFAULT_DELIVERY).toEqual({
      'own-plan': 'immediate',
      'voted-plan': 'weekly',
      'discussed-plan': 'weekly',
    });
  });
});

describe('the digest', () => {
  it.each([
    [1, 9, 0, 4],
    [4, 23, 59, 1],
    [5, 15, 59, 0],
    [5, 16, 0, 7],
    [5, 20, 0, 7],
    [6, 0, 0, 6],
    [7, 12, 0, 5],
  ])('goes out %#: weekday %s at %s:%s waits %s days', (weekday, hour, minute, days) => {
    expect(daysToDigest({ weekday, hour, minute })).toBe(days);
  });
});

describe('the first sentences of a text', () => {
  it('are all of it where it fits', () => {
    expect(firstSentences('  Kort.\n\nEn goed. ', 50)).toEqual({ text: 'Kort. En goed.', isCut: false });
  });

  it('end with a whole sentence, or between words where the first is too long', () => {
    expect(firstSentences('Eerst dit. Dan dat. En dan nog iets.', 20)).toEqual({
      text: 'Eerst dit. Dan dat.',
      isCut: true,
    });
    expect(firstSentences('Een zin die maar niet ophoudt', 12)).toEqual({
      text: 'Een zin die…',
      isCut: true,
    });
    expect(firstSentences('Hottentottententententoonstelling', 5)).toEqual({ text: 'Hotte…', isCut: true });
  });

  it('are a beginning of the text, and no longer than asked for', () => {
    fc.assert(
      fc.property(
        fc.lorem({ maxCount: 40, mode: 'sentences' }),
        fc.integer({ min: 5, max: 300 }),
        (text, most) => {
          const first = firstSentences(text, most);
          expect(first.text.length).toBeLessThanOrEqual(most + 1);
          expect(text.startsWith(first.text.replace(/…$/, ''))).toBe(true);
          expect(first.isCut).toBe(text.length > most);
        },
      ),
    );
  });
});
