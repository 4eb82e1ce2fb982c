import { Injectable } from '@nestjs/common';
import { confirmSignIn } from '@buurtstem/accounts-domain';
import { Clock, Transaction } from '@buurtstem/platform-api';
import { Refusal, refuse, type ResidentId } from '@buurtstem/shared-domain';
import { AccountOfAddress } from './account-of-address';
import { hashOfToken, isSameHash, Secrets } from './secrets';
import { SignInRequest } from './sign-in-request.entity';

export interface Confirmation {
  readonly requestId: string;
  /** The six digits, or else the token from the link. */
  readonly code?: string | undefined;
  readonly token?: string | undefined;
  /** From the cookie that was set when the code was asked for. */
  readonly browserToken: string;
}

/** Hands in a code or a link. Answers whose account it is; the first time it makes the account. */
@Injectable()
export class ConfirmSignIn {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly accountOfAddress: AccountOfAddress,
  ) {}

  async execute(confirmation: Confirmation): Promise<ResidentId> {
    // A wrong code must be remembered, so the refusal is thrown only after the transaction has committed.
    const result = await this.transaction.run(async (em) => {
      const request = await em.findOne(SignInRequest, {
        where: { id: confirmation.requestId },
        lock: { mode: 'pessimistic_write' },
      });
      // A request that does not exist looks like one of another browser: ids cannot be tried out.
      if (!request) return refuse('code-other-browser' as const);
      const now = await this.clock.now(em);
      const { next, result } = confirmSignIn(request, this.compare(request, confirmation), now);
      await em.update(
        SignInRequest,
        { id: request.id },
        { attemptsLeft: next.attemptsLeft, usedAt: next.usedAt },
      );
      return result.ok
        ? { ok: true as const, value: await this.accountOfAddress.execute(em, request, now) }
        : result;
    });
    if (!result.ok) throw new Refusal(result.refusal);
    return result.value;
  }

  private compare(request: SignInRequest, given: Confirmation) {
    const isSameBrowser = isSameHash(hashOfToken(given.browserToken), request.browserHash);
    const isRight =
      given.code !== undefined
        ? isSameHash(this.secrets.hashOfCode(request.id, given.code), request.codeHash)
        : isSameHash(hashOfToken(given.token ?? ''), request.tokenHash);
    return { isSameBrowser, isRight };
  }
}
