import { Injectable } from '@nestjs/common';
import { claimNext, mistakesInClaim, type AccessibilityClaim } from '@buurtstem/pages-domain';
import { Transaction } from '@buurtstem/platform-api';
import { Refusal } from '@buurtstem/shared-domain';
import { Pages, type Writer } from './pages';

const MESSAGES = {
  'email-not-valid': 'must be an e-mail address, or empty',
  'audit-report-missing': 'status A and B need the report of an examination',
  'audit-report-not-valid': 'must be an address that starts with https://',
} as const;

/** Says how far the district's site has come, and whom one can write to about it. */
@Injectable()
export class ClaimAccessibility {
  constructor(
    private readonly transaction: Transaction,
    private readonly pages: Pages,
  ) {}

  async execute(districtId: number, wanted: AccessibilityClaim, writer: Writer): Promise<AccessibilityClaim> {
    const mistakes = mistakesInClaim(wanted);
    if (mistakes.length > 0)
      throw new Refusal(
        'invalid-input',
        mistakes.map(({ field, code }) => ({ field, code, message: MESSAGES[code] })),
      );
    return this.transaction.run(async (em) => {
      await this.pages.lock(em, districtId);
      const claim = claimNext(wanted, await this.pages.claim(em, districtId));
      if (!claim.ok) throw new Refusal(claim.refusal);
      await this.pages.keepClaim(em, districtId, claim.value, writer);
      return claim.value;
    });
  }
}
