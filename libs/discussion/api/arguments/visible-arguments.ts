import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ProposalEntity } from '@buurtstem/proposals-api';
import { Refusal } from '@buurtstem/shared-domain';

/** What everybody may know of an argument or reply by its id. */
export interface VisibleArgument {
  readonly id: string;
  readonly parentId: string | null;
  readonly redacted: boolean;
}

/** The door to single arguments: what is out of sight, or stands under another proposal, is not there. */
@Injectable()
export class VisibleArguments {
  constructor(private readonly dataSource: DataSource) {}

  async one({ districtId, id: proposalId }: ProposalEntity, id: string): Promise<VisibleArgument> {
    const [argument] = await this.dataSource.query<VisibleArgument[]>(
      `select id, parent_id as "parentId", redacted from public_argument
       where district_id = $1 and proposal_id = $2 and id = $3`,
      [districtId, proposalId, id],
    );
    if (!argument) throw new Refusal('argument-not-found');
    return argument;
  }
}
