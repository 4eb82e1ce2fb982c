import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Districts } from '@buurtstem/districts-api';
import { NORTH_PER_EAST, withoutOverlap, type Pin } from '@buurtstem/proposals-domain';
import type { ListPinsDto } from './list-proposals.dto';
import { filter, Query } from './list-query';

const AT_MOST = 500;
/** A pin, and some room around it for a thumb. */
const PIN_PIXELS = 48;
/** The map of the whole world; twice as wide at every zoom. */
const WORLD_PIXELS = 256;

/** The proposals that have a place, as pins on the map; those that would cover each other are one pin. */
@Injectable()
export class ListPins {
  constructor(
    private readonly dataSource: DataSource,
    private readonly districts: Districts,
  ) {}

  async list(slug: string, asked: ListPinsDto): Promise<readonly Pin[]> {
    const districtId = await this.districts.idOf(slug);
    const query = new Query();
    filter(query, 'p', districtId, asked);
    const degrees = (360 * PIN_PIXELS) / (WORLD_PIXELS * 2 ** asked.zoom);
    const cell = query.value(degrees);
    // A grid makes some hundreds of many thousands; those at two sides of one of its lines may still touch.
    const pins = await this.dataSource.query<Pin[]>(
      `select pin.latitude, pin.longitude, pin.count, one.number, one.title
       from (
         select avg(p.latitude) as latitude, avg(p.longitude) as longitude, count(*)::integer as count,
           case count(*) when 1 then min(p.number) end as number
         from proposal p where ${query.conditions} and p.latitude is not null
         group by floor(p.longitude / ${cell}::double precision),
           floor(p.latitude / (${cell}::double precision * ${NORTH_PER_EAST}))
         order by count(*) desc, min(p.number) limit ${query.value(AT_MOST)}
       ) pin
       left join proposal one on one.district_id = $1 and one.number = pin.number
       order by pin.count desc, pin.latitude desc`,
      query.values,
    );
    return withoutOverlap(pins, degrees);
  }
}
