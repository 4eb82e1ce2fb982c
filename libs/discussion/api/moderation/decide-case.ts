import { Injectable } from '@nestjs/common';
import {
  appealUntil,
  mayDecide,
  redactionOf,
  type ReasonCode,
  type Verdict,
} from '@buurtstem/discussion-domain';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { Clock, Transaction } from '@buurtstem/platform-api';
import { fits, Refusal, type FieldError, type ResidentId } from '@buurtstem/shared-domain';
import type { EntityManager } from 'typeorm';
import { Cases, claimOf } from './cases';
import type { DecideCaseDto, RedactionDto } from './cases.dto';
import { Decisions } from './decisions';
import { RedactedOriginalEntity, type ModerationCaseEntity } from './entities';
import { Subjects, textOf, type LockedSubject, type SubjectText } from './subjects';

/** Decides an open case. */
@Injectable()
export class DecideCase {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly cases: Cases,
    private readonly subjects: Subjects,
    private readonly decisions: Decisions,
  ) {}

  execute(
    districtId: number,
    number: number,
    decision: DecideCaseDto,
    moderatorId: ResidentId,
  ): Promise<void> {
    const { verdict } = decision;
    const message = decision.message?.trim() ?? '';
    const reason = reasonOf(decision, message);
    return this.transaction.run(async (em) => {
      const subject = await this.subjects.lock(em, await this.cases.find(em, districtId, number));
      const locked = await this.cases.lock(em, districtId, number);
      const at = await this.clock.now(em);
      const decider = await this.cases.decider(em, locked, moderatorId);
      const next = mayDecide({ state: locked.state, claim: claimOf(locked) }, decider, verdict, at);
      if (!next.ok) throw new Refusal(next.refusal);
      if (verdict === 'hide') await this.subjects.hide(em, subject);
      if (verdict === 'redact') await this.redact(em, locked, subject, decision.redaction, at);
      await this.decisions.record(em, {
        ...{ locked, subject, state: next.value, verdict, reason, message, decidedBy: moderatorId, at },
        act: actOf(verdict, locked.reports),
        news: verdict === 'keep' ? null : verdict === 'hide' ? 'text-hidden' : 'text-redacted',
      });
    });
  }

  private async redact(
    em: EntityManager,
    { districtId, id: caseId }: ModerationCaseEntity,
    subject: LockedSubject,
    redaction: RedactionDto | undefined,
    at: Date,
  ): Promise<void> {
    const original = textOf(subject);
    if (original === null) throw new Refusal('redaction-not-possible');
    await this.subjects.rewrite(em, subject, redactedText(original, redaction ?? {}), true);
    await em.insert(RedactedOriginalEntity, { districtId, caseId, ...original, keptUntil: appealUntil(at) });
  }
}

/** To decide against a text takes a reason and words to its author; names both where both are missing. */
function reasonOf({ verdict, reason }: DecideCaseDto, message: string): ReasonCode | null {
  const { min, max } = TEXT_LENGTHS.message;
  const errors: FieldError[] = [];
  if (verdict !== 'keep' && reason === undefined)
    errors.push({ field: 'reason', code: 'reason-code-missing', message: 'is needed' });
  if (!fits(message, { min: verdict === 'keep' ? 0 : min, max }))
    errors.push({
      field: 'message',
      code: 'message-length',
      message: `between ${min} and ${max} characters`,
    });
  if (errors.length > 0) throw new Refusal('invalid-input', errors);
  return verdict === 'keep' ? null : (reason ?? null);
}

function redactedText(original: SubjectText, redaction: RedactionDto): SubjectText {
  const fields = (['title', 'summary', 'body'] as const).flatMap((field) => {
    const wanted = redaction[field];
    // Stored texts have no blanks around them, and a browser sends its own line ends.
    const text = wanted?.replaceAll('\r\n', '\n').trim();
    const before = original[field]?.replaceAll('\r\n', '\n');
    return text === undefined || text === before ? [] : [{ field, text, before }];
  });
  if (fields.length === 0) throw new Refusal('redaction-removes-nothing');
  const errors = fields.flatMap(({ field, text, before }): FieldError[] => {
    const result = before === undefined ? null : redactionOf(before, text);
    if (result?.ok) return [];
    const code = result?.refusal ?? 'redaction-not-possible';
    return [{ field: `redaction.${field}`, code, message: 'says more than the original' }];
  });
  const [first] = errors;
  if (first) throw new Refusal(first.code, errors);
  return { ...original, ...Object.fromEntries(fields.map(({ field, text }) => [field, text])) };
}

/** What nobody reported, and nobody acted on, is nobody's business. */
function actOf(verdict: Verdict, reports: number): 'hidden' | 'redacted' | 'kept' | null {
  switch (verdict) {
    case 'hide':
      return 'hidden';
    case 'redact':
      return 'redacted';
    case 'keep':
      return reports > 0 ? 'kept' : null;
  }
}
