import { addressesOf } from '@buurtstem/platform-api';
import { chancesLeft, type ProposalKind, type ProposalState } from '@buurtstem/proposals-domain';
import type { PictureDto } from './pictures/picture.dto';
import type { ProposalSummaryDto } from './proposals.dto';

/** A row of {@link SHOWN_COLUMNS}: what every list shows beside a title, in whichever room. */
export interface ShownRow {
  neighbourhood_slug: string | null;
  neighbourhood_name: string | null;
  /** Of the first picture; null where there is none. */
  path: string | null;
  picture_id: string;
  alt: string;
  width: number;
  height: number;
}

export const SHOWN_COLUMNS =
  'p.neighbourhood_slug, n.name as neighbourhood_name, f.path, f.id as picture_id, f.alt, f.width, f.height';

/** Joins them to `proposal p`; the picture is the first one that no moderator hides. */
export const SHOWN_JOINS = `
  left join neighbourhood n on n.district_id = p.district_id and n.slug = p.neighbourhood_slug
  left join lateral (
    select shown.id, shown.path, shown.alt, shown.width, shown.height from proposal_picture shown
    where shown.district_id = p.district_id and shown.proposal_id = p.id and not shown.hidden
    order by shown.position limit 1
  ) f on true`;

/** A row of {@link SUMMARY_COLUMNS}. */
export interface SummaryRow extends ShownRow {
  id: string;
  number: number;
  kind: ProposalKind;
  title: string;
  summary: string;
  state: ProposalState;
  chances_used: number;
  published_at: Date | null;
  submitter_name: string;
  theme_slug: string | null;
  theme_name: string | null;
  latitude: number | null;
  longitude: number | null;
  votes_for: number;
  votes_against: number;
  argument_count: number;
}

export const SUMMARY_COLUMNS = `
  p.id, p.number, p.kind, p.title, p.summary, p.state, p.chances_used, p.published_at, p.submitter_name,
  p.theme_slug, t.name as theme_name, p.latitude, p.longitude, ${SHOWN_COLUMNS},
  coalesce(s.votes_for, 0) as votes_for, coalesce(s.votes_against, 0) as votes_against,
  (select count(*)::integer from public_argument a
   where a.district_id = p.district_id and a.proposal_id = p.id and a.parent_id is null) as argument_count`;

/**
 * Joins the standing `s` to `proposal p`. The level is the one from which votes count; both are values of a query, such as
 * `$1`. The limit makes it ask for each proposal shown: a planner that does not yet know how many there are would compare
 * each of them with the whole district's.
 */
export const standingJoin = (district: string, level: string): string => `
  left join lateral (
    select * from proposal_standing(${district}, ${level}) one where one.proposal_id = p.id limit 1
  ) s on true`;

/** As {@link standingJoin}. */
export const summaryFrom = (district: string, level: string): string => `
  from proposal p
  ${standingJoin(district, level)}
  left join proposal_theme t on t.district_id = p.district_id and t.slug = p.theme_slug
  ${SHOWN_JOINS}`;

export function summaryOf(row: SummaryRow, chances: number): ProposalSummaryDto {
  return {
    number: row.number,
    kind: row.kind,
    title: row.title,
    summary: row.summary,
    state: row.state,
    neighbourhood: neighbourhoodOf(row),
    theme:
      row.theme_slug === null || row.theme_name === null
        ? null
        : { slug: row.theme_slug, name: row.theme_name },
    place:
      row.latitude === null || row.longitude === null
        ? null
        : { latitude: row.latitude, longitude: row.longitude },
    submitterName: row.submitter_name,
    publishedAt: row.published_at?.toISOString() ?? null,
    chancesLeft: chancesLeft({ state: row.state, chancesUsed: row.chances_used }, chances),
    picture: firstPictureOf(row),
    standing: { votesFor: row.votes_for, votesAgainst: row.votes_against },
    argumentCount: row.argument_count,
  };
}

export function neighbourhoodOf(row: ShownRow): { slug: string; name: string } | null {
  const { neighbourhood_slug: slug, neighbourhood_name: name } = row;
  return slug === null || name === null ? null : { slug, name };
}

/** The first picture of a proposal. */
export function firstPictureOf(row: ShownRow, folder?: string): PictureDto | null {
  return row.path === null ? null : pictureOf({ ...row, id: row.picture_id, path: row.path }, folder);
}

/** `folder` is where a draft's are asked for. */
export function pictureOf(
  row: { id: string; path: string; alt: string; width: number; height: number },
  folder?: string,
): PictureDto {
  const { id, alt, width, height } = row;
  return { id, ...addressesOf(row, folder), alt, width, height };
}
