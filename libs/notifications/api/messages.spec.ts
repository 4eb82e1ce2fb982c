import {
  belongingOf,
  LANGUAGES,
  MERGE_KINDS,
  MESSAGE_KINDS,
  MODERATION_KINDS,
  WINNER_KINDS,
  type MeetingNews,
  type MergeNews,
  type Message,
  type ModerationNews,
  type MovedNews,
  type OutcomeNews,
  type Part,
  type ProgressNews,
  type WinnerNews,
} from '@buurtstem/notifications-domain';
import { secondFactorMail, signInMail, staffInvitationMail } from './mails';
import { toPlainText } from './mails/mail-text';
import { gistOf, newsMail, type ToldMessage } from './messages';
import { withTitlesNow } from './titles';

const SITE = 'https://buurtstem.example';
const district = { slug: 'west', name: 'West' };
const plan = { district, proposalNumber: 12, title: 'Bankjes langs het Molenpad' };
const winner: WinnerNews = {
  ...plan,
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
const meeting = { id: 'm', startsAt: '2026-12-01T18:30:00Z', place: 'Raadzaal', contact: 'Bram, 14 020' };
const invited: MeetingNews = { ...plan, meeting };
const planned = { ...invited, reason: '' };
const moved: MovedNews = {
  ...plan,
  change: 'moved',
  from: { startsAt: '2026-11-24T18:30:00Z', place: 'Buurthuis' },
  reason: 'De zaal was dubbel geboekt.',
  meeting,
};
const outcome: OutcomeNews = {
  ...plan,
  decision: 'adopted',
  reasons: 'Het past in het park.',
  meeting: null,
};
const progress: ProgressNews = {
  ...plan,
  text: 'De bankjes zijn besteld.',
  responsible: 'Peter van Rijn',
  finishes: false,
  meeting: null,
};
const papers = {
  district,
  meeting,
  plans: [
    { number: 12, title: 'Bankjes langs het Molenpad', hasContextNote: true },
    { number: 7, title: 'Zitplekken bij het water', hasContextNote: false },
  ],
};
const corrected = {
  ...plan,
  roundNumber: 3,
  reason: 'Een groep stemmen is ongeldig.',
  winner: { number: 7, title: 'Zitplekken bij het water' },
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
  { kind: 'meeting-invitation', news: invited },
  { kind: 'meeting-reminder-week', news: invited },
  { kind: 'meeting-reminder-day', news: { ...invited, meeting: { ...meeting, contact: '' } } },
  { kind: 'meeting-planned', news: planned },
  { kind: 'meeting-planned', news: { ...planned, reason: 'De zaal was dubbel geboekt.' } },
  { kind: 'meeting-moved', news: moved },
  ...(['changed', 'cancelled', 'taken-off'] as const).map((change) => ({
    kind: 'meeting-moved' as const,
    news: { ...moved, change, meeting: null },
  })),
  { kind: 'context-note-asked', news: invited },
  { kind: 'invitation-unanswered', news: invited },
  { kind: 'outcome-overdue', news: { ...plan, meeting, dueAt: '2026-12-29T18:30:00Z' } },
  { kind: 'outcome-overdue', news: { ...plan, meeting: null, dueAt: '2026-12-29T18:30:00Z' } },
  { kind: 'papers-digest', news: papers },
  { kind: 'papers-digest', news: { ...papers, plans: papers.plans.slice(0, 1) } },
  { kind: 'papers-digest', news: { ...papers, plans: [] } },
  ...(['adopted', 'partly-adopted', 'rejected', 'held-over'] as const).map((made) => ({
    kind: 'outcome-published' as const,
    news: { ...outcome, decision: made, meeting },
  })),
  { kind: 'progress-published', news: progress },
  { kind: 'progress-published', news: { ...progress, responsible: '', finishes: true } },
  { kind: 'count-corrected', news: corrected },
  { kind: 'count-corrected', news: { ...corrected, winner: null } },
];
const to = (part: Part | null, message: Message): ToldMessage => ({
  ...message,
  topic: belongingOf(message.kind, part),
});
const dutch = (message: Message, part: Part | null = null): string =>
  toPlainText(newsMail(to(part, message), SITE, 'nl'));

describe('the mails of the outbox', () => {
  it('has an example of every kind here', () => {
    expect([...new Set(MESSAGES.map(({ kind }) => kind))].sort()).toEqual([...MESSAGE_KINDS].sort());
  });

  it.each(
    LANGUAGES.flatMap((language) => MESSAGES.map((message) => [message.kind, language, message] as const)),
  )(
    '%s says in %s, in short sentences, what it is about, with a link to follow',
    (_kind, language, message) => {
      for (const part of ['submitter', 'voter', 'discussant', 'staff', null] as const) {
        const mail = newsMail(to(part, message), SITE, language);
        const text = toPlainText(mail);
        expect(mail.language).toBe(language);
        expect(mail.subject.length).toBeGreaterThan(10);
        expect(text).toMatch(
          /https:\/\/buurtstem\.example\/west\/(mijn|plannen|uitslagen|agenda|voorbereiden|commissie|griffie)/,
        );
        expect(text).not.toMatch(/undefined|null|NaN|!/);
        const sentences = mail.blocks.flatMap((block) =>
          block.kind === 'paragraph' ? block.text.split(/[.?!:] /) : [],
        );
        for (const sentence of sentences) expect(sentence.split(' ').length).toBeLessThanOrEqual(25);
      }
    },
  );

  it.each(MESSAGES.map((message) => [message.kind, message] as const))(
    '%s is not half in the other language',
    (_kind, message) => {
      const english = toPlainText(newsMail(to('voter', message), SITE, 'en')).replace(/‘[^’]*’/g, '');
      expect(english).not.toMatch(/\b(het plan|vergadering is|uur|Hallo|Bekijk|stemde|De commissie)\b/);
      expect(dutch(message, 'voter')).not.toMatch(/\b(the|your|meeting|committee|Hello)\b/);
    },
  );

  it.each(MESSAGES.map((message) => [message.kind, message] as const))(
    '%s has a gist for the digest exactly where it can be part of one',
    (kind, message) => {
      const canBe = (['submitter', 'voter', 'discussant', 'staff', null] as const).some(
        (part) => belongingOf(kind, part) !== 'essential',
      );
      const gists = LANGUAGES.map((language) => gistOf(to('voter', message), language));
      if (canBe) for (const gist of gists) expect(gist?.length).toBeGreaterThan(10);
    },
  );

  it('tells an author why, what the moderator wrote, and until when they may appeal', () => {
    const text = dutch({ kind: 'text-hidden', news: decision });
    expect(text).toContain('De reden: Er staan persoonlijke gegevens in.');
    expect(text).toContain('Er stond een telefoonnummer in uw argument.');
    expect(text).toContain('bezwaar maken tot woensdag 9 december 2026 om 16.04 uur');
    expect(text).toContain('https://buurtstem.example/west/mijn');
  });

  it('offers no appeal where there is none', () => {
    expect(dutch({ kind: 'text-hidden', news: { ...decision, appealUntil: null } })).not.toContain('bezwaar');
  });

  it('tells who reported whether something was done, and not what was written', () => {
    expect(dutch({ kind: 'report-decided', news: decision })).toContain('weggehaald of verborgen');
    expect(dutch({ kind: 'report-decided', news: { ...decision, reason: null } })).toContain(
      'laat het staan',
    );
  });

  it('invites the submitter with date, place, whom to call and the way to answer', () => {
    const text = dutch({ kind: 'meeting-invitation', news: invited });
    expect(text).toContain('dinsdag 1 december 2026 om 19.30 uur');
    expect(text).toContain('Raadzaal');
    expect(text).toContain('Bram, 14 020');
    expect(text).toContain('https://buurtstem.example/west/voorbereiden/12');
    const english = toPlainText(
      newsMail(to(null, { kind: 'meeting-invitation', news: invited }), SITE, 'en'),
    );
    expect(english).toContain('Tuesday 1 December 2026 at 19:30');
  });

  it('says what one has to do with the plan, and what was decided, in words', () => {
    const news = { ...outcome, decision: 'partly-adopted' as const };
    expect(dutch({ kind: 'outcome-published', news }, 'voter')).toContain(
      'U stemde op het plan ‘Bankjes langs het Molenpad’. De commissie neemt een deel van dit plan over.',
    );
    expect(dutch({ kind: 'outcome-published', news }, 'submitter')).toContain('uw plan ‘Bankjes');
    expect(dutch({ kind: 'outcome-published', news }, 'discussant')).toContain('U schreef bij het plan');
  });

  it('shows the first sentences of long reasons, and says that there is more', () => {
    const reasons = 'Wij vinden dit een goed plan voor de buurt. '.repeat(20);
    const text = dutch({ kind: 'outcome-published', news: { ...outcome, reasons } }, 'voter');
    expect(text.length).toBeLessThan(1000);
    expect(text).toContain('De rest staat op de site.');
  });

  it('names a plan by its number where it is out of sight, and else by its title of now', () => {
    const titles = { 7: null, 12: 'Bankjes langs het [weggehaald]' };
    expect(
      newsMail(withTitlesNow(to(null, { kind: 'plan-won', news: winner }), titles), '', 'nl').subject,
    ).toBe('Uw plan heeft gewonnen: Bankjes langs het [weggehaald]');
    for (const message of [
      { kind: 'merge-asked', news: merge } as const,
      { kind: 'count-corrected', news: corrected } as const,
    ]) {
      const text = toPlainText(newsMail(withTitlesNow(to(null, message), titles), SITE, 'nl'));
      expect(text).toContain('‘plan 7’');
      expect(text).not.toContain('Zitplekken');
      expect(text).not.toContain('Molenpad');
    }
  });

  it('leaves a hidden plan out of the papers', () => {
    const told = withTitlesNow(to(null, { kind: 'papers-digest', news: papers }), { 7: null, 12: 'Bankjes' });
    const text = toPlainText(newsMail(told, SITE, 'nl'));
    expect(text).toContain('Er staat één plan van bewoners op de agenda');
    expect(text).toContain('‘Bankjes’');
    expect(text).not.toMatch(/Zitplekken|plan 7/);
  });

  it('keeps the title where nobody knows a newer one, and has none to keep in a decision', () => {
    const merged = to(null, { kind: 'plan-merged', news: merge });
    expect(withTitlesNow(merged, {})).toEqual(merged);
    const told = to(null, { kind: 'text-hidden', news: decision });
    expect(withTitlesNow(told, { 12: null })).toBe(told);
  });
});

describe('the mails about an account', () => {
  it.each(LANGUAGES)('are there in %s', (language) => {
    const mails = [
      signInMail('123456', 10, 'https://x.example/', language),
      staffInvitationMail('clerk', 'West', 14, 'https://x.example/', language),
      secondFactorMail('App', 'https://x.example/', language),
    ];
    for (const mail of mails) {
      expect(mail.language).toBe(language);
      expect(toPlainText(mail)).toMatch(language === 'nl' ? /^Hallo,/ : /^Hello,/);
      expect(toPlainText(mail)).toContain('https://x.example/');
    }
  });
});
