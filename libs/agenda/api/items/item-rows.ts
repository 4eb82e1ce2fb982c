import { answerDue, type AgendaItemState, type CommitteeVote, type Decision } from '@buurtstem/agenda-domain';
import { DEFAULT_RULEBOOK } from '@buurtstem/districts-domain';
import { addressesOf } from '@buurtstem/platform-api';
import {
  firstPictureOf,
  neighbourhoodOf,
  SHOWN_COLUMNS,
  SHOWN_JOINS,
  type AgendaItemDto,
  type ShownRow,
} from '@buurtstem/proposals-api';
import type { ProposalState } from '@buurtstem/proposals-domain';

/** A row of {@link ITEMS}. What the database hands over as JSON has its instants as text. */
export interface ItemRow extends ShownRow {
  id: string;
  state: Exclude<AgendaItemState, 'superseded'>;
  proposal_state: ProposalState;
  title: string;
  minutes: number;
  number: number;
  round_number: number;
  /** The count date. */
  won_at: Date;
  meeting_id: string | null;
  starts_at: Date;
  place: string;
  answer_term_days: number;
  summary: string;
  submitter_name: string;
  votes_for: number;
  votes_against: number;
  outcomes: OutcomeRow[];
  note: { text: string; author_name: string; published_at: string; version: number } | null;
  changes: ChangeRow[];
  progress: ProgressRow[];
}

interface OutcomeRow extends Record<keyof CommitteeVote, number | null> {
  decision: Decision;
  reasons: string;
  decided_at: string;
}

interface MeetingRow {
  id: string;
  starts_at: string;
  place: string;
}

interface ChangeRow {
  verb: AgendaItemDto['changes'][number]['verb'];
  from: MeetingRow | null;
  to: MeetingRow | null;
  reason: string;
  changed_at: string;
}

interface ProgressRow {
  id: string;
  text: string;
  responsible: string;
  reported_at: string;
  finishes: boolean;
  path: string | null;
  alt: string;
  width: number;
  height: number;
}

const MEETING_JSON = (alias: string): string =>
  `case when ${alias}.id is not null then
     json_build_object('id', ${alias}.id, 'starts_at', ${alias}.starts_at, 'place', ${alias}.place) end`;

/**
 * Agenda items with all that everybody reads of them, in one query however many there are. Put a condition behind it;
 * `$1` is the district. What a moderator hides, and what a recount put aside, is not there.
 */
export const ITEMS = `
  select i.id, i.state, p.state as proposal_state, p.title, i.minutes, p.number, r.number as round_number, r.closes_at as won_at,
    i.meeting_id, m.starts_at, m.place, p.summary, p.submitter_name, l.votes_for, l.votes_against,
    coalesce((b.settings->>'answerTermDays')::integer, ${DEFAULT_RULEBOOK.answerTermDays}) as answer_term_days,
    coalesce((select json_agg(json_build_object('decision', o.decision, 'reasons', o.reasons, 'decided_at', o.decided_at,
        'votesFor', o.votes_for, 'votesAgainst', o.votes_against, 'votesAbstained', o.votes_abstained) order by o.number)
      from outcome o where o.district_id = i.district_id and o.agenda_item_id = i.id), '[]') as outcomes,
    (select json_build_object('text', n.text, 'author_name', n.author_name, 'published_at', n.published_at,
        'version', n.version)
      from context_note n where n.district_id = i.district_id and n.agenda_item_id = i.id
      order by n.version desc limit 1) as note,
    coalesce((select json_agg(json_build_object('verb', c.verb, 'reason', c.reason, 'changed_at', c.changed_at,
        'from', ${MEETING_JSON('cf')}, 'to', ${MEETING_JSON('ct')}) order by c.id)
      from agenda_change c
      left join meeting cf on cf.district_id = c.district_id and cf.id = c.from_meeting_id
      left join meeting ct on ct.district_id = c.district_id and ct.id = c.to_meeting_id
      where c.district_id = i.district_id and c.agenda_item_id = i.id), '[]') as changes,
    coalesce((select json_agg(json_build_object('id', t.id, 'text', t.text, 'responsible', t.responsible,
        'reported_at', t.reported_at, 'finishes', t.finishes, 'path', t.picture_path, 'alt', t.picture_alt,
        'width', t.picture_width, 'height', t.picture_height) order by t.reported_at, t.id)
      from progress_report t where t.district_id = i.district_id and t.agenda_item_id = i.id), '[]') as progress,
    ${SHOWN_COLUMNS}
  from agenda_item i
  join proposal p on p.district_id = i.district_id and p.id = i.proposal_id and not p.hidden
  join round r on r.district_id = i.district_id and r.id = i.round_id
  join lateral (
    select votes_for, votes_against from count_line l
    where l.district_id = i.district_id and l.round_id = i.round_id and l.proposal_id = i.proposal_id
    order by version desc limit 1
  ) l on true
  left join rulebook b on b.district_id = r.district_id and b.version = r.rulebook_version
  left join meeting m on m.district_id = i.district_id and m.id = i.meeting_id
  ${SHOWN_JOINS}
  where i.district_id = $1 and i.state <> 'superseded'`;

export function itemOf(row: ItemRow): AgendaItemDto {
  const outcomes = row.outcomes.map(outcomeOf);
  const startsAt = row.meeting_id === null ? null : row.starts_at;
  return {
    id: row.id,
    state: row.state,
    title: row.title,
    proposalNumber: row.number,
    roundNumber: row.round_number,
    meeting:
      row.meeting_id === null || startsAt === null
        ? null
        : { id: row.meeting_id, startsAt: startsAt.toISOString(), place: row.place },
    minutes: row.minutes,
    outcome: outcomes.at(-1) ?? null,
    outcomes,
    contextNote: row.note && {
      text: row.note.text,
      authorName: row.note.author_name,
      publishedAt: instant(row.note.published_at),
      version: row.note.version,
    },
    changes: row.changes.map(({ verb, from, to, reason, changed_at }) => ({
      verb,
      from: referenceOf(from),
      to: referenceOf(to),
      reason,
      changedAt: instant(changed_at),
    })),
    answerDueAt: answerDue(row.state, startsAt, row.answer_term_days)?.toISOString() ?? null,
    progress: row.progress.map(progressOf),
    proposal: {
      state: row.proposal_state,
      summary: row.summary,
      submitterName: row.submitter_name,
      votesFor: row.votes_for,
      votesAgainst: row.votes_against,
      picture: firstPictureOf(row),
      neighbourhood: neighbourhoodOf(row),
    },
  };
}

function outcomeOf({
  decision,
  reasons,
  decided_at,
  ...vote
}: OutcomeRow): AgendaItemDto['outcomes'][number] {
  const { votesFor, votesAgainst, votesAbstained } = vote;
  return {
    decision,
    reasons,
    decidedAt: instant(decided_at),
    vote:
      votesFor === null || votesAgainst === null || votesAbstained === null
        ? null
        : { votesFor, votesAgainst, votesAbstained },
  };
}

function progressOf(row: ProgressRow): AgendaItemDto['progress'][number] {
  const { text, responsible, reported_at, finishes, path, alt, width, height } = row;
  return {
    id: Number(row.id),
    text,
    responsible,
    reportedAt: instant(reported_at),
    finishes,
    picture: path === null ? null : { ...addressesOf({ path, width }), alt, width, height },
  };
}

function referenceOf(meeting: MeetingRow | null): AgendaItemDto['meeting'] {
  return meeting && { id: meeting.id, startsAt: instant(meeting.starts_at), place: meeting.place };
}

function instant(json: string): string {
  return new Date(json).toISOString();
}
