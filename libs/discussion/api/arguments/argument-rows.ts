import { mayEdit } from '@buurtstem/discussion-domain';
import { ofAnyLength, type CurrentAccount, type Prepared } from '@buurtstem/platform-api';
import type { ProposalEntity } from '@buurtstem/proposals-api';
import type { ResidentId } from '@buurtstem/shared-domain';
import { IS_ANSWERED } from './arguments';
import type { ArgumentDto, ReplyDto } from './arguments.dto';

/** Replies that come with each argument of a list; the others are a list of their own. */
export const FIRST_REPLIES = 3;

/** Under which proposal, and who reads. */
export interface Reading {
  readonly proposal: ProposalEntity;
  readonly reader: CurrentAccount | null;
}

interface WrittenRow {
  id: string;
  parent_id: string | null;
  author_id: ResidentId;
  author_name: string;
  body: string;
  posted_at: Date;
  edited_at: Date | null;
  redacted: boolean;
  version: number;
  likes: number;
  by_co_submitter: boolean;
  is_answered: boolean;
}

interface ArgumentRow extends WrittenRow {
  side: 'for' | 'against';
  liked: boolean;
  reply_count: number;
}

/** Of `public_argument a`. */
const WRITTEN_COLUMNS = `
  a.id, a.parent_id, a.author_id, a.author_name, a.body, a.posted_at, a.edited_at, a.redacted, a.version, a.likes,
  exists (select from co_submitter c where c.district_id = a.district_id and c.proposal_id = a.proposal_id
    and c.resident_id = a.author_id) as by_co_submitter,
  ${IS_ANSWERED} as is_answered`;

/** The arguments with these ids that are public, in this order, each with its first replies. Takes two queries. */
export async function readArguments(
  prepared: Prepared,
  reading: Reading,
  ids: readonly string[],
): Promise<ArgumentDto[]> {
  if (ids.length === 0) return [];
  const { districtId } = reading.proposal;
  const rows = await prepared.query<ArgumentRow>(
    'arguments by their ids',
    `select ${WRITTEN_COLUMNS}, a.side,
       exists (select from argument_like l where l.district_id = a.district_id and l.argument_id = a.id
         and l.resident_id = $3::uuid) as liked,
       (select count(*)::integer from public_argument r
        where r.district_id = a.district_id and r.parent_id = a.id) as reply_count
     from unnest(${ofAnyLength('$2', 'uuid[]')}) with ordinality as wanted (id, place)
     join public_argument a on a.district_id = $1 and a.id = wanted.id
     order by wanted.place`,
    [districtId, ids, reading.reader?.id ?? null],
  );
  const replies = await prepared.query<WrittenRow>(
    'first replies to arguments',
    `select first.* from unnest(${ofAnyLength('$2', 'uuid[]')}) as wanted (id)
     cross join lateral (
       select ${WRITTEN_COLUMNS} from public_argument a
       where a.district_id = $1 and a.parent_id = wanted.id
       order by a.posted_at, a.id limit ${FIRST_REPLIES}
     ) first
     order by first.posted_at, first.id`,
    [districtId, ids],
  );
  return rows.map((row) => ({
    ...writtenOf(row, reading),
    side: row.side,
    likes: row.likes,
    liked: row.liked,
    replies: replies.filter((reply) => reply.parent_id === row.id).map((reply) => writtenOf(reply, reading)),
    replyCount: row.reply_count,
  }));
}

/** The replies with these ids that are public, in this order. Takes one query. */
export async function readReplies(
  prepared: Prepared,
  reading: Reading,
  ids: readonly string[],
): Promise<ReplyDto[]> {
  const rows = await prepared.query<WrittenRow>(
    'replies by their ids',
    `select ${WRITTEN_COLUMNS} from unnest($2::uuid[]) with ordinality as wanted (id, place)
     join public_argument a on a.district_id = $1 and a.id = wanted.id
     order by wanted.place`,
    [reading.proposal.districtId, ids],
  );
  return rows.map((row) => writtenOf(row, reading));
}

function writtenOf(row: WrittenRow, reading: Reading): ReplyDto {
  return {
    id: row.id,
    body: row.body,
    authorName: row.author_name,
    bySubmitter: row.by_co_submitter || row.author_id === reading.proposal.submitterId,
    postedAt: row.posted_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    redacted: row.redacted,
    mine: row.author_id === reading.reader?.id,
    editable: isEditable(row, reading),
    version: row.version,
  };
}

/** By the rule that the edit itself asks. A row is public, so neither it nor its argument is hidden. */
function isEditable(row: WrittenRow, { proposal, reader }: Reading): boolean {
  if (reader === null) return false;
  const argument = {
    parentId: row.parent_id,
    authorId: row.author_id,
    hidden: false,
    redacted: row.redacted,
    likes: row.likes,
    isAnswered: row.is_answered,
  };
  return mayEdit(proposal, argument, row.parent_id === null ? null : { hidden: false }, reader.id).ok;
}
