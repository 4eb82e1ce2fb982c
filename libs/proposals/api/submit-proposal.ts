import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DistrictMaps } from '@buurtstem/districts-api';
import type { Place } from '@buurtstem/districts-domain';
import { Clock, Limits, Transaction } from '@buurtstem/platform-api';
import {
  draftRefusals,
  PROPOSAL_LIMITS,
  type ProposalKind,
  type ProposalText,
  type TextRefusal,
} from '@buurtstem/proposals-domain';
import { Refusal, type ProposalId, type RefusalCode, type ResidentId } from '@buurtstem/shared-domain';
import { ProposalEntity } from './entities';

export interface SubmittedProposal extends ProposalText {
  readonly districtId: number;
  readonly kind: ProposalKind;
  readonly neighbourhood: string | null;
  readonly theme?: string | null;
  readonly place?: Place | null;
  readonly submitter: { readonly id: ResidentId; readonly displayName: string | null };
}

/** Takes a resident's proposal in as a draft that only they see. */
@Injectable()
export class SubmitProposal {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly maps: DistrictMaps,
    private readonly limits: Limits,
  ) {}

  /**
   * The same from the site: not too often, since each draft is kept and shown to its submitter. What cannot succeed uses up
   * nobody's turn.
   */
  async online(submitted: SubmittedProposal): Promise<number> {
    refuseTexts(draftRefusals(submitted));
    await this.limits.hit('draft', submitted.submitter.id, ...PROPOSAL_LIMITS.drafts);
    return this.takeIn(submitted);
  }

  /** Answers the number of the new draft. */
  async execute(submitted: SubmittedProposal): Promise<number> {
    refuseTexts(draftRefusals(submitted));
    return this.takeIn(submitted);
  }

  /** For imports, which bring titles and texts of other lengths than ours: they are kept whole. */
  takeIn(submitted: SubmittedProposal): Promise<number> {
    return this.transaction.run(async (em) => {
      await refuseUnknown(em, submitted.districtId, 'neighbourhood', submitted.neighbourhood);
      await refuseUnknown(em, submitted.districtId, 'theme', submitted.theme ?? null);
      await this.maps.refuseOutside(em, submitted.districtId, submitted.place ?? null);
      const now = await this.clock.now(em);
      const number = await nextNumber(em, submitted.districtId);
      await em.insert(ProposalEntity, {
        districtId: submitted.districtId,
        id: randomUUID() as ProposalId,
        number,
        kind: submitted.kind,
        title: submitted.title.trim(),
        summary: submitted.summary.trim(),
        body: submitted.body.trim(),
        neighbourhoodSlug: submitted.neighbourhood,
        themeSlug: submitted.theme ?? null,
        latitude: submitted.place?.latitude ?? null,
        longitude: submitted.place?.longitude ?? null,
        submitterId: submitted.submitter.id,
        // Whoever has no name yet is asked for it before the draft is published.
        submitterName: submitted.submitter.displayName ?? '',
        state: 'draft',
        hidden: false,
        publishedAt: null,
        chancesUsed: 0,
        version: 1,
        createdAt: now,
        updatedAt: now,
        redacted: false,
        mergedInto: null,
      });
      return number;
    });
  }
}

/** Throws one refusal that names every text of the wrong length. */
export function refuseTexts(refusals: readonly TextRefusal[]): void {
  if (refusals.length === 0) return;
  throw new Refusal(
    'invalid-input',
    refusals.map((code) => ({
      field: code.slice(0, -'-length'.length),
      code,
      message: `${code} is out of bounds`,
    })),
  );
}

/** What somebody chooses from a list of their district, by its slug: the table with the list, and the refusal. */
const CHOSEN = {
  neighbourhood: { table: 'neighbourhood', code: 'neighbourhood-unknown' },
  theme: { table: 'proposal_theme', code: 'theme-unknown' },
} as const satisfies Record<string, { table: string; code: RefusalCode }>;

export async function refuseUnknown(
  em: EntityManager,
  districtId: number,
  field: keyof typeof CHOSEN,
  slug: string | null,
): Promise<void> {
  if (slug === null) return;
  const { table, code } = CHOSEN[field];
  const [known] = await em.query<unknown[]>(`select from ${table} where district_id = $1 and slug = $2`, [
    districtId,
    slug,
  ]);
  if (!known)
    throw new Refusal('invalid-input', [{ field, code, message: `this district has no such ${field}` }]);
}

/** Counts up on the district's own row, so that two submitters at once get two numbers. */
async function nextNumber(em: EntityManager, districtId: number): Promise<number> {
  const [[row]] = await em.query<[{ number: number }[], number]>(
    'update district set last_proposal_number = last_proposal_number + 1 where id = $1 returning last_proposal_number as number',
    [districtId],
  );
  if (!row) throw new Refusal('district-not-found');
  return row.number;
}
