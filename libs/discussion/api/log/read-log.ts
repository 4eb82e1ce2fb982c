import { Injectable } from '@nestjs/common';
import type { LogLine } from '@buurtstem/discussion-domain';
import { Districts } from '@buurtstem/districts-api';
import { Config } from '@buurtstem/platform-api';
import { DataSource, LessThan } from 'typeorm';
import { feedOf } from './feed';
import type { LogPageDto, ReadLogDto } from './log.dto';
import { LogLineEntity } from './log.entity';

const FEED_LINES = 50;

/** The public moderation log. */
@Injectable()
export class ReadLog {
  constructor(
    private readonly dataSource: DataSource,
    private readonly districts: Districts,
    private readonly config: Config,
  ) {}

  async page(district: string, { limit, before }: ReadLogDto): Promise<LogPageDto> {
    const districtId = await this.districts.idOf(district);
    const [items, [newest]] = await Promise.all([
      this.newest(districtId, limit, before),
      this.newest(districtId, 1),
    ]);
    const last = items.at(-1);
    return {
      items,
      // No position is left out, so the newest one says how many there are.
      total: newest?.position ?? 0,
      next: last && last.position > 1 ? last.position : null,
    };
  }

  async feed(slug: string): Promise<string> {
    const district = await this.districts.bySlug(slug);
    return feedOf(district, await this.newest(district.id, FEED_LINES), this.config.publicUrl);
  }

  /** All lines, oldest first. */
  async every(districtId: number): Promise<LogLine[]> {
    const rows = await this.dataSource.manager.find(LogLineEntity, {
      where: { districtId },
      order: { position: 'asc' },
    });
    return rows.map(lineOf);
  }

  private async newest(districtId: number, limit: number, before?: number): Promise<LogLine[]> {
    const rows = await this.dataSource.manager.find(LogLineEntity, {
      where: { districtId, ...(before !== undefined && { position: LessThan(before) }) },
      order: { position: 'desc' },
      take: limit,
    });
    return rows.map(lineOf);
  }
}

function lineOf(row: LogLineEntity): LogLine {
  return {
    position: row.position,
    at: row.at.toISOString(),
    act: row.act,
    subject: row.subjectKind,
    proposalNumber: row.proposalNumber,
    caseNumber: row.caseNumber,
    reason: row.reason === '' ? null : row.reason,
    explanation: row.explanation,
    previousHash: row.previousHash.toString('hex'),
    hash: row.hash.toString('hex'),
  };
}
