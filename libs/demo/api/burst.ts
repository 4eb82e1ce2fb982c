import { randomUUID } from 'node:crypto';
import type { Pseudonyms } from '@buurtstem/platform-api';
import type { ResidentId } from '@buurtstem/shared-domain';
import type { CastVotes } from '@buurtstem/voting-api';
import { enterProofs } from './addresses';
import type { Stage } from './play-story';

/** For the fraud desk to find: many new accounts of one mail domain, from one network, within minutes. */
export const BURST = {
  title: 'De Sluisbrug in het licht',
  votes: 26,
  mailDomain: 'snelpost.example',
} as const;

const NETWORK = '203.0.113.77';
const APART_MS = 14_000;

export async function stuff(
  stage: Stage,
  at: Date,
  proposalNumber: number,
  castVotes: CastVotes,
  pseudonyms: Pseudonyms,
): Promise<void> {
  const { em, districtId } = stage;
  const ids = Array.from({ length: BURST.votes }, () => randomUUID() as string as ResidentId);
  await em.query(
    `insert into account (id, email, email_canonical, created_at, last_seen_at)
     select id, email, email, $2, $2
     from (select id, 'gast' || nth || '@' || $3 as email
           from unnest($1::uuid[]) with ordinality as guest (id, nth)) as made`,
    [ids, at, BURST.mailDomain],
  );
  await enterProofs(em, districtId, ids);
  const origin = { network: pseudonyms.of('network', NETWORK), mailDomain: BURST.mailDomain };
  for (const [nth, residentId] of ids.entries()) {
    const wish = { proposalNumber, residentId, choice: 'for' as const, origin };
    const [answer] = await castVotes.within(
      em,
      districtId,
      [wish],
      new Date(at.getTime() + (nth + 1) * APART_MS),
    );
    if (!answer?.ok) throw new Error(`The burst of the story was refused: ${answer?.refusal}`);
  }
}
