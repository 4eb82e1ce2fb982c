import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MediaGate } from '@buurtstem/platform-api';
import { DataSource } from 'typeorm';

/** Keeps the photos beside progress reports from being shown when every plan that they belong to is hidden. */
@Injectable()
export class HiddenProgressPictures implements OnModuleInit {
  constructor(
    private readonly gate: MediaGate,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.gate.join((path) => this.isHidden(path));
  }

  private async isHidden(path: string): Promise<boolean> {
    const [row] = await this.dataSource.query<{ hidden: boolean | null }[]>(
      `select bool_and(p.hidden) as hidden from progress_report r
       join agenda_item i on i.district_id = r.district_id and i.id = r.agenda_item_id
       join proposal p on p.district_id = i.district_id and p.id = i.proposal_id where r.picture_path = $1`,
      [path],
    );
    // Null: no report shows it, so nobody hid it.
    return row?.hidden === true;
  }
}
