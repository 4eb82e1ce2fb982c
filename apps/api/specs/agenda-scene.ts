import { MoveAgendaItem, PlanMeeting, ReadAgenda, RecordOutcome } from '@buurtstem/agenda-api';
import type { Browser } from '@buurtstem/platform-api/testing';
import type { ResidentId } from '@buurtstem/shared-domain';
import { CountRound } from '@buurtstem/voting-api';
import { signInAsStaff, type Colleague } from './staff';
import { West } from './west';

export const DAY = 86_400_000;
export const REASON = 'De wethouder kan die avond niet.';
export const REASONS = 'De commissie vindt het plan goed en haalbaar, en wil het uitvoeren.';
const TEXT = {
  kind: 'plan',
  summary: 'Elke ochtend steken hier 200 kinderen over.',
  body: 'Bij de Sluisbrug rijden auto’s hard van de helling af. Zij zien ons pas op het laatst. '.repeat(2),
  neighbourhood: 'sluiskwartier',
};

/** West with a clerk, an official and somebody of the committee, and Charlie whose plans win. */
export class AgendaScene {
  private constructor(
    readonly west: West,
    readonly clerk: Colleague,
    readonly official: Colleague,
    readonly member: Colleague,
    readonly charlie: Browser,
    readonly charlieId: ResidentId,
  ) {}

  static async open(): Promise<AgendaScene> {
    const west = await West.open({ threshold: 1 });
    const clerk = await signInAsStaff(west, 'Bram', ['clerk']);
    const official = await signInAsStaff(west, 'Peter', ['official']);
    const member = await signInAsStaff(west, 'Marijke', ['committee-member']);
    const charlie = west.test.browser();
    await charlie.signIn('charlie@voorbeeld.example');
    const { body } = await charlie.patch<{ account: { id: ResidentId } }>('/account', {
      displayName: 'Charlie',
    });
    return new AgendaScene(west, clerk, official, member, charlie, body.account.id);
  }

  close(): Promise<void> {
    return this.west.close();
  }

  get districtId(): number {
    return this.west.districtId;
  }

  /** Charlie's plan, open for votes; answers its number. */
  async plan(title: string): Promise<number> {
    const { body } = await this.charlie.post<{ number: number }>('/districts/west/proposals', {
      ...TEXT,
      title,
    });
    await this.charlie.post(`/districts/west/proposals/${body.number}/publication`);
    return body.number;
  }

  /** A plan that wins the round that is open now; answers the id of its agenda item. */
  async winner(title: string, voters = 2): Promise<string> {
    const number = await this.plan(title);
    await this.west.vote(number, await this.west.residents(voters));
    const { number: round, closesAt } = await this.west.openRound();
    await this.west.app.get(CountRound).execute(this.districtId, round, closesAt);
    const [item] = await this.west.rows(
      `select i.id from agenda_item i join proposal p on p.id = i.proposal_id where p.number = $1`,
      [number],
    );
    return String(item?.['id']);
  }

  /** A meeting so many days from now; its agenda closes a week before, or when it is said. */
  meeting(inDays: number, deadlineInDays = inDays - 7): Promise<string> {
    const at = (days: number): Date => new Date(Math.floor(Date.now() / 60_000) * 60_000 + days * DAY);
    const wanted = { startsAt: at(inDays), agendaDeadline: at(deadlineInDays), place: 'Buurthuis De Loods' };
    return this.west.app.get(PlanMeeting).execute(this.districtId, wanted, this.clerk.id);
  }

  move(item: string, meeting: string | null, reason = REASON): Promise<void> {
    return this.west.app
      .get(MoveAgendaItem)
      .execute(this.districtId, item, { meeting, reason }, this.clerk.id);
  }

  /** The day comes, the committee meets, and the clerk closes the meeting. */
  async hold(meeting: string): Promise<void> {
    const { startsAt } = await this.west.app.get(ReadAgenda).meeting('west', meeting);
    await this.west.moveClockTo(new Date(new Date(startsAt).getTime() + 7_200_000));
    await this.west.app.get(RecordOutcome).discuss(this.districtId, meeting, this.clerk.id);
  }

  decide(item: string, decision: 'adopted' | 'partly-adopted' | 'rejected' | 'held-over'): Promise<void> {
    return this.west.app
      .get(RecordOutcome)
      .decide(this.districtId, item, { decision, reasons: REASONS }, this.clerk.id);
  }

  /** Item and proposal, as they stand. */
  async states(): Promise<[string, string][]> {
    const rows = await this.west.rows(
      `select coalesce(i.state, 'none') as item, p.state as proposal
       from proposal p left join agenda_item i on i.proposal_id = p.id order by p.number`,
    );
    return rows.map(({ item, proposal }) => [String(item), String(proposal)]);
  }

  /** How many messages of each kind wait, or were sent; what gathers others in one mail says nothing new. */
  async told(): Promise<Record<string, number>> {
    const rows = await this.west.rows(
      `select kind, count(*)::integer as n from outbox_message where kind <> 'weekly-digest' group by kind`,
    );
    return Object.fromEntries(rows.map(({ kind, n }) => [String(kind), Number(n)]));
  }
}
