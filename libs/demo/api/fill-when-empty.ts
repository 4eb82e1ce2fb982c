import { Injectable } from '@nestjs/common';
import { PresetSecondFactor } from '@buurtstem/accounts-api';
import { PlanMeeting } from '@buurtstem/agenda-api';
import { DistrictMaps, FoundDistrict, toInstant } from '@buurtstem/districts-api';
import { DEFAULT_RULEBOOK, type VoteLimits } from '@buurtstem/districts-domain';
import { Config, MediaStore, MovableClock, Pseudonyms, Transaction } from '@buurtstem/platform-api';
import { CastVotes, PlanRounds } from '@buurtstem/voting-api';
import type { EntityManager } from 'typeorm';
import { BURST, stuff } from './burst';
import { layCalendar, type StoryCalendar } from './calendar';
import { enterAddresses } from './addresses';
import { enterCast } from './cast';
import { DEMO_PEOPLE } from './people';
import { writePictures } from './pictures';
import { PlayMeetings } from './play-meetings';
import { PlayPages } from './play-pages';
import { clockSetter, personOf, PlayStory, type Stage } from './play-story';
import { PlayTalk } from './play-talk';
import { Dice } from './scenes/pencil';
import { CONTACT } from './story/meetings';
import { COUNTED_ROUNDS, OUTCOMES, STORIES, type ProposalStory } from './story';
import { TEST_STORIES } from './test-story';
import { TOWN_AREAS, TOWN_THEMES } from './town-map';
import { layTimeline, type DemoEvent } from './timeline';

const FILL_LOCK = 7_215_003;
/** Setting: whether what people said to each other still has to be filled in. */
const TALK_TO_COME = 'demo-talk-to-come';
const HOUR = 3600 * 1000;

const NEIGHBOURHOODS = [
  { slug: 'havenrand', name: 'Havenrand' },
  { slug: 'sluiskwartier', name: 'Sluiskwartier' },
  { slug: 'kersentuin', name: 'De Kersentuin' },
  { slug: 'molenwijk', name: 'Molenwijk' },
  { slug: 'parkbuurt', name: 'Parkbuurt' },
  { slug: 'stationskwartier', name: 'Stationskwartier' },
];
const PLACES = ['Raadzaal, Stadskantoor West, Havenplein 1', 'Buurthuis De Loods, Loskade 8'] as const;

/** Who tries the demo out, and every journey, votes as one person after the other from one and the same machine. */
const LOOSE_LIMITS: VoteLimits = {
  newVotersPerNetwork: [{ hits: 100, seconds: 60 }],
  newVotersPerMailDomain: [{ hits: 100, seconds: 60 }],
  votesPerAccount: [{ hits: 60, seconds: 60 }],
};

/** Short, so that the demo shows what a late answer looks like. */
const ANSWER_TERM_DAYS = 14;

interface Play {
  readonly stories: readonly ProposalStory[];
  readonly countedRounds: number;
  readonly voters: number;
  readonly identityLevel: 0 | 1;
}
/** The demo with its past, and the small fixed cast of the tests: one open round, nothing counted yet. */
const DEMO: Play = { stories: STORIES, countedRounds: COUNTED_ROUNDS, voters: 1500, identityLevel: 1 };
const TEST: Play = { stories: TEST_STORIES, countedRounds: 0, voters: 150, identityLevel: 0 };

/**
 * Fills an empty database with the district of the demo, or of the tests, and then with what people said to each
 * other. Each is one transaction: a process that is killed half-way leaves nothing of it, and the next start does it
 * again. Never in production.
 */
@Injectable()
export class FillWhenEmpty {
  constructor(
    private readonly config: Config,
    private readonly store: MediaStore,
    private readonly transaction: Transaction,
    private readonly clock: MovableClock,
    private readonly foundDistrict: FoundDistrict,
    private readonly maps: DistrictMaps,
    private readonly planRounds: PlanRounds,
    private readonly planMeeting: PlanMeeting,
    private readonly playStory: PlayStory,
    private readonly playMeetings: PlayMeetings,
    private readonly playTalk: PlayTalk,
    private readonly playPages: PlayPages,
    private readonly castVotes: CastVotes,
    private readonly pseudonyms: Pseudonyms,
    private readonly presetSecondFactor: PresetSecondFactor,
  ) {}

  /** Answers whether it filled; false where the database held a district already. */
  async execute(): Promise<boolean> {
    if (!this.config.hasDevTools) throw new Error('Production is never filled with invented people.');
    const play = this.config.mode === 'test' ? TEST : DEMO;
    await writePictures(this.store, play.stories);
    const filled = await this.transaction.runAsOne(async (em) => {
      // Processes that start at once fill in turn, and the second finds it done.
      await em.query('select pg_advisory_xact_lock($1)', [FILL_LOCK]);
      const districts = await em.query<unknown[]>('select from district limit 1');
      if (districts.length > 0) return false;
      const calendar = layCalendar(await this.clock.now(em), toInstant);
      await (play === DEMO ? this.fillDemo(em, calendar) : this.fillTest(em, calendar));
      await this.clock.moveTo(em, 0);
      await em.query('insert into setting (key, value) values ($1, $2)', [TALK_TO_COME, play === DEMO]);
      return true;
    });
    await this.talk();
    return filled;
  }

  /**
   * What people said to each other goes through use cases that look at the district as everybody sees it, so it comes
   * when that stands: a transaction of its own. A process that is killed between the two leaves the rest to the next.
   */
  private async talk(): Promise<void> {
    await this.transaction.runAsOne(async (em) => {
      await em.query('select pg_advisory_xact_lock($1)', [FILL_LOCK]);
      const [setting] = await em.query<{ value: boolean }[]>('select value from setting where key = $1', [
        TALK_TO_COME,
      ]);
      if (setting?.value !== true) return;
      await this.playTalk.play(em);
      await em.query('update setting set value = $2 where key = $1', [TALK_TO_COME, false]);
    });
  }

  private async fillDemo(em: EntityManager, calendar: StoryCalendar): Promise<void> {
    const { start, now, counts, meetings } = calendar;
    const stage = await this.setUp(em, calendar, DEMO, start);
    const planned: string[] = [];
    const held = new Set<string>();
    for (const [i, meeting] of meetings.entries()) planned.push(await this.meeting(stage, meeting, i, start));
    await this.perform(stage, calendar, DEMO, async (at) => {
      // Meetings take place between what residents do, in their own time.
      for (const [i, { startsAt }] of meetings.entries()) {
        const id = planned[i];
        if (id === undefined || held.has(id) || startsAt >= at) continue;
        held.add(id);
        await this.playStory.meet(stage, id, new Date(startsAt.getTime() + 2 * HOUR));
        const outcome = OUTCOMES.find(({ round }) => round === i + 1);
        if (outcome) await this.playStory.decide(stage, outcome, startsAt, now);
      }
    });
    const lit = STORIES.find(({ title }) => title === BURST.title);
    const number = lit && stage.numbers.get(lit);
    if (number === undefined) throw new Error(`The story has no proposal "${BURST.title}".`);
    await stuff(stage, new Date(now.getTime() - 30 * HOUR), number, this.castVotes, this.pseudonyms);
    const lastCount = counts[COUNTED_ROUNDS - 1] ?? now;
    await this.playMeetings.prepare(stage, lastCount, now);
    await this.playPages.play(em, stage.districtId, lastCount);
    await this.planRounds.execute(stage.districtId, now);
    // Those mails went out long ago; only the people one can be still get theirs, for the mailbox to show.
    await em.query(
      `update outbox_message set sent_at = created_at + interval '1 minute', attempts = 1
       where created_at < $1 or recipient_id not in (select id from account where email = any($2))`,
      [lastCount, DEMO_PEOPLE.map(({ email }) => email)],
    );
  }

  private async fillTest(em: EntityManager, calendar: StoryCalendar): Promise<void> {
    const lastCount = calendar.counts[COUNTED_ROUNDS - 1] ?? calendar.start;
    const opened: StoryCalendar = {
      ...calendar,
      start: lastCount,
      counts: calendar.counts.slice(COUNTED_ROUNDS),
    };
    const stage = await this.setUp(em, opened, TEST, lastCount);
    const [meeting] = calendar.meetings.slice(COUNTED_ROUNDS);
    if (meeting) await this.meeting(stage, meeting, 0, calendar.now);
    await this.perform(stage, opened, TEST, () => Promise.resolve());
  }

  private async setUp(em: EntityManager, calendar: StoryCalendar, play: Play, from: Date): Promise<Stage> {
    const districtId = await this.foundDistrict.execute({
      slug: 'west',
      name: 'West',
      municipality: 'Voorbeeldstad',
      theme: 'west',
      neighbourhoods: NEIGHBOURHOODS,
      proposalThemes: TOWN_THEMES,
      rules: {
        ...DEFAULT_RULEBOOK,
        countRule: calendar.countRule,
        answerTermDays: ANSWER_TERM_DAYS,
        identityLevel: play.identityLevel,
        voteLimits: LOOSE_LIMITS,
      },
      rulesFrom: new Date(from.getTime() - 30 * 24 * HOUR),
    });
    await this.maps.replace(districtId, TOWN_AREAS);
    await enterAddresses(em, districtId, from);
    const dice = new Dice(2020);
    const cast = await enterCast(em, districtId, play.stories, { voters: play.voters, from, dice });
    for (const { name, role } of DEMO_PEOPLE) {
      const person = cast.named.get(name);
      if (person && role !== 'resident')
        await this.presetSecondFactor.execute(person.id, 'App op de telefoon');
    }
    await this.planRounds.execute(districtId, new Date(from.getTime() + 60_000));
    return { em, districtId, cast, setClock: clockSetter(em, this.clock), numbers: new Map() };
  }

  private async perform(
    stage: Stage,
    calendar: StoryCalendar,
    play: Play,
    before: (at: Date) => Promise<void>,
  ): Promise<void> {
    const events = layTimeline(play.stories, calendar, play.countedRounds, play.voters, new Dice(1904));
    if (play === DEMO) events.push(...votesOfAmina(calendar));
    events.sort((one, other) => one.at.getTime() - other.at.getTime());
    for (const event of events) {
      await before(event.at);
      await this.playStory.play(stage, event);
    }
    await before(calendar.now);
  }

  private meeting(
    stage: Stage,
    times: StoryCalendar['meetings'][number],
    i: number,
    at: Date,
  ): Promise<string> {
    const place = PLACES[i % PLACES.length] ?? PLACES[0];
    return this.planMeeting.execute(
      stage.districtId,
      { ...times, place, contact: CONTACT },
      personOf(stage, 'Bram Visser').id,
      at,
    );
  }
}

/** Amina has voted here and there, so that her page has something to show, and one of her plans won. */
function votesOfAmina({ counts, now }: StoryCalendar): DemoEvent[] {
  const lastCount = counts[COUNTED_ROUNDS - 1] ?? now;
  const beforeIt = new Date(lastCount.getTime() - 6 * 24 * HOUR);
  const sinceThen = new Date((lastCount.getTime() + now.getTime()) / 2 + 24 * HOUR);
  const votes = [
    ['Een groen schoolplein', 'for', beforeIt],
    ['Een waterspeelplek', 'for', sinceThen],
    ['Geen auto’s in de Sluisstraat', 'against', sinceThen],
    ['Veilig oversteken', 'for', sinceThen],
  ] as const;
  return votes.flatMap(([title, choice, at]): DemoEvent[] => {
    const story = STORIES.find((one) => one.title.startsWith(title));
    return story ? [{ kind: 'votes', at, votes: [{ at, story, voter: DEMO.voters, choice }] }] : [];
  });
}
