import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MediaGate } from '@buurtstem/platform-api';
import { DataSource } from 'typeorm';

/** Keeps the files of pictures from being shown when a moderator hid every one that they belong to. */
@Injectable()
export class HiddenPictures implements OnModuleInit {
  constructor(
    private readonly gate: MediaGate,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.gate.join((path) => this.isHidden(path));
  }

  private async isHidden(path: string): Promise<boolean> {
    const [row] = await this.dataSource.query<{ hidden: boolean | null }[]>(
      `select bool_and(f.hidden or p.hidden) as hidden from proposal_picture f
       join proposal p on p.district_id = f.district_id and p.id = f.proposal_id where f.path = $1`,
      [path],
    );
    // Null: no proposal shows it, so nobody hid it.
    return row?.hidden === true;
  }
}
