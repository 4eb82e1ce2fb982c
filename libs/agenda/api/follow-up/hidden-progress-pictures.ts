import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MediaGate, type Sight } from '@buurtstem/platform-api';
import { DataSource } from 'typeorm';

/** Keeps the photos beside progress reports from being shown when every plan that they belong to is hidden. */
@Injectable()
export class HiddenProgressPictures implements OnModuleInit {
  constructor(
    private readonly gate: MediaGate,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.gate.join((paths) => this.sights(paths));
  }

  private async sights(paths: readonly string[]): Promise<Map<string, Sight>> {
    const rows = await this.dataSource.query<{ path: string; hidden: boolean }[]>(
      `select r.picture_path as path, bool_and(p.hidden) as hidden from progress_report r
       join agenda_item i on i.district_id = r.district_id and i.id = r.agenda_item_id
       join proposal p on p.district_id = i.district_id and p.id = i.proposal_id
       where r.picture_path = any($1) group by r.picture_path`,
      [paths],
    );
    return new Map(rows.map(({ path, hidden }) => [path, hidden ? 'hidden' : 'shown']));
  }
}
