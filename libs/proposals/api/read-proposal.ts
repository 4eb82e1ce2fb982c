import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Districts } from '@buurtstem/districts-api';
import type { Rulebook } from '@buurtstem/districts-domain';
import {
  Clock,
  type CurrentAccount,
  Gather,
  ofAnyLength,
  Prepared,
  sharedTime,
} from '@buurtstem/platform-api';
import { isPublic, isVisibleTo, mayEdit } from '@buurtstem/proposals-domain';
import { Refusal } from '@buurtstem/shared-domain';
import { WhatBecameOfIt } from './agenda-item.dto';
import { ProposalEntity } from './entities';
import { HISTORY, instantOf, type HistoryRow } from './history-rows';
import { ReadPictures } from './pictures/read-pictures';
import { SUMMARY_COLUMNS, summaryFrom, summaryOf, type SummaryRow } from './proposal-rows';
import { Places } from './places';
import { Proposals } from './proposals';
import type { ChanceDto, MergedIntoDto, ProposalDto, StandingNowDto } from './proposals.dto';

interface Numbered {
  readonly districtId: number;
  readonly number: number;
}

/** One proposal with everything that its page shows. */
@Injectable()
export class ReadProposal {
  /** A page asks five things of a proposal at the same time, and each begins with whether its reader may see it. */
  private readonly rows = new Gather((all: readonly Numbered[]) => this.byNumber(all));

  constructor(
    private readonly dataSource: DataSource,
    private readonly prepared: Prepared,
    private readonly districts: Districts,
    private readonly proposals: Proposals,
    private readonly readPictures: ReadPictures,
    private readonly whatBecameOfIt: WhatBecameOfIt,
    private readonly places: Places,
    private readonly clock: Clock,
  ) {}

  /** What the reader may not see does not exist for them: drafts of others and hidden ones are 404. */
  async one(slug: string, number: number, reader: CurrentAccount | null): Promise<ProposalDto> {
    const proposal = await this.visible(slug, number, reader);
    const { districtId, id: proposalId } = proposal;
    const em = this.dataSource.manager;
    const rules = await this.districts.rulebook(districtId);
    const isMine = proposal.submitterId === reader?.id;
    const [row, place, pictures, mergedInto] = await Promise.all([
      this.summaryRow(proposal, rules),
      this.places.of(districtId, rules.identityLevel, proposalId),
      this.readPictures.shown(slug, proposal),
      this.mergedInto(proposal),
    ]);
    const [{ notes, events, coSubmitters }, chances, agendaItem, voicesHeard] = await Promise.all([
      this.history(proposal),
      this.chances(proposal, rules.chances),
      this.whatBecameOfIt.of(districtId, proposalId),
      isMine ? this.proposals.voicesHeard(em, proposal) : true,
    ]);
    return {
      ...summaryOf(row, rules.chances),
      body: proposal.body,
      picture: pictures[0] ?? null,
      pictures,
      notes: notes.map((note) => ({ ...note, addedAt: instantOf(note.addedAt) })),
      events: events.map((event) => ({ ...event, at: instantOf(event.at) })),
      chances,
      ...place,
      agendaItem,
      mine: isMine,
      editable: isMine && mayEdit(proposal, proposal.submitterId, voicesHeard).ok,
      version: proposal.version,
      redacted: proposal.redacted,
      coSubmitters,
      mergedInto,
    };
  }

  async standing(slug: string, number: number): Promise<StandingNowDto> {
    const proposal = await this.visible(slug, number, null);
    const rules = await this.districts.rulebook(proposal.districtId);
    const [row, now] = await Promise.all([
      this.summaryRow(proposal, rules),
      this.clock.now(this.dataSource.manager),
    ]);
    return { votesFor: row.votes_for, votesAgainst: row.votes_against, asOf: sharedTime(now).toISOString() };
  }

  /** The proposal, where this reader may see it. */
  async visible(slug: string, number: number, reader: CurrentAccount | null): Promise<ProposalEntity> {
    const districtId = await this.districts.idOf(slug);
    const proposal = await this.rows.ask({ districtId, number });
    if (!proposal || !isVisibleTo(proposal, reader?.id ?? null)) throw new Refusal('proposal-not-found');
    return proposal;
  }

  private async byNumber(all: readonly Numbered[]): Promise<(ProposalEntity | null)[]> {
    const found = await this.prepared.find(
      ProposalEntity,
      'proposals by their numbers',
      `where (district_id, number) in (
         select * from unnest(${ofAnyLength('$1', 'integer[]')}, ${ofAnyLength('$2', 'integer[]')}))`,
      [all.map(({ districtId }) => districtId), all.map(({ number }) => number)],
    );
    const keyOf = ({ districtId, number }: Numbered): string => `${districtId} ${number}`;
    const proposals = new Map(found.map((proposal) => [keyOf(proposal), proposal]));
    return all.map((one) => proposals.get(keyOf(one)) ?? null);
  }

  /** The proposal that it became one with; that one may be out of sight by now. */
  private async mergedInto({ districtId, mergedInto: id }: ProposalEntity): Promise<MergedIntoDto | null> {
    if (id === null) return null;
    const target = await this.dataSource.manager.findOneBy(ProposalEntity, { districtId, id });
    return target && { number: target.number, title: isPublic(target) ? target.title : '' };
  }

  private async history({ districtId, id }: ProposalEntity): Promise<HistoryRow> {
    const [row] = await this.prepared.query<HistoryRow>('history of a proposal', HISTORY, [districtId, id]);
    return row ?? { notes: [], events: [], coSubmitters: [] };
  }

  private async summaryRow(proposal: ProposalEntity, rules: Rulebook): Promise<SummaryRow> {
    const [row] = await this.prepared.query<SummaryRow>(
      'summary of a proposal',
      `select ${SUMMARY_COLUMNS} ${summaryFrom('$1', '$2')} where p.district_id = $1 and p.id = $3`,
      [proposal.districtId, rules.identityLevel, proposal.id],
    );
    if (!row) throw new Refusal('proposal-not-found');
    return row;
  }

  /** The count dates ahead of an open proposal and behind it; of any other only those in which it took part. */
  private async chances(proposal: ProposalEntity, chances: number): Promise<ChanceDto[]> {
    if (proposal.publishedAt === null) return [];
    const shown = proposal.state === 'open' ? chances : proposal.chancesUsed;
    const rounds = await this.prepared.query<{ number: number; closes_at: Date; state: string }>(
      'rounds of a proposal',
      'select number, closes_at, state from round where district_id = $1 and closes_at > $2 order by closes_at limit $3',
      [proposal.districtId, proposal.publishedAt, shown],
    );
    return rounds.map(({ number, closes_at, state }) => ({
      roundNumber: number,
      closesAt: closes_at.toISOString(),
      state: state === 'counted' ? 'used' : state === 'open' ? 'now' : 'next',
    }));
  }
}
