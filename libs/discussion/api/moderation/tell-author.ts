import type { LogSubject, ReasonCode } from '@buurtstem/discussion-domain';
import { DistrictEntity } from '@buurtstem/districts-api';
import { queueMessages, type ModerationKind } from '@buurtstem/notifications-api';
import type { ResidentId } from '@buurtstem/shared-domain';
import type { EntityManager } from 'typeorm';

export interface Told {
  readonly districtId: number;
  /** Nobody is told of one decision twice. */
  readonly decisionId: string;
  readonly kind: ModerationKind;
  readonly recipients: readonly ResidentId[];
  readonly proposalNumber: number;
  readonly subject: LogSubject;
  readonly reason: ReasonCode | null;
  readonly message: string;
  readonly appealUntil: Date | null;
}

/** Queues the mails about a decision in its own transaction: to the author, or to who reported it. */
export async function tell(em: EntityManager, told: Told, at: Date): Promise<void> {
  const { districtId, kind, recipients, proposalNumber, subject, reason, message } = told;
  const { slug, name } = await em.findOneByOrFail(DistrictEntity, { id: districtId });
  const appealUntil = told.appealUntil?.toISOString() ?? null;
  const news = { district: { slug, name }, proposalNumber, subject, reason, message, appealUntil };
  await queueMessages(em, { districtId, kind, subjectId: told.decisionId, recipients, news }, at);
}
