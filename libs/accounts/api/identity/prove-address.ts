import { Injectable } from '@nestjs/common';
import { homeOf, parsePostcode } from '@buurtstem/accounts-domain';
import { Clock, Limits, Pseudonyms, Transaction, type Allowance } from '@buurtstem/platform-api';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import type { EntityManager } from 'typeorm';
import { Proofs } from './proofs';

const HOUR = 3600;
/** Enough for typing errors; too few to find out which addresses there are. */
const PER_ACCOUNT: Allowance = { hits: 10, seconds: HOUR };
const PER_NETWORK: Allowance = { hits: 60, seconds: HOUR };

/** Shows level 1: an address that is in the district's table. The address itself is not kept. */
@Injectable()
export class ProveAddress {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly limits: Limits,
    private readonly pseudonyms: Pseudonyms,
    private readonly proofs: Proofs,
  ) {}

  async execute(
    districtId: number,
    accountId: ResidentId,
    given: { readonly postcode: string; readonly houseNumber: number },
    network: string,
  ): Promise<void> {
    const postcode = parsePostcode(given.postcode);
    if (!postcode.ok)
      throw new Refusal(postcode.refusal, [
        { field: 'postcode', code: postcode.refusal, message: 'is four digits and two letters' },
      ]);
    await this.limits.hit('prove-address by account', accountId, PER_ACCOUNT);
    await this.limits.hit('prove-address by network', network, PER_NETWORK);
    const home = this.pseudonyms.of('home', homeOf(postcode.value, given.houseNumber));
    await this.transaction.run(async (em) => {
      await expectAddress(em, districtId, postcode.value, given.houseNumber);
      const at = await this.clock.now(em);
      await this.proofs.add(em, { districtId, accountId, level: 1, method: 'address', at, home });
    });
  }
}

/** One statement, so that it sees the table as it was before an import or as it is after it. */
async function expectAddress(
  em: EntityManager,
  districtId: number,
  postcode: string,
  houseNumber: number,
): Promise<void> {
  const [row] = await em.query<{ isThere: boolean; hasTable: boolean }[]>(
    `select exists (select from address where district_id = $1 and postcode = $2 and house_number = $3) as "isThere",
            exists (select from address where district_id = $1) as "hasTable"`,
    [districtId, postcode, houseNumber],
  );
  if (row?.hasTable !== true) throw new Refusal('address-table-missing');
  if (!row.isThere) throw new Refusal('address-not-in-district');
}
