import { randomUUID } from 'node:crypto';
import { ROLES, type ResidentId } from '@buurtstem/shared-domain';
import type { EntityManager } from 'typeorm';
import { enterProofs } from './addresses';
import { addressOf, DEMO_PEOPLE, inventNames } from './people';
import type { Dice } from './scenes/pencil';
import type { ProposalStory } from './story';

export interface CastMember {
  readonly id: ResidentId;
  readonly email: string;
  readonly displayName: string;
}

/** Everybody in the demo: who votes and argues, and whom one can be. */
export interface Cast {
  /** The invented residents, and after them Amina. */
  readonly voters: readonly CastMember[];
  /** By name: the submitters and the people one can be. */
  readonly named: ReadonlyMap<string, CastMember>;
}

/**
 * Writes the accounts and roles of the demo, all of them older than its first round. Directly, since an account is
 * otherwise made by signing in, and fifteen hundred people cannot read their mail here.
 */
export async function enterCast(
  em: EntityManager,
  districtId: number,
  stories: readonly ProposalStory[],
  scene: { readonly voters: number; readonly from: Date; readonly dice: Dice },
): Promise<Cast> {
  const invented = inventNames(scene.dice, scene.voters).map((name, i) =>
    member(name, addressOf(name, i + 1)),
  );
  const people = DEMO_PEOPLE.map(({ name, email }) => member(name, email));
  const known = new Set(people.map(({ displayName }) => displayName));
  const submitters = [...new Set(stories.map(({ submitter }) => submitter))]
    .filter((name) => !known.has(name))
    .map((name, i) => member(name, addressOf(name, 5000 + i)));
  const everybody = [...invented, ...people, ...submitters];
  await em.query(
    `insert into account (id, email, email_canonical, display_name, created_at, last_seen_at)
     select id, email, email, name, joined, joined
     from (select p.id, p.email, p.name, $4::timestamptz - p.nth * interval '20 minutes' as joined
           from unnest($1::uuid[], $2::text[], $3::text[]) with ordinality as p (id, email, name, nth)) as made`,
    [
      everybody.map(({ id }) => id),
      everybody.map(({ email }) => email),
      everybody.map((one) => one.displayName),
      scene.from,
    ],
  );
  const named = new Map([...people, ...submitters].map((one) => [one.displayName, one]));
  for (const person of DEMO_PEOPLE) {
    if (!ROLES.some((role) => role === person.role)) continue;
    await em.query(
      'insert into role_grant (district_id, account_id, role, granted_at) values ($1, $2, $3, $4)',
      [districtId, named.get(person.name)?.id, person.role, scene.from],
    );
  }
  const newcomers = new Set(DEMO_PEOPLE.filter(({ isNewHere }) => isNewHere).map(({ email }) => email));
  await enterProofs(
    em,
    districtId,
    everybody.filter(({ email }) => !newcomers.has(email)).map(({ id }) => id),
  );
  const amina = people.filter(({ displayName }) => displayName === 'Amina Bouzid');
  return { voters: [...invented, ...amina], named };
}

function member(displayName: string, email: string): CastMember {
  return { id: randomUUID() as string as ResidentId, email, displayName };
}
