import { PostArgument } from '@buurtstem/discussion-api';
import type { Answer, Browser } from '@buurtstem/platform-api/testing';
import { signInAs, type Neighbour } from './neighbours';
import { signInAsStaff, type Colleague } from './staff';
import { West } from './west';

export const MESSAGE = 'Wij hebben dit verborgen, want het gaat niet over het plan.';
export const APPEAL = 'Dit gaat wel over het plan: zij weet waar de bankjes moeten staan.';
export const BODY = 'Bel mevrouw Jansen maar op 06-12345678, zij weet er alles van en helpt graag.';
const DAY = 86_400_000;

export interface Problem {
  code: string;
  errors?: { field: string; code: string }[];
}

export interface Case {
  number: number;
  state: string;
  subject: string;
  isReply: boolean;
  origin: string;
  urgency: string;
  reports: number;
  reasons: string[];
  signals: string[];
  excerpt: string;
  ageDays: number;
  overdue: boolean;
  interest: string | null;
  claim: { by: string; mine: boolean; until: string } | null;
  text: { title: string; summary: string; body: string };
  original: { title: string; summary: string; body: string } | null;
  hints: { kind: string; match: string; place: string }[];
  filed: { reason: string; note: string; byResident: boolean }[];
  decisions: { verdict: string; reason: string | null; message: string; decidedBy: string }[];
  appeal: { text: string } | null;
  decidedFirst: boolean;
  earlierDecisions: number;
}

export interface CasePage {
  items: Case[];
  total: number;
  open: number;
  overdue: number;
  appeals: number;
  oldestOpenedAt: string | null;
  next: string | null;
}

/** A plan with an argument of Ruud's, and two moderators: Samira and Karim. */
export class ModerationScene {
  private constructor(
    readonly west: West,
    readonly proposal: number,
    readonly ruud: Neighbour,
    readonly samira: Colleague,
    readonly karim: Colleague,
  ) {}

  static async open(env: Record<string, string> = {}): Promise<ModerationScene> {
    const west = await West.open({}, env);
    const proposal = await west.proposal('Bankjes langs het Molenpad');
    const [samira, karim] = [
      await signInAsStaff(west, 'Samira', ['moderator']),
      await signInAsStaff(west, 'Karim', ['moderator']),
    ];
    return new ModerationScene(west, proposal, await signInAs(west, 'Ruud'), samira, karim);
  }

  close(): Promise<void> {
    return this.west.close();
  }

  get desk(): string {
    return '/districts/west/moderation-cases';
  }

  neighbour(name: string): Promise<Neighbour> {
    return signInAs(this.west, name);
  }

  /** By Ruud, unless somebody else is named; answers its id. */
  async argument(author = this.ruud.id, body = BODY, at?: Date): Promise<string> {
    const asked = {
      districtId: this.west.districtId,
      proposalNumber: this.proposal,
      author: { id: author, displayName: 'Ruud' },
      side: 'for' as const,
      body,
      ...(at && { at }),
    };
    return (await this.west.app.get(PostArgument).execute(asked)).id;
  }

  report(by: Browser, subject: object, reason = 'irrelevant', note?: string) {
    return by.post<{ reportedAt: string } & Problem>(`/districts/west/proposals/${this.proposal}/reports`, {
      ...subject,
      reason,
      ...(note !== undefined && { note }),
    });
  }

  /** The number of the one open case of a subject. */
  async caseOf(subjectId: string): Promise<number> {
    const [row] = await this.west.rows(
      `select id from moderation_case where subject_id = $1 and state = 'open'`,
      [subjectId],
    );
    return Number(row?.['id']);
  }

  /** A reported argument of Ruud's, in the hands of Samira. */
  async claimed(subjectId: string): Promise<number> {
    await this.report(this.west.test.browser(), { subject: 'argument', subjectId });
    await this.west.rows('delete from rate_bucket');
    const number = await this.caseOf(subjectId);
    const { status } = await this.samira.browser.put(`${this.desk}/${number}/claim`, {});
    if (status !== 200) throw new Error(`Samira could not claim case ${number}: ${status}`);
    return number;
  }

  /** An argument of Ruud's that Samira hid. */
  async hidden(): Promise<{ number: number; argument: string }> {
    const argument = await this.argument();
    const number = await this.claimed(argument);
    const decision = { verdict: 'hide', reason: 'irrelevant', message: MESSAGE };
    const { status } = await this.samira.browser.post(`${this.desk}/${number}/decision`, decision);
    if (status !== 200) throw new Error(`Samira could not hide case ${number}: ${status}`);
    return { number, argument };
  }

  async after(days: number): Promise<void> {
    await this.west.moveClockTo(new Date(Date.now() + days * DAY));
  }

  /** All that moderation keeps, to see that a refusal changed none of it. */
  async everything(): Promise<unknown> {
    const tables = [
      ...['moderation_case', 'moderation_decision', 'moderation_log', 'appeal', 'redacted_original'],
      ...['abuse_report', 'argument', 'proposal', 'proposal_picture'],
    ];
    const found: Record<string, unknown> = {};
    for (const table of tables)
      found[table] = await this.west.rows(`select t::text from ${table} t order by 1`);
    // The mail worker notes its own attempts meanwhile.
    found['outbox_message'] = await this.west.rows('select id, news_id from outbox_message order by id');
    return found;
  }

  /** Sends it, and sees that it is refused and that nothing changed. */
  async refused(send: () => Promise<Answer<Problem>>): Promise<unknown[]> {
    const before = await this.everything();
    const { status, body } = await send();
    expect(await this.everything()).toEqual(before);
    return [status, body.code];
  }

  /** A line for each act of the moderation log. */
  async log(): Promise<string[]> {
    const rows = await this.west.rows(
      'select act, subject_kind, reason, explanation from moderation_log order by position',
    );
    return rows.map((row) => Object.values(row).join(' | '));
  }
}
