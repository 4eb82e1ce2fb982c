import { Injectable } from '@nestjs/common';
import { undoRedaction } from '@buurtstem/discussion-domain';
import { Refusal } from '@buurtstem/shared-domain';
import type { EntityManager } from 'typeorm';
import type { AgainstIt } from './decisions';
import { RedactedOriginalEntity, type ModerationCaseEntity } from './entities';
import { Subjects, textOf, type LockedSubject, type SubjectText } from './subjects';

/** Puts back what a decision hid or took out, and leaves what other decisions did. */
@Injectable()
export class UndoDecision {
  constructor(private readonly subjects: Subjects) {}

  async execute(
    em: EntityManager,
    locked: ModerationCaseEntity,
    subject: LockedSubject,
    { verdict }: AgainstIt,
  ): Promise<void> {
    const [others] = await em.query<{ hide: boolean; redact: boolean }[]>(OTHERS, [
      locked.districtId,
      locked.subjectKind,
      locked.subjectId,
      locked.id,
    ]);
    if (verdict === 'hide') {
      if (!others?.hide) await this.subjects.restore(em, subject);
    } else await this.putBack(em, locked, subject, others?.redact === true);
  }

  private async putBack(
    em: EntityManager,
    { districtId, id: caseId, subjectKind, subjectId }: ModerationCaseEntity,
    subject: LockedSubject,
    redacted: boolean,
  ): Promise<void> {
    const current = textOf(subject);
    const original = await em.findOneBy(RedactedOriginalEntity, { districtId, caseId });
    // Thrown away when the time to appeal was over: there is nothing left to put back.
    if (!original || !current) throw new Refusal('case-transition-not-possible');
    const later = await em.query<({ caseId: number } & SubjectText)[]>(LATER, [
      districtId,
      subjectKind,
      subjectId,
      caseId,
    ]);
    // What the text was right after this decision.
    const after = later[0] ?? current;
    for (const one of later) {
      await em.update(
        RedactedOriginalEntity,
        { districtId, caseId: one.caseId },
        undone(original, after, one),
      );
    }
    await em.delete(RedactedOriginalEntity, { districtId, caseId });
    await this.subjects.rewrite(em, subject, undone(original, after, current), redacted);
  }
}

/** Field by field; what its author wrote anew since stays. */
function undone(original: SubjectText, after: SubjectText, text: SubjectText): SubjectText {
  const back = (before: string | null, redacted: string | null, now: string | null): string | null =>
    before === null || redacted === null || now === null
      ? now
      : (undoRedaction(before, redacted, now) ?? now);
  return {
    title: back(original.title, after.title, text.title),
    summary: back(original.summary, after.summary, text.summary),
    body: undoRedaction(original.body, after.body, text.body) ?? text.body,
  };
}

const OTHERS = `
  select coalesce(bool_or(d.verdict = 'hide'), false) as hide, coalesce(bool_or(d.verdict = 'redact'), false) as redact
  from moderation_case c
  join moderation_decision d on d.district_id = c.district_id and d.case_id = c.id
  where c.district_id = $1 and c.subject_kind = $2 and c.subject_id = $3 and c.id <> $4
    and c.state in ('upheld', 'appealed', 'confirmed')`;

/** What stood there before later redactions, the earliest first. */
const LATER = `
  select o.case_id as "caseId", o.title, o.summary, o.body
  from redacted_original o
  join moderation_case c on c.district_id = o.district_id and c.id = o.case_id
  join moderation_decision d on d.district_id = c.district_id and d.case_id = c.id and d.verdict = 'redact'
  where c.district_id = $1 and c.subject_kind = $2 and c.subject_id = $3
    and d.decided_at > (select decided_at from moderation_decision
                        where district_id = $1 and case_id = $4 and verdict = 'redact')
  order by d.decided_at, c.id`;
