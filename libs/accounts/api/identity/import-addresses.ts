import { Injectable } from '@nestjs/common';
import {
  readAddressTable,
  type AddressTableEntry,
  type AddressTableMistake,
} from '@buurtstem/accounts-domain';
import { Districts } from '@buurtstem/districts-api';
import { Clock, Transaction } from '@buurtstem/platform-api';
import { Refusal } from '@buurtstem/shared-domain';
import type { EntityManager } from 'typeorm';
import { readRows } from './csv';

/** First key of the advisory lock that makes two imports into one district take turns; the second is the district. */
const IMPORT_LOCK = 7_215_004;
/** More mistakes than anybody mends by hand. */
const NAMED_MISTAKES = 1_000;

/** Replaces a district's address table by what a file says: all of it, or with one mistake in it nothing. */
@Injectable()
export class ImportAddresses {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly districts: Districts,
  ) {}

  async execute(districtId: number, csv: string): Promise<void> {
    const neighbourhoods = await this.districts.neighbourhoods(districtId);
    const file = readRows(csv);
    const { entries, mistakes } = readAddressTable(file.rows, neighbourhoods);
    // Behind a broken quote nothing can be told apart any more, so what was read before it is all there is.
    const all = file.mistake ? [...mistakes, file.mistake] : mistakes;
    if (all.length > 0) throw new Refusal('address-table-not-valid', all.slice(0, NAMED_MISTAKES).map(named));
    await this.transaction.run(async (em) => {
      await em.query('select pg_advisory_xact_lock($1, $2)', [IMPORT_LOCK, districtId]);
      await em.query('delete from address where district_id = $1', [districtId]);
      await insertAll(em, districtId, entries, await this.clock.now(em));
    });
  }
}

/** Who asks at this moment sees the old table until the commit, and then the new one. */
async function insertAll(
  em: EntityManager,
  districtId: number,
  entries: readonly AddressTableEntry[],
  at: Date,
): Promise<void> {
  await em.query(
    `insert into address (district_id, postcode, house_number, neighbourhood_slug, imported_at)
     select $1, postcode, house_number, neighbourhood, $2
     from unnest($3::text[], $4::integer[], $5::text[]) as entry (postcode, house_number, neighbourhood)`,
    [
      districtId,
      at,
      entries.map(({ postcode }) => postcode),
      entries.map(({ houseNumber }) => houseNumber),
      entries.map(({ neighbourhood }) => neighbourhood),
    ],
  );
}

function named({ line, code, message }: AddressTableMistake) {
  return { field: `line ${line}`, code, message };
}
