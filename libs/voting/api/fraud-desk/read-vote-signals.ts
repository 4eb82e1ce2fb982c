import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { signalsIn, type Signal } from '@buurtstem/voting-domain';
import type { VoteCriteriaDto, VoteSignalDto } from './fraud-desk.dto';

interface TraceRow {
  proposal_id: string;
  number: number;
  title: string;
  /** As base64url. */
  network: string;
  mail_domain: string;
  minute: Date;
  votes: number;
}

/** Looks for what stands out among the valid online votes on open proposals whose origin is still known. */
@Injectable()
export class ReadVoteSignals {
  constructor(private readonly dataSource: DataSource) {}

  /** Most votes first. */
  async list(districtId: number): Promise<VoteSignalDto[]> {
    const rows = await this.dataSource.query<TraceRow[]>(TRACES, [districtId]);
    const proposals = new Map(rows.map(({ proposal_id: id, number, title }) => [id, { number, title }]));
    const traces = rows.map((row) => ({
      proposalId: row.proposal_id,
      network: row.network,
      mailDomain: row.mail_domain,
      minute: row.minute,
      votes: row.votes,
    }));
    return signalsIn(traces).flatMap((signal) => {
      const proposal = proposals.get(signal.proposalId);
      return proposal ? [signalOf(signal, proposal)] : [];
    });
  }
}

const TRACES = `
  select v.proposal_id, p.number, p.title,
    translate(rtrim(encode(o.network_pseudonym, 'base64'), '='), '+/', '-_') as network,
    o.mail_domain, date_trunc('minute', v.changed_at) as minute, count(*)::integer as votes
  from vote v
  join vote_origin o on o.district_id = v.district_id and o.proposal_id = v.proposal_id
    and o.resident_id = v.resident_id
  join proposal p on p.district_id = v.district_id and p.id = v.proposal_id
  where v.district_id = $1 and p.state = 'open' and v.status = 'valid' and v.choice <> 'none'
    and v.channel = 'online'
  group by v.proposal_id, p.number, p.title, o.network_pseudonym, o.mail_domain, minute`;

function signalOf(signal: Signal, proposal: { number: number; title: string }): VoteSignalDto {
  return {
    kind: signal.kind,
    proposal,
    label: signal.kind === 'network' ? shortName(signal.source) : signal.source,
    votes: signal.votes,
    from: signal.from.toISOString(),
    to: signal.to.toISOString(),
    criteria: criteriaOf(signal),
  };
}

/** Selects the votes of the signal: those of a source whenever they came, those of a burst by its time. */
function criteriaOf({ kind, source, from, to }: Signal): VoteCriteriaDto {
  switch (kind) {
    case 'network':
      return { network: source };
    case 'mail-domain':
      return { mailDomain: source };
    case 'burst':
      return { from: from.toISOString(), to: to.toISOString() };
  }
}

/** A name to talk about a network by; nobody can read an address from it. */
function shortName(network: string): string {
  return Buffer.from(network, 'base64url').subarray(0, 3).toString('hex').toUpperCase();
}
