import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { homeOf, parseEmail, parsePostcode } from '@buurtstem/accounts-domain';
import { Pseudonyms } from '@buurtstem/platform-api';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import { normaliseName, type Channel, type PaperLineFacts } from '@buurtstem/voting-domain';
import type { PaperVoteDto } from './paper.dto';

/** The person on a line, as the database knows people: by pseudonyms. */
export interface PaperPerson {
  readonly postcode: string;
  readonly houseNumber: number;
  /** Normalised. */
  readonly name: string;
  /** Canonical; null where the voter wrote none. */
  readonly email: string | null;
  readonly emailPseudonym: Buffer | null;
  readonly person: Buffer;
  readonly home: Buffer;
}

/** What is known of a person, beside the sheet itself. */
export interface KnownPerson extends Omit<PaperLineFacts, 'isRepeated'> {
  /** Where their vote goes; null where an account has to be made. */
  readonly accountId: ResidentId | null;
}

interface Match {
  readonly id: ResidentId;
  readonly displayName: string | null;
  readonly isFromPaper: boolean;
}

interface Row {
  is_in_district: boolean;
  by_person: Match[];
  by_email: Match[];
  at_home: Match[];
}

/** Finds the people of a sheet among those who have an account, and makes accounts for the others. */
@Injectable()
export class PaperPeople {
  constructor(private readonly pseudonyms: Pseudonyms) {}

  read({ name, postcode, houseNumber, email }: PaperVoteDto): PaperPerson {
    const parsed = parsePostcode(postcode);
    const address = email === undefined ? null : parseEmail(email);
    if (!parsed.ok) throw new Refusal(parsed.refusal);
    if (address?.ok === false) throw new Refusal(address.refusal);
    const normal = normaliseName(name);
    const home = homeOf(parsed.value, houseNumber);
    const canonical = address?.value.canonical ?? null;
    return {
      postcode: parsed.value,
      houseNumber,
      name: normal,
      email: canonical,
      emailPseudonym: canonical === null ? null : this.pseudonyms.of('email', canonical),
      person: this.pseudonyms.of('person', `${normal} ${home}`),
      home: this.pseudonyms.of('home', home),
    };
  }

  /** Two statements, however long the sheet is. */
  async find(
    em: EntityManager,
    districtId: number,
    proposalId: string,
    people: readonly PaperPerson[],
  ): Promise<KnownPerson[]> {
    const rows = await em.query<Row[]>(FOUND, [
      districtId,
      people.map(({ person }) => person),
      people.map(({ home }) => home),
      people.map(({ email }) => email),
      people.map(({ emailPseudonym }) => emailPseudonym),
      people.map(({ postcode }) => postcode),
      people.map(({ houseNumber }) => houseNumber),
    ]);
    const ids = rows
      .flatMap((row) => [...row.by_person, ...row.by_email, ...row.at_home])
      .map(({ id }) => id);
    const votes = await em.query<{ id: ResidentId; channel: Channel }[]>(
      `select resident_id as id, channel from vote
       where district_id = $1 and proposal_id = $2 and resident_id = any($3::uuid[])
         and (choice <> 'none' or status = 'invalidated')`,
      [districtId, proposalId, ids],
    );
    const channels = new Map(votes.map(({ id, channel }) => [id, channel]));
    return rows.map((row, index) => knownOf(row, people[index]?.name ?? '', channels));
  }

  /** Makes accounts that nobody can sign in to. Answers their ids, in the order of the people. */
  async register(
    em: EntityManager,
    people: readonly PaperPerson[],
    entry: {
      readonly districtId: number;
      readonly identityLevel: number;
      readonly sheet: string;
      readonly clerkId: ResidentId;
      readonly at: Date;
    },
  ): Promise<ResidentId[]> {
    const ids = people.map(() => randomUUID() as string as ResidentId);
    const { districtId, identityLevel, sheet, clerkId, at } = entry;
    await em.query(
      `insert into account (id, email, email_canonical, created_at, last_seen_at)
       select id, 'paper-' || id || '@paper.invalid', 'paper-' || id || '@paper.invalid', $2, $2
       from unnest($1::uuid[]) as id`,
      [ids, at],
    );
    await em.query(
      `insert into paper_voter
         (district_id, account_id, person_pseudonym, email_pseudonym, sheet, entered_by, entered_at)
       select $1, k.id, k.person, k.email, $5, $6, $7
       from unnest($2::uuid[], $3::bytea[], $4::bytea[]) as k (id, person, email)`,
      [
        districtId,
        ids,
        people.map(({ person }) => person),
        people.map(({ emailPseudonym }) => emailPseudonym),
        sheet,
        clerkId,
        at,
      ],
    );
    // Who collected the vote saw the person; level 0 asks for no proof.
    if (identityLevel > 0) {
      await em.query(
        `insert into identity_proof (district_id, account_id, level, method, proven_at, home_pseudonym)
         select $1, k.id, $4, 'paper', $5, k.home from unnest($2::uuid[], $3::bytea[]) as k (id, home)`,
        [districtId, ids, people.map(({ home }) => home), identityLevel, at],
      );
    }
    return ids;
  }
}

const MATCH = `json_build_object('id', a.id, 'displayName', a.display_name, 'isFromPaper', exists
  (select from paper_voter pv where pv.district_id = $1 and pv.account_id = a.id))`;

const FOUND = `
  select
    not exists (select from address where district_id = $1)
      or exists (select from address d where d.district_id = $1 and d.postcode = k.postcode
                   and d.house_number = k.house_number) as is_in_district,
    coalesce((select json_agg(${MATCH}) from paper_voter v join account a on a.id = v.account_id
              where v.district_id = $1 and v.person_pseudonym = k.person and a.erased_at is null), '[]') as by_person,
    coalesce((select json_agg(${MATCH} order by a.household_position) from account a
              where a.erased_at is null and (a.email_canonical = k.email or a.id in
                (select v.account_id from paper_voter v
                 where v.district_id = $1 and v.email_pseudonym = k.email_pseudonym))), '[]') as by_email,
    coalesce((select json_agg(${MATCH} order by a.created_at) from account a
              where a.erased_at is null and a.id in (select p.account_id from identity_proof p
                where p.district_id = $1 and p.home_pseudonym = k.home)), '[]') as at_home
  from unnest($2::bytea[], $3::bytea[], $4::text[], $5::bytea[], $6::text[], $7::integer[])
    with ordinality as k (person, home, email, email_pseudonym, postcode, house_number, nth)
  order by k.nth`;

/**
 * Who it is: the e-mail address tells, else the same name at the same address, else an earlier sheet. Where more than
 * one of them is found it is one person with several accounts, and a vote by any of them is theirs.
 */
function knownOf(row: Row, name: string, channels: ReadonlyMap<ResidentId, Channel>): KnownPerson {
  const isNamed = ({ displayName }: Match): boolean =>
    displayName !== null && normaliseName(displayName) === name;
  const byEmail = row.by_email.find(isNamed) ?? row.by_email[0];
  const own = [...(byEmail ? [byEmail] : []), ...row.at_home.filter(isNamed), ...row.by_person];
  const ownIds = new Set(own.map(({ id }) => id));
  const housemates = row.at_home.filter(({ id, isFromPaper }) => !isFromPaper && !ownIds.has(id));
  const voted = own.flatMap(({ id }) => channels.get(id) ?? []);
  return {
    isInDistrict: row.is_in_district,
    isKnown: own.length > 0,
    votedBy: voted[0] ?? null,
    hasVotingHousemate: housemates.some(({ id }) => channels.has(id)),
    accountId: own[0]?.id ?? null,
  };
}
