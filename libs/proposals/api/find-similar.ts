import { Injectable } from '@nestjs/common';
import { Districts } from '@buurtstem/districts-api';
import {
  mostSimilar,
  searchFor,
  tellingWords,
  wordsOf,
  type AskedWord,
  type ProposalState,
  type SimilarCandidate,
} from '@buurtstem/proposals-domain';
import { DataSource } from 'typeorm';
import { firstPictureOf, SHOWN_COLUMNS, SHOWN_JOINS, type ShownRow, standingJoin } from './proposal-rows';
import type { SimilarProposalDto } from './proposals.dto';

type Candidate = SimilarCandidate & { readonly id: string };

interface Row extends ShownRow {
  id: string;
  number: number;
  title: string;
  summary: string;
  state: ProposalState;
  votes_for: number;
  votes_against: number;
}

/**
 * What the dictionary makes of each word, stop words left out, and how common that is: the database's own statistics,
 * over all districts, as the planner uses them. A fresh database has none; then every word counts as rare.
 */
const WORDS = `
  with common as (
    select e.lexeme, e.frequency
    from pg_stats s, unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) as e(lexeme, frequency)
    where s.schemaname = current_schema() and s.tablename = 'proposal' and s.attname = 'search'
  )
  select asked.word, longest.lexeme, coalesce(common.frequency, 0)::float8 as frequency
  from unnest($1::text[]) with ordinality as asked(word, place)
  cross join lateral (
    select l.lexeme from unnest(tsvector_to_array(to_tsvector('nl', searchable(asked.word)))) as l(lexeme)
    order by length(l.lexeme) desc limit 1
  ) as longest
  left join common on common.lexeme = longest.lexeme
  where length(longest.lexeme) > 1
  order by asked.place`;

const PUBLIC = `p.district_id = $1 and p.published_at is not null and not p.hidden
  and p.state not in ('withdrawn', 'merged')`;

/**
 * At most 500 by their words and 200 by each word in the title are looked at, whatever the text and the district: the
 * limits stand in front of the ranking, because ranking reads whole texts. `searchFor` sees to it that the first is
 * hardly ever reached. A word in the title weighs as much as one of weight A, also inside a compound.
 */
const CANDIDATES = `
  with by_words as materialized (
    select p.id from proposal p where ${PUBLIC} and p.search @@ $2::tsquery limit 500
  ), by_title as materialized (
    select found.id, asked.word
    from unnest($3::text[]) as asked(word)
    cross join lateral (select p.id from proposal p where ${PUBLIC} and asked.word <% p.title limit 200) as found
  ), ranked as (
    select p.id, p.number, p.search,
      ts_rank(p.search, $4::tsquery) + 0.5 * (select count(*) from by_title where by_title.id = p.id) as rank
    from proposal p
    where p.district_id = $1 and p.id in (select id from by_words union select id from by_title)
    order by rank desc, p.number desc limit 50
  )
  select ranked.id, ranked.rank::float8 as rank,
    array(select unnest(tsvector_to_array(ranked.search)) intersect select unnest($5::text[])) as lexemes,
    array(select by_title.word from by_title where by_title.id = ranked.id) as "titleWords"
  from ranked order by ranked.rank desc, ranked.number desc`;

/** Finds public proposals that are like what somebody is writing. */
@Injectable()
export class FindSimilar {
  constructor(
    private readonly dataSource: DataSource,
    private readonly districts: Districts,
  ) {}

  async list(slug: string, text: string): Promise<SimilarProposalDto[]> {
    const districtId = await this.districts.idOf(slug);
    const words = await this.dataSource.query<AskedWord[]>(WORDS, [wordsOf(text)]);
    if (words.length === 0) return [];
    const similar = mostSimilar(await this.candidates(districtId, words), words);
    const rows = await this.rows(
      districtId,
      similar.map(({ id }) => id),
    );
    return similar.flatMap(({ id, words }) => {
      const row = rows.get(id);
      if (!row) return [];
      const { number, title, summary, state, votes_for, votes_against } = row;
      const standing = { votesFor: votes_for, votesAgainst: votes_against };
      return [{ number, title, summary, state, picture: firstPictureOf(row), standing, words }];
    });
  }

  private async candidates(districtId: number, words: readonly AskedWord[]): Promise<Candidate[]> {
    const telling = tellingWords(words);
    const [district] = await this.dataSource.query<{ proposals: number }[]>(
      'select last_proposal_number as proposals from district where id = $1',
      [districtId],
    );
    const search = searchFor(telling, district?.proposals ?? 0);
    return this.dataSource.query<Candidate[]>(CANDIDATES, [
      districtId,
      search.groups.map((group) => `(${group.map(quoted).join(' & ')})`).join(' | '),
      search.titleWords,
      telling.map(({ lexeme }) => quoted(lexeme)).join(' | '),
      words.map(({ lexeme }) => lexeme),
    ]);
  }

  /** What is shown of them. */
  private async rows(districtId: number, ids: readonly string[]): Promise<Map<string, Row>> {
    const { identityLevel } = await this.districts.rulebook(districtId);
    const rows = await this.dataSource.query<Row[]>(
      `select p.id, p.number, p.title, p.summary, p.state, ${SHOWN_COLUMNS},
         coalesce(s.votes_for, 0) as votes_for, coalesce(s.votes_against, 0) as votes_against
       from proposal p
       ${standingJoin('$1', '$2')}
       ${SHOWN_JOINS}
       where ${PUBLIC} and p.id = any($3::uuid[])`,
      [districtId, identityLevel, ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}

/** A lexeme as a tsquery writes it. */
function quoted(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
