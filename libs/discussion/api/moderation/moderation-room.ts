import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonalData, type PersonalDataRoom } from '@buurtstem/platform-api';
import type { EntityManager } from 'typeorm';

/** What moderation keeps of a person: what they reported, what was decided on their texts, and their appeals. */
@Injectable()
export class ModerationRoom implements PersonalDataRoom, OnModuleInit {
  readonly name = 'moderation';

  constructor(private readonly personalData: PersonalData) {}

  onModuleInit(): void {
    this.personalData.join(this);
  }

  async collect(em: EntityManager, accountId: string): Promise<unknown> {
    const [row] = await em.query<{ collected: unknown }[]>(COLLECTED, [accountId]);
    return row?.collected;
  }

  /**
   * A report goes on without a name and without its words. What was decided stays, as a decision about nobody. Without
   * its author nobody can appeal any more, so what was taken out of their texts goes too.
   */
  async erase(em: EntityManager, accountId: string): Promise<void> {
    await em.query(`update abuse_report set reporter_id = null, note = '' where reporter_id = $1`, [
      accountId,
    ]);
    await em.query(`update appeal set text = '' where author_id = $1`, [accountId]);
    await em.query(
      `delete from redacted_original o using moderation_decision d
       where d.district_id = o.district_id and d.case_id = o.case_id and d.author_id = $1`,
      [accountId],
    );
    await em.query(
      `update moderation_case set claimed_by = null, claimed_until = null where claimed_by = $1`,
      [accountId],
    );
  }
}

const COLLECTED = `
  select json_build_object(
    'reports', coalesce((
      select json_agg(json_build_object('district', d.slug, 'proposalNumber', p.number, 'subject', c.subject_kind,
               'reason', r.reason, 'note', r.note, 'reportedAt', r.reported_at) order by r.reported_at desc)
      from abuse_report r
      join district d on d.id = r.district_id
      join moderation_case c on c.district_id = r.district_id and c.id = r.case_id
      join proposal p on p.district_id = c.district_id and p.id = c.proposal_id
      where r.reporter_id = $1), '[]'),
    'decisions', coalesce((
      select json_agg(json_build_object('district', d.slug, 'caseNumber', v.case_id, 'verdict', v.verdict,
               'reason', v.reason, 'message', v.message, 'decidedAt', v.decided_at) order by v.decided_at desc)
      from moderation_decision v join district d on d.id = v.district_id
      where v.author_id = $1 and (v.verdict <> 'keep')), '[]'),
    'redactedOriginals', coalesce((
      select json_agg(json_build_object('district', d.slug, 'caseNumber', o.case_id, 'title', o.title,
               'summary', o.summary, 'body', o.body, 'keptUntil', o.kept_until) order by o.kept_until desc)
      from redacted_original o
      join district d on d.id = o.district_id
      join moderation_decision v on v.district_id = o.district_id and v.case_id = o.case_id
        and v.verdict = 'redact'
      where v.author_id = $1), '[]'),
    'appeals', coalesce((
      select json_agg(json_build_object('district', d.slug, 'caseNumber', w.case_id, 'text', w.text,
               'filedAt', w.filed_at, 'decidedAt', w.decided_at) order by w.filed_at desc)
      from appeal w join district d on d.id = w.district_id where w.author_id = $1), '[]')
  ) as collected`;
