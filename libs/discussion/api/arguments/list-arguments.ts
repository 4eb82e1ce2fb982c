import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, Prepared, type CurrentAccount } from '@buurtstem/platform-api';
import { ReadProposal } from '@buurtstem/proposals-api';
import { Refusal } from '@buurtstem/shared-domain';
import { readArguments, readReplies, type Reading } from './argument-rows';
import { LIKES_ON_SIDES, type SideLikes } from './arguments';
import type {
  ArgumentDto,
  ArgumentPageDto,
  ArgumentVersionListDto,
  ListArgumentsDto,
  ListRepliesDto,
  ReplyDto,
  ReplyPageDto,
} from './arguments.dto';
import {
  readBestCursor,
  readCursor,
  writeBestCursor,
  writeCursor,
  type BestPlace,
  type Place,
} from './cursor';
import { VisibleArguments, type VisibleArgument } from './visible-arguments';

/** Whose arguments, and who reads. */
export interface Asked {
  readonly district: string;
  readonly number: number;
  readonly reader: CurrentAccount | null;
}

interface PlaceRow {
  id: string;
  posted: string;
}

interface BestRow extends PlaceRow {
  score_text: string;
}

interface Page {
  readonly ids: readonly string[];
  readonly next: string | null;
}

/** The arguments under a proposal, by keyset. A page takes the same number of queries, however much stands on it. */
@Injectable()
export class ListArguments {
  constructor(
    private readonly dataSource: DataSource,
    private readonly prepared: Prepared,
    private readonly clock: Clock,
    private readonly proposals: ReadProposal,
    private readonly visible: VisibleArguments,
  ) {}

  async page(under: Asked, asked: ListArgumentsDto): Promise<ArgumentPageDto> {
    const reading = await this.reading(under);
    const { ids, next } = await (asked.sort === 'best'
      ? this.best(reading, asked)
      : this.newest(reading, asked));
    const { districtId, id } = reading.proposal;
    const [items, total] = await Promise.all([
      readArguments(this.prepared, reading, ids),
      this.count(
        'arguments of a proposal',
        `proposal_id = $2 and parent_id is null and ($3::text is null or side = $3)`,
        [districtId, id, asked.side ?? null],
      ),
    ]);
    return { items, total, next };
  }

  /** The argument with this id, or the one that the reply with this id stands under. */
  async one(under: Asked, id: string): Promise<ArgumentDto> {
    const reading = await this.reading(under);
    const { parentId } = await this.visible.one(reading.proposal, id);
    const [argument] = await readArguments(this.prepared, reading, [parentId ?? id]);
    if (!argument) throw new Refusal('argument-not-found');
    return argument;
  }

  async reply(under: Asked, id: string): Promise<ReplyDto> {
    const [reply] = await readReplies(this.prepared, await this.reading(under), [id]);
    if (!reply) throw new Refusal('argument-not-found');
    return reply;
  }

  async replies(under: Asked, argumentId: string, asked: ListRepliesDto): Promise<ReplyPageDto> {
    const reading = await this.reading(under);
    const { districtId } = reading.proposal;
    const { parentId } = await this.visible.one(reading.proposal, argumentId);
    // There is one level: under a reply there is nothing.
    if (parentId !== null) throw new Refusal('argument-not-found');
    const scope = `replies ${argumentId}`;
    const from = asked.after ? readCursor(scope, asked.after) : null;
    const rows = await this.dataSource.query<PlaceRow[]>(
      `select id, ${POSTED} from public_argument a
       where district_id = $1 and parent_id = $2
         and ($3::timestamptz is null or (posted_at, id) > ($3::timestamptz, $4::uuid))
       order by posted_at, id limit $5`,
      [districtId, argumentId, from?.postedAt ?? null, from?.id ?? null, asked.limit + 1],
    );
    const { ids, next } = pageOf(rows, asked.limit, (last) => writeCursor(scope, placeOf(last)));
    const [items, total] = await Promise.all([
      readReplies(this.prepared, reading, ids),
      this.count('replies to an argument', 'parent_id = $2', [districtId, argumentId]),
    ]);
    return { items, total, next };
  }

  /** What it said before, oldest first. What a moderator took out must not be found in there. */
  async versions(under: Asked, id: string): Promise<ArgumentVersionListDto> {
    const { proposal } = await this.reading(under);
    const argument = await this.visible.one(proposal, id);
    return { items: argument.redacted ? [] : await this.earlier(proposal.districtId, argument) };
  }

  private async reading({ district, number, reader }: Asked): Promise<Reading> {
    return { proposal: await this.proposals.visible(district, number, reader), reader };
  }

  private async newest({ proposal }: Reading, { side, limit, after }: ListArgumentsDto): Promise<Page> {
    const scope = `newest ${side ?? ''}`;
    const from = after ? readCursor(scope, after) : null;
    const rows = await this.prepared.query<PlaceRow>(
      'newest arguments',
      `select id, ${POSTED} from public_argument a
       where district_id = $1 and proposal_id = $2 and parent_id is null and ($3::text is null or side = $3)
         and ($4::timestamptz is null or (posted_at, id) < ($4::timestamptz, $5::uuid))
       order by posted_at desc, id desc limit $6`,
      [proposal.districtId, proposal.id, side ?? null, from?.postedAt ?? null, from?.id ?? null, limit + 1],
    );
    return pageOf(rows, limit, (last) => writeCursor(scope, placeOf(last)));
  }

  /** Later pages look as of the moment of the first one: what is young, and how often each could have been liked. */
  private async best({ proposal }: Reading, { side, limit, after }: ListArgumentsDto): Promise<Page> {
    const scope = `best ${side ?? ''}`;
    const from = after ? readBestCursor(scope, after) : null;
    const { moment, likes } = from ?? (await this.now(proposal, side ?? null));
    const rows = await this.prepared.query<BestRow>(
      'best arguments',
      `select id, ${POSTED}, score::text as score_text from (${SCORED}) a
       where $7::double precision is null or (score, posted_at, id) < ($7, $8::timestamptz, $9::uuid)
       order by score desc, posted_at desc, id desc limit $10`,
      [
        proposal.districtId,
        proposal.id,
        side ?? null,
        likes.for,
        likes.against,
        moment,
        from?.score ?? null,
        from?.postedAt ?? null,
        from?.id ?? null,
        limit + 1,
      ],
    );
    return pageOf(rows, limit, (last) =>
      writeBestCursor(scope, { ...placeOf(last), score: last.score_text, moment, likes }),
    );
  }

  private async now(
    proposal: Reading['proposal'],
    side: 'for' | 'against' | null,
  ): Promise<Pick<BestPlace, 'moment' | 'likes'>> {
    const [row] = await this.prepared.query<SideLikes & { moment: Date }>(
      'likes on the sides of a proposal',
      `select ${this.clock.expression} as moment, ${LIKES_ON_SIDES}`,
      [proposal.districtId, proposal.id, side],
    );
    if (!row) throw new Error('Sums without groups are one row.');
    const { moment, ...likes } = row;
    return { moment: moment.toISOString(), likes };
  }

  private async count(of: string, which: string, values: unknown[]): Promise<number> {
    const [row] = await this.prepared.query<{ total: number }>(
      `count of ${of}`,
      `select count(*)::integer as total from public_argument where district_id = $1 and ${which}`,
      values,
    );
    return row?.total ?? 0;
  }

  private async earlier(
    districtId: number,
    { id }: VisibleArgument,
  ): Promise<ArgumentVersionListDto['items']> {
    const rows = await this.dataSource.query<{ version: number; body: string; written_at: Date }[]>(
      `select version, body, written_at from argument_version
       where district_id = $1 and argument_id = $2 order by version`,
      [districtId, id],
    );
    return rows.map(({ version, body, written_at }) => ({
      version,
      body,
      writtenAt: written_at.toISOString(),
    }));
  }
}

/** Of `a`, with its microseconds. */
const POSTED = `(a.posted_at at time zone 'UTC')::text || '+00' as posted`;

/** Every argument in question with its score. `$4` and `$5` are the likes of the sides for and against. */
const SCORED = `
  select a.id, a.posted_at, argument_score(
    a.likes,
    greatest(case a.side when 'for' then $4::integer else $5::integer end - a.likes_before, a.likes),
    date_part('epoch', $6::timestamptz - a.posted_at) / 3600) as score
  from public_argument a
  where a.district_id = $1 and a.proposal_id = $2 and a.parent_id is null and ($3::text is null or a.side = $3)`;

function placeOf({ posted, id }: PlaceRow): Place {
  return { postedAt: posted, id };
}

/** One row more than the page holds tells that there is a next one. */
function pageOf<Row extends PlaceRow>(
  rows: readonly Row[],
  limit: number,
  cursorAfter: (last: Row) => string,
): Page {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { ids: shown.map(({ id }) => id), next: last ? cursorAfter(last) : null };
}
