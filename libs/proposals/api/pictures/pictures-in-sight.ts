import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MediaGate, type Sight } from '@buurtstem/platform-api';
import { DataSource } from 'typeorm';

/** Says of pictures beside plans who may see their files: everybody while a public plan shows them, else nobody. */
@Injectable()
export class PicturesInSight implements OnModuleInit {
  constructor(
    private readonly gate: MediaGate,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.gate.join((paths) => this.sights(paths));
  }

  private async sights(paths: readonly string[]): Promise<Map<string, Sight>> {
    const rows = await this.dataSource.query<{ path: string; shown: boolean }[]>(
      `select f.path, bool_or(s.id is not null) as shown from proposal_picture f
       left join public_picture s on s.district_id = f.district_id and s.id = f.id
       where f.path = any($1) group by f.path`,
      [paths],
    );
    return new Map(rows.map(({ path, shown }) => [path, shown ? 'shown' : 'hidden']));
  }
}
