import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Districts } from '@buurtstem/districts-api';
import { Prepared, type CurrentAccount } from '@buurtstem/platform-api';
import {
  firstPictureOf,
  ReadProposal,
  SHOWN_COLUMNS,
  SHOWN_JOINS,
  type ShownRow,
} from '@buurtstem/proposals-api';
import { isOpen, type ProposalState } from '@buurtstem/proposals-domain';
import { ballotStanding, type Ballot, type Channel } from '@buurtstem/voting-domain';
import type { MyVotesDto } from './my-page/my-page.dto';
import type { MyVoteDto } from './voting.dto';

/** A vote with what it takes to say whether it counts. */
interface StandingRow {
  choice: Ballot['choice'];
  status: Ballot['status'];
  channel: Channel;
  changed_at: Date;
  /** Published where the vote was declared invalid. */
  reason: string | null;
}

interface MyVoteRow extends StandingRow, ShownRow {
  number: number;
  title: string;
  state: ProposalState;
  hidden: boolean;
}

/** What holds for all votes of a resident in a district. */
export interface Circumstances {
  readonly neededLevel: number;
  readonly level: number;
  /** The count date of the open round. */
  readonly closesAt: Date | null;
}

/** What a resident reads of their own votes: what they are, and whether they count. */
@Injectable()
export class ReadMyVote {
  constructor(
    private readonly dataSource: DataSource,
    private readonly prepared: Prepared,
    private readonly districts: Districts,
    private readonly proposals: ReadProposal,
  ) {}

  async of(slug: string, proposalNumber: number, resident: CurrentAccount): Promise<MyVoteDto> {
    const proposal = await this.proposals.visible(slug, proposalNumber, resident);
    const [[vote], circumstances] = await Promise.all([
      this.prepared.query<StandingRow>(
        'own vote',
        `select ${STANDING_COLUMNS} from vote v
         where v.district_id = $1 and v.resident_id = $2 and v.proposal_id = $3`,
        [proposal.districtId, resident.id, proposal.id],
      ),
      this.circumstances(proposal.districtId, resident),
    ]);
    return voteOf(vote ?? null, proposal, circumstances);
  }

  /** Everything that the resident votes for or against, the last one changed first. */
  async all(slug: string, resident: CurrentAccount): Promise<MyVotesDto> {
    const districtId = await this.districts.idOf(slug);
    const [rows, circumstances] = await Promise.all([
      this.dataSource.query<MyVoteRow[]>(MY_VOTES, [districtId, resident.id]),
      this.circumstances(districtId, resident),
    ]);
    const items = rows.map((row) => ({
      proposal: {
        number: row.number,
        title: row.hidden ? '' : row.title,
        state: row.state,
        picture: row.hidden ? null : firstPictureOf(row),
      },
      vote: voteOf(row, row, circumstances),
    }));
    return { items, waiting: items.filter(({ vote }) => vote.status === 'waiting').length };
  }

  private async circumstances(districtId: number, resident: CurrentAccount): Promise<Circumstances> {
    const [rules, [row]] = await Promise.all([
      this.districts.rulebook(districtId),
      this.prepared.query<{ level: number; closes_at: Date | null }>(
        'what holds for own votes',
        `select (select coalesce(max(level), 0)::integer from identity_proof
                 where district_id = $1 and account_id = $2) as level,
                (select closes_at from round where district_id = $1 and state = 'open') as closes_at`,
        [districtId, resident.id],
      ),
    ]);
    return { neededLevel: rules.identityLevel, level: row?.level ?? 0, closesAt: row?.closes_at ?? null };
  }
}

/** Of `vote v`. A vote lies in at most one batch that is invalidated. */
const STANDING_COLUMNS = `
  v.choice, v.status, v.channel, v.changed_at,
  case when v.status = 'invalidated' then
    (select b.reason from vote_batch_member m
     join vote_batch b on b.district_id = m.district_id and b.number = m.batch_number
     where m.district_id = v.district_id and m.proposal_id = v.proposal_id and m.resident_id = v.resident_id
       and b.state = 'invalidated'
     limit 1)
  end as reason`;

const MY_VOTES = `
  select p.number, p.title, p.state, p.hidden, ${SHOWN_COLUMNS}, ${STANDING_COLUMNS}
  from vote v
  join proposal p on p.district_id = v.district_id and p.id = v.proposal_id
  ${SHOWN_JOINS}
  where v.district_id = $1 and v.resident_id = $2 and v.choice <> 'none'
  order by v.changed_at desc, p.number desc`;

export function voteOf(
  vote: StandingRow | null,
  proposal: { readonly state: ProposalState; readonly hidden: boolean },
  { neededLevel, level, closesAt }: Circumstances,
): MyVoteDto {
  const status = ballotStanding(vote, level >= neededLevel);
  const choice = vote === null || vote.choice === 'none' ? null : vote.choice;
  return {
    choice,
    counts: status === 'counts',
    status,
    castAt: choice === null || vote === null ? null : vote.changed_at.toISOString(),
    countedAt: choice !== null && isOpen(proposal) ? (closesAt?.toISOString() ?? null) : null,
    neededLevel,
    level,
    reason: vote?.reason ?? null,
    channel: vote?.channel ?? 'online',
  };
}
