import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Districts } from '@buurtstem/districts-api';
import { Refusal } from '@buurtstem/shared-domain';
import { RoundCountEntity } from '../entities';
import { Rounds } from '../rounds';
import type { CountReportSummaryDto } from './reports.dto';

/** The reports of a round's counts, as they were published. */
@Injectable()
export class ReadReports {
  constructor(
    private readonly dataSource: DataSource,
    private readonly districts: Districts,
    private readonly rounds: Rounds,
  ) {}

  /** Newest first; none before the round is counted. */
  async list(slug: string, roundNumber: number): Promise<CountReportSummaryDto[]> {
    return (await this.counts(slug, roundNumber)).map(
      ({ version, reportNumber, countedAt, reason, document }) => ({
        version,
        reportNumber,
        countedAt: countedAt.toISOString(),
        reason,
        sha256: sha256Of(document),
      }),
    );
  }

  /** The text, byte for byte. */
  async document(slug: string, roundNumber: number, version: number): Promise<string> {
    const count = (await this.counts(slug, roundNumber)).find((one) => one.version === version);
    if (!count) throw new Refusal('round-not-counted');
    return count.document;
  }

  private async counts(slug: string, roundNumber: number): Promise<RoundCountEntity[]> {
    const districtId = await this.districts.idOf(slug);
    const em = this.dataSource.manager;
    const round = await this.rounds.byNumber(em, districtId, roundNumber);
    return em.find(RoundCountEntity, {
      where: { districtId, roundId: round.id },
      order: { version: 'desc' },
    });
  }
}

/** In hexadecimal, over the UTF-8 bytes: what `sha256sum` says of the downloaded file. */
export function sha256Of(document: string): string {
  return createHash('sha256').update(document, 'utf8').digest('hex');
}
