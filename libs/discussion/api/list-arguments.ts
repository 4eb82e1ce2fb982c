import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CurrentAccount } from '@buurtstem/platform-api';
import { ReadProposal } from '@buurtstem/proposals-api';
import { Refusal } from '@buurtstem/shared-domain';
import type { ArgumentDto, ArgumentPageDto, ListArgumentsDto } from './discussion.dto';

interface ArgumentRow {
  id: string;
  side: 'for' | 'against';
  body: string;
  author_name: string;
  posted_at: Date;
  /** With microseconds, which a JavaScript date would lose. */
  key: string;
}

/** The arguments under a proposal, newest first, by keyset. */
@Injectable()
export class ListArguments {
  constructor(
    private readonly dataSource: DataSource,
    private readonly proposals: ReadProposal,
  ) {}

  async page(
    slug: string,
    number: number,
    reader: CurrentAccount | null,
    asked: ListArgumentsDto,
  ): Promise<ArgumentPageDto> {
    const { districtId, id } = await this.proposals.visible(slug, number, reader);
    const [atText, afterId] = asked.after ? readCursor(asked.after) : [null, null];
    const side = asked.side ?? null;
    const rows = await this.dataSource.query<ArgumentRow[]>(
      `select id, side, body, author_name, posted_at, extract(epoch from posted_at)::text as key from argument
       where district_id = $1 and proposal_id = $2 and ($3::text is null or side = $3)
         and ($4::numeric is null or (extract(epoch from posted_at), id) < ($4::numeric, $5::uuid))
       order by posted_at desc, id desc limit $6`,
      [districtId, id, side, atText, afterId, asked.limit + 1],
    );
    const [count] = await this.dataSource.query<{ total: number }[]>(
      `select count(*)::integer as total from argument
       where district_id = $1 and proposal_id = $2 and ($3::text is null or side = $3)`,
      [districtId, id, side],
    );
    const items = rows.slice(0, asked.limit);
    const last = rows.length > asked.limit ? items.at(-1) : undefined;
    return {
      items: items.map(argumentOf),
      total: count?.total ?? 0,
      next: last ? Buffer.from(`${last.key} ${last.id}`).toString('base64url') : null,
    };
  }
}

function argumentOf(row: Omit<ArgumentRow, 'key'>): ArgumentDto {
  return {
    id: row.id,
    side: row.side,
    body: row.body,
    authorName: row.author_name,
    postedAt: row.posted_at.toISOString(),
  };
}

function readCursor(text: string): [string, string] {
  const [at = '', id = ''] = Buffer.from(text, 'base64url').toString().split(' ');
  if (!/^\d{1,12}\.\d{6}$/.test(at) || !/^[0-9a-f-]{36}$/.test(id)) throw new Refusal('cursor-not-valid');
  return [at, id];
}
