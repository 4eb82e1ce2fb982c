import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Districts } from '@buurtstem/districts-api';
import type { CurrentAccount } from '@buurtstem/platform-api';
import type { Ballot, Channel, LedgerEntry } from '@buurtstem/voting-domain';
import type { ReceiptDto } from './my-page.dto';
import { receiptNumber } from './receipt-number';

interface Row {
  position: string;
  proposal_id: string;
  number: number;
  title: string;
  hidden: boolean;
  entry: LedgerEntry['entry'];
  choice: Ballot['choice'];
  channel: Channel;
  recorded_at: Date;
  round_number: number;
}

/** The lines of the ledger about one resident's votes. */
@Injectable()
export class ReadMyReceipts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly districts: Districts,
  ) {}

  async list(slug: string, resident: CurrentAccount): Promise<ReceiptDto[]> {
    const districtId = await this.districts.idOf(slug);
    const rows = await this.dataSource.query<Row[]>(RECEIPTS, [districtId, resident.id]);
    return rows.map((row) => ({
      receipt: receiptNumber({
        districtId,
        position: row.position,
        proposalId: row.proposal_id,
        residentId: resident.id,
      }),
      proposalNumber: row.number,
      proposalTitle: row.hidden ? '' : row.title,
      entry: row.entry,
      choice: row.choice === 'none' ? null : row.choice,
      recordedAt: row.recorded_at.toISOString(),
      roundNumber: row.round_number,
      channel: row.channel,
    }));
  }
}

const RECEIPTS = `
  select l.position, l.proposal_id, p.number, p.title, p.hidden, l.entry, l.choice, l.channel, l.recorded_at,
    r.number as round_number
  from ballot_ledger l
  join proposal p on p.district_id = l.district_id and p.id = l.proposal_id
  join round r on r.district_id = l.district_id and r.id = l.round_id
  where l.district_id = $1 and l.resident_id = $2
  order by l.position desc`;
