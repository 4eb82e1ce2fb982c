import { Injectable } from '@nestjs/common';
import type { CurrentAccount } from '@buurtstem/platform-api';
import { DataSource } from 'typeorm';
import type { SessionDto, StaffAccess } from './account.dto';
import { Households } from './households';

/** Answers who is signed in, whom they share the address with, and whether their staff rights count. */
@Injectable()
export class ReadSession {
  constructor(
    private readonly dataSource: DataSource,
    private readonly households: Households,
  ) {}

  async execute(account: CurrentAccount | null): Promise<SessionDto> {
    if (!account) return { account: null };
    const { id, email, displayName, heldRoles } = account;
    const { position, limit, others } = await this.households.of(account);
    return {
      account: {
        id,
        email,
        displayName,
        roles: heldRoles.map(({ district, role }) => ({ district, role })),
        staffAccess: await this.staffAccess(account),
        household: { position, limit, others: [...others] },
      },
    };
  }

  private async staffAccess({ id, heldRoles, roles }: CurrentAccount): Promise<StaffAccess> {
    if (heldRoles.length === 0) return 'none';
    if (roles.length > 0) return 'open';
    const [row] = await this.dataSource.query<{ hasFactor: boolean }[]>(
      `select exists (select from second_factor where account_id = $1 and confirmed_at is not null) as "hasFactor"`,
      [id],
    );
    return row?.hasFactor ? 'confirm' : 'enrol';
  }
}
