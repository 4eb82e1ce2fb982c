import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { liesInside, type Area, type Place } from '@buurtstem/districts-domain';
import { Clock, Config, Transaction } from '@buurtstem/platform-api';
import { Refusal } from '@buurtstem/shared-domain';
import { Districts } from './districts';
import type { DistrictMapDto } from './districts.dto';
import { DistrictMapEntity } from './entities';

/** The shapes of the districts and of their neighbourhoods. */
@Injectable()
export class DistrictMaps {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly districts: Districts,
  ) {}

  /** Puts a map in the place of the one before it. */
  replace(districtId: number, areas: readonly Area[]): Promise<void> {
    return this.transaction.run(async (em) => {
      await em.query(
        `insert into district_map (district_id, areas, imported_at) values ($1, $2, $3)
         on conflict (district_id) do update set areas = excluded.areas, imported_at = excluded.imported_at`,
        [districtId, JSON.stringify(areas), await this.clock.now(em)],
      );
    });
  }

  /** Without an import there are no areas, and nothing can be put on the map. */
  async read(slug: string): Promise<DistrictMapDto> {
    const { id, name } = await this.districts.bySlug(slug);
    const [areas, neighbourhoods] = await Promise.all([
      areasOf(this.dataSource.manager, id),
      this.districts.neighbourhoods(id),
    ]);
    const names = new Map(neighbourhoods.map((one) => [one.slug, one.name]));
    return {
      areas: areas.map(({ neighbourhood, polygons }) => ({
        neighbourhood,
        name: neighbourhood === null ? name : (names.get(neighbourhood) ?? ''),
        polygons: polygons.map((polygon) => polygon.map((ring) => ring.map(([x, y]) => [x, y]))),
      })),
      tiles: this.config.mapTiles && { ...this.config.mapTiles },
    };
  }

  /** Throws where a place lies outside the district, or where nobody can tell. */
  async refuseOutside(em: EntityManager, districtId: number, place: Place | null): Promise<void> {
    if (place === null) return;
    const areas = await areasOf(em, districtId);
    const code = areas.length === 0 ? 'district-map-missing' : 'place-outside-district';
    if (liesInside(areas, place)) return;
    throw new Refusal('invalid-input', [
      { field: 'place', code, message: 'the place is not in this district' },
    ]);
  }
}

async function areasOf(em: EntityManager, districtId: number): Promise<readonly Area[]> {
  const map = await em.findOneBy(DistrictMapEntity, { districtId });
  return map?.areas ?? [];
}
