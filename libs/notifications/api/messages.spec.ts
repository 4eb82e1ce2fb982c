import { toPlainText } from './mail-text';
import {
  MERGE_KINDS,
  MESSAGE_KINDS,
  MODERATION_KINDS,
  newsMail,
  WINNER_KINDS,
  type MergeNews,
  type Message,
  type ModerationNews,
  type WinnerNews,
} from './messages';
import { withTitlesNow } from './titles';

const district = { slug: 'west', name: 'West' };
const winner: WinnerNews = {
  district,
  proposalNumber: 12,
  title: 'Bankjes langs het Molenpad',
  roundNumber: 3,
  votesFor: 212,
  meeting: { startsAt: '2026-12-01T18:30:00Z', place: 'Raadzaal' },
};
const decision: ModerationNews = {
  district,
  proposalNumber: 12,
  subject: 'argument',
  reason: 'personal-data',
  message: 'Er stond een telefoonnummer in uw argument.',
  appealUntil: '2026-12-09T15:04:00Z',
};
const merge: MergeNews = {
  district,
  duplicate: { number: 7, title: 'Zitplekken bij het water' },
  target: { number: 12, title: 'Bankjes langs het Molenpad' },
  message: 'De plannen vragen hetzelfde.',
};
const MESSAGES: Message[] = [
  ...WINNER_KINDS.map((kind) => ({ kind, news: winner })),
  ...WINNER_KINDS.map((kind) => ({ kind, news: { ...winner, meeting: null } })),
  ...MODERATION_KINDS.map((kind) => ({ kind, news: decision })),
  ...MODERATION_KINDS.map((kind) => ({
    kind,
    news: { ...decision, subject: 'proposal', reason: null, message: '', appealUntil: null } as const,
  })),
  ...MERGE_KINDS.map((kind) => ({ kind, news: merge })),
];
const textOf = (message: Message): string => toPlainText(newsMail(message, 'https://buurtstem.example'));

describe('the mails of the outbox', () => {
  it('has an example of every kind here', () => {
    expect([...new Set(MESSAGES.map(({ kind }) => kind))]).toEqual([...MESSAGE_KINDS]);
  });

  it.each(MESSAGES.map((message) => [message.kind, message] as const))(
    '%s says in short sentences what it is about, with a link to follow',
    (_kind, message) => {
      const { subject, blocks } = newsMail(message, 'https://buurtstem.example');
      expect(subject.length).toBeGreaterThan(10);
      expect(textOf(message)).toMatch(/https:\/\/buurtstem\.example\/west\/(mijn|plannen|uitslagen|agenda)/);
      expect(textOf(message)).not.toMatch(/undefined|null|NaN/);
      const sentences = blocks.flatMap((block) =>
        block.kind === 'paragraph' ? block.text.split(/[.?!:] /) : [],
      );
      for (const sentence of sentences) expect(sentence.split(' ').length).toBeLessThanOrEqual(25);
    },
  );

  it('tells an author why, what the moderator wrote, and until when they may appeal', () => {
    const text = textOf({ kind: 'text-hidden', news: decision });
    expect(text).toContain('De reden: Er staan persoonlijke gegevens in.');
    expect(text).toContain('Er stond een telefoonnummer in uw argument.');
    expect(text).toContain('bezwaar maken tot woensdag 9 december 2026 om 16.04 uur');
    expect(text).toContain('https://buurtstem.example/west/mijn');
  });

  it('offers no appeal where there is none', () => {
    expect(textOf({ kind: 'text-hidden', news: { ...decision, appealUntil: null } })).not.toContain(
      'bezwaar',
    );
  });

  it('tells who reported whether something was done, and not what was written', () => {
    expect(textOf({ kind: 'report-decided', news: decision })).toContain('weggehaald of verborgen');
    expect(textOf({ kind: 'report-decided', news: { ...decision, reason: null } })).toContain(
      'laat het staan',
    );
  });

  it('names a plan by its number where it is out of sight, and else by its title of now', () => {
    const titles = { 7: null, 12: 'Bankjes langs het [weggehaald]' };
    expect(newsMail(withTitlesNow({ kind: 'plan-won', news: winner }, titles), '').subject).toBe(
      'Uw plan heeft gewonnen: Bankjes langs het [weggehaald]',
    );
    const asked = textOf(withTitlesNow({ kind: 'merge-asked', news: merge }, titles));
    expect(asked).toContain('stopt dan: ‘plan 7’');
    expect(asked).not.toContain('Zitplekken');
    expect(asked).not.toContain('Molenpad');
  });

  it('keeps the title where nobody knows a newer one, and has none to keep in a decision', () => {
    expect(withTitlesNow({ kind: 'plan-merged', news: merge }, {})).toEqual({
      kind: 'plan-merged',
      news: merge,
    });
    const told: Message = { kind: 'text-hidden', news: decision };
    expect(withTitlesNow(told, { 12: null })).toBe(told);
  });
});
