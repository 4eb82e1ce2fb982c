import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Drill, Outcome, Size } from './drill.ts';
import type { Api } from './api.ts';
import type { Stage } from './stage.ts';
import { ballotsOn } from './town.ts';
import { ask, type Answer } from './voters.ts';

const AT_ONCE = 50;
/** Residents who do so one after the other: two processes do not meet in the urn each time. */
const TIMES = 20;
const RESIDENTS_AT_ONCE = 10;
const MOST_TIMES = 50;
const MIXED = { short: 5, full: 30 } as const satisfies Record<Size, number>;
const CHOICES = ['for', 'against', 'none'] as const;
/** In turn, with some luck in it. */
const choiceOf = (nth: number): (typeof CHOICES)[number] =>
  CHOICES[(nth * 7 + Math.floor(Math.random() * 3)) % CHOICES.length] ?? 'for';

/** Who is sent away on a busy machine comes back, as they are asked to. */
async function untilHeard(ask: () => Promise<Answer>): Promise<Answer> {
  for (let time = 1; ; time += 1) {
    const answer = await ask();
    if (answer.status !== 503 || time === MOST_TIMES) return answer;
    await wait(200);
  }
}

/** With a second process: within one, votes on the same ballot are written one after the other. */
async function byTwo(stage: Stage, size: Size, did: string): Promise<Outcome> {
  const other = await stage.startApi();
  try {
    return await throughEachOther(stage, other, size, did);
  } finally {
    await other.end();
  }
}

/** Fifty times the same vote at once, and for some residents votes and withdrawals through each other. */
async function throughEachOther(stage: Stage, other: Api, size: Size, did: string): Promise<Outcome> {
  const town = await stage.people(MIXED[size] + TIMES, 1);
  const ballots = [...ballotsOn(town, 0)];
  const [many, others] = [ballots.slice(0, TIMES), ballots.slice(TIMES)];
  const agent = new Agent({ keepAlive: true });
  let turn = 0;
  const port = (): number => ((turn += 1) % 2 === 0 ? stage.api : other).port;
  const same: Answer[] = [];
  for (const ballot of many)
    same.push(
      ...(await Promise.all(
        Array.from({ length: AT_ONCE }, () => untilHeard(() => ask(port(), town.slug, ballot, 'for', agent))),
      )),
    );
  const mixed: Answer[] = [];
  // Some residents at a time: all at once would be more than the API takes on.
  for (let nth = 0; nth < others.length; nth += RESIDENTS_AT_ONCE) {
    const some = others.slice(nth, nth + RESIDENTS_AT_ONCE);
    const asked = some.flatMap((ballot) =>
      Array.from({ length: 12 }, (_, nth) =>
        untilHeard(() => ask(port(), town.slug, ballot, choiceOf(nth), agent)),
      ),
    );
    mixed.push(...(await Promise.all(asked)));
  }
  agent.destroy();
  const answers = [...same, ...mixed].map(({ status }) => status);
  const residents = many.map(({ resident }) => resident);
  const [kept] = await stage.database.sql<{ votes: number; casts: number; wrong: number }>(CHECK, [
    many[0]?.plan,
    residents,
  ]);
  const isOnce = kept?.votes === TIMES && kept.casts === TIMES;
  const notTaken = answers.filter((status) => status !== 200).length;
  return {
    did,
    acknowledged: answers.length - notTaken,
    found: kept?.votes ?? 0,
    lost: 0,
    refused: answers.filter((status) => status === 503).length,
    complaints: [
      ...(isOnce ? [] : [`${kept?.votes} ballots and ${kept?.casts} casts of ${TIMES} residents`]),
      ...(notTaken > 0 ? [`${notTaken} of ${answers.length} were not acknowledged`] : []),
      ...(kept?.wrong === 0 ? [] : [`${kept?.wrong} ledger lines that do not follow from the one before`]),
    ],
    seen: `${mixed.length} votes and withdrawals mixed; the ledger tells one story`,
  };
}

/** The ballots of these residents; and of all residents the lines that cannot follow the one before, or that the ballot contradicts. */
const CHECK = `
  with plan as (select id from proposal where number = $1),
    lines as (
      select l.resident_id, l.entry, l.choice, l.position,
        lag(l.choice, 1, 'none') over (partition by l.resident_id order by l.position) as before,
        lead(l.position) over (partition by l.resident_id order by l.position) is null as is_last
      from ballot_ledger l join plan on plan.id = l.proposal_id)
  select
    (select count(*) from vote v join plan on plan.id = v.proposal_id where v.resident_id = any($2::uuid[]))::integer as votes,
    (select count(*) from lines where resident_id = any($2::uuid[]) and entry = 'cast')::integer as casts,
    (select count(*) from lines left join vote v on v.resident_id = lines.resident_id
       and v.proposal_id = (select id from plan)
     where entry is distinct from case when before = 'none' then 'cast' when lines.choice = 'none' then 'withdrawn' else 'changed' end
       or lines.choice = before or (is_last and v.choice is distinct from lines.choice))::integer as wrong`;

export const F7: Drill = {
  name: 'F7',
  fault: 'the same vote fifty times at once; votes and withdrawals through each other',
  run: (stage, size) => byTwo(stage, size, '50 identical votes at once by two processes, and others mixed'),
  control: {
    without: 'the unique key of the urn',
    async run(stage, size) {
      await stage.database.sql('alter table vote drop constraint vote_one_per_resident cascade');
      // A key of that name that allows what it must not: what the code then does is what it does without one.
      await stage.database.sql(
        'alter table vote add constraint vote_one_per_resident unique (district_id, proposal_id, resident_id, cast_at)',
      );
      return byTwo(stage, size, 'the same with a key that lets two in');
    },
  },
};
