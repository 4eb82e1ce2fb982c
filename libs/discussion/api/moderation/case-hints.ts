import { Injectable } from '@nestjs/common';
import { isPostingFast, isRepeated, REPEATED_LENGTH, textSignals } from '@buurtstem/discussion-domain';
import type { EntityManager } from 'typeorm';
import { caseText, type CaseRow } from './case-rows';
import type { TextSignalDto } from './cases.dto';
import { ModerationSettingsEntity } from './entities';

/** What may be wrong with the texts of cases: computed when somebody looks, in three queries for any number of them. */
@Injectable()
export class CaseHints {
  /** The hints of each case, by its number. */
  async of(
    em: EntityManager,
    districtId: number,
    rows: readonly CaseRow[],
  ): Promise<Map<number, TextSignalDto[]>> {
    const settings = await em.findOneBy(ModerationSettingsEntity, { districtId });
    const watchWords = settings?.watchWords ?? [];
    const [repeated, posting] = [await sameTexts(em, districtId, rows), await posts(em, districtId, rows)];
    return new Map(
      rows.map((row, index) => {
        const same = repeated.get(index) ?? 0;
        const author = posting.get(index);
        return [
          row.id,
          [
            ...hintsIn(row, watchWords),
            ...(isRepeated(same) ? [counted('repeated-text', same, 'body')] : []),
            ...(author && isPostingFast(author)
              ? [counted('new-account-posting-fast', author.postsLastHour, 'author')]
              : []),
          ],
        ];
      }),
    );
  }
}

function hintsIn(row: CaseRow, watchWords: readonly string[]): TextSignalDto[] {
  const text = caseText(row);
  return (['title', 'summary', 'body'] as const).flatMap((place) =>
    textSignals(text[place], watchWords).map(({ kind, match }) => ({ kind, match, place })),
  );
}

function counted(
  kind: 'repeated-text' | 'new-account-posting-fast',
  count: number,
  place: TextSignalDto['place'],
): TextSignalDto {
  return { kind, match: String(count), place };
}

/** How many arguments and replies of the district say the same, by the index of the row; short ones are like others. */
async function sameTexts(
  em: EntityManager,
  districtId: number,
  rows: readonly CaseRow[],
): Promise<Map<number, number>> {
  const texts = rows.map((row) =>
    row.subject_kind === 'argument' && row.body.length >= REPEATED_LENGTH ? row.body : null,
  );
  const found = await em.query<{ index: number; count: number }[]>(
    `select t.index::integer - 1 as index, count(*)::integer as count
     from unnest($2::text[]) with ordinality t (body, index)
     join argument a on a.district_id = $1 and md5(lower(a.body)) = md5(lower(t.body))
     group by t.index`,
    [districtId, texts],
  );
  return new Map(found.map(({ index, count }) => [index, count]));
}

interface Posting {
  readonly accountAgeHours: number;
  readonly postsLastHour: number;
}

/** How fast each author was posting when they posted it, by the index of the row. */
async function posts(
  em: EntityManager,
  districtId: number,
  rows: readonly CaseRow[],
): Promise<Map<number, Posting>> {
  const found = await em.query<({ index: number } & Posting)[]>(
    `select t.index::integer - 1 as index,
       (extract(epoch from t.at - m.created_at) / 3600)::double precision as "accountAgeHours",
       ((select count(*) from argument a where a.author_id = t.author_id
           and a.posted_at > t.at - interval '1 hour' and a.posted_at <= t.at)
        + (select count(*) from proposal p where p.district_id = $1 and p.submitter_id = t.author_id
           and p.published_at > t.at - interval '1 hour' and p.published_at <= t.at))::integer as "postsLastHour"
     from unnest($2::uuid[], $3::timestamptz[]) with ordinality t (author_id, at, index)
     join account m on m.id = t.author_id`,
    [districtId, rows.map((row) => row.author_id), rows.map((row) => row.posted_at)],
  );
  return new Map(found.map(({ index, ...posting }) => [index, posting]));
}
