import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  AskMerge,
  ClaimCase,
  DecideAppeal,
  DecideCase,
  FileAppeal,
  FileReport,
  ModerationSettings,
  PostArgument,
  ReplyToArgument,
  StatementEntity,
} from '@buurtstem/discussion-api';
import { redact } from '@buurtstem/discussion-domain';
import { MovableClock, type CurrentAccount } from '@buurtstem/platform-api';
import type { ProposalId, ResidentId } from '@buurtstem/shared-domain';
import type { EntityManager } from 'typeorm';
import { DEMO_PEOPLE } from './people';
import { clockSetter } from './play-story';
import { Dice } from './scenes/pencil';
import {
  MERGE,
  OFFENCES,
  REPLIES,
  STATEMENTS,
  WATCH_WORDS,
  type OffenceStory,
  type ReplyStory,
  type ReportStory,
} from './story/talk';

const DAY = 24 * 3600 * 1000;
const HOUR = 3600 * 1000;
/** Cases about something new that the moderators of the demo have not looked at yet. */
const UNSEEN = 3;

interface Person {
  readonly id: ResidentId;
  readonly displayName: string;
}

interface FoundPlan {
  readonly id: ProposalId;
  readonly number: number;
  readonly submitter: Person;
}

/** Where the talk takes place: the district as the story left it. */
interface Scene {
  readonly em: EntityManager;
  readonly districtId: number;
  readonly district: string;
  readonly now: Date;
  readonly setClock: (at: Date) => Promise<void>;
  /** Residents who have done nothing else yet, one after the other. */
  readonly nextResident: () => Person;
  readonly samira: Person;
  readonly yusuf: Person;
}

interface Step {
  readonly at: Date;
  readonly play: () => Promise<void>;
}

/** Lets the people of the demo answer each other, find points good, go wrong, and be put right. */
@Injectable()
export class PlayTalk {
  constructor(
    private readonly clock: MovableClock,
    private readonly postArgument: PostArgument,
    private readonly replyToArgument: ReplyToArgument,
    private readonly fileReport: FileReport,
    private readonly claimCase: ClaimCase,
    private readonly decideCase: DecideCase,
    private readonly fileAppeal: FileAppeal,
    private readonly decideAppeal: DecideAppeal,
    private readonly askMerge: AskMerge,
    private readonly settings: ModerationSettings,
  ) {}

  /** All of it in the transaction of `em`. */
  async play(em: EntityManager): Promise<void> {
    const scene = await this.scene(em);
    await this.settings.set(scene.districtId, { watchWords: [...WATCH_WORDS], templates: [], version: 0 });
    const steps: Step[] = [];
    for (const reply of REPLIES) steps.push(await this.reply(scene, reply));
    for (const story of STATEMENTS) {
      const at = new Date(scene.now.getTime() - story.daysAgo * DAY);
      steps.push({ at, play: () => this.state(scene, story.plan, story.by, story.text, at) });
    }
    for (const offence of OFFENCES) steps.push(...this.offence(scene, offence));
    steps.push({ at: new Date(scene.now.getTime() - 20 * HOUR), play: () => this.merge(scene) });
    for (const step of steps.sort((one, other) => one.at.getTime() - other.at.getTime())) {
      await scene.setClock(step.at);
      await step.play();
    }
    await likes(scene);
    await lookAtTheRest(scene);
    // Those mails went out as it happened; only the people one can be still get theirs, for the mailbox to show.
    await em.query(
      `update outbox_message set sent_at = created_at + interval '1 minute', attempts = 1
       where sent_at is null and recipient_id not in (select id from account where email = any($1))`,
      [DEMO_PEOPLE.map(({ email }) => email)],
    );
    await this.clock.moveTo(em, 0);
  }

  private async scene(em: EntityManager): Promise<Scene> {
    const [district] = await em.query<{ id: number; slug: string }[]>('select id, slug from district');
    if (!district) throw new Error('There is no district to talk in.');
    const residents = await em.query<Person[]>(
      `select id, display_name as "displayName" from account a
       where display_name is not null and not email = any($1)
         and not exists (select from proposal p where p.submitter_id = a.id)
       order by email`,
      [DEMO_PEOPLE.map(({ email }) => email)],
    );
    let next = 0;
    return {
      em,
      districtId: district.id,
      district: district.slug,
      now: await this.clock.now(em),
      setClock: clockSetter(em, this.clock),
      nextResident: () => {
        const resident = residents[next++];
        if (!resident) throw new Error('There are not enough residents for the talk.');
        return resident;
      },
      samira: await personNamed(em, 'Samira Kaya'),
      yusuf: await personNamed(em, 'Yusuf Demir'),
    };
  }

  /** A few hours after what it answers. */
  private async reply(scene: Scene, { plan, to, by, text }: ReplyStory): Promise<Step> {
    const { number, submitter, id } = await planCalled(scene.em, plan);
    const [argument] = await scene.em.query<{ id: string; posted_at: Date }[]>(
      'select id, posted_at from argument where proposal_id = $1 and body like $2',
      [id, `${to}%`],
    );
    if (!argument) throw new Error(`Nobody wrote "${to}" under "${plan}".`);
    const author = by === null ? submitter : await personNamed(scene.em, by);
    const at = new Date(Math.min(argument.posted_at.getTime() + 5 * HOUR, scene.now.getTime() - HOUR));
    const { districtId } = scene;
    const answer = { districtId, proposalNumber: number, author, argument: argument.id, body: text, at };
    return { at, play: async () => void (await this.replyToArgument.execute(answer)) };
  }

  private async state(
    { em, districtId }: Scene,
    plan: string,
    by: string,
    body: string,
    postedAt: Date,
  ): Promise<void> {
    const author = await personNamed(em, by);
    await em.insert(StatementEntity, {
      districtId,
      id: randomUUID(),
      proposalId: (await planCalled(em, plan)).id,
      authorId: author.id,
      authorName: author.displayName,
      authorRole: by === 'Samira Kaya' ? 'moderator' : 'committee-member',
      body,
      postedAt,
    });
  }

  /** Written, reported hours later, decided a day later, appealed after that: as far as it has come by now. */
  private offence(scene: Scene, story: OffenceStory): Step[] {
    const { districtId, samira, yusuf } = scene;
    const written = new Date(scene.now.getTime() - story.daysAgo * DAY);
    const after = (hours: number): Date => new Date(written.getTime() + hours * HOUR);
    const author = scene.nextResident();
    let argument = '';
    let caseNumber = 0;
    const steps: Step[] = [
      {
        at: written,
        play: async () => {
          const { number } = await planCalled(scene.em, story.plan);
          const { side, body } = story;
          const wish = { districtId, proposalNumber: number, author, side, body, at: written };
          argument = (await this.postArgument.execute(wish)).id;
          caseNumber = await openCaseOn(scene.em, argument);
        },
      },
      ...story.reports.map((report, index) => ({
        at: after(0.5 + index),
        play: () => this.report(scene, story.plan, argument, report, index),
      })),
    ];
    const { verdict } = story;
    if (!verdict) return steps;
    const { reason, message, without } = verdict;
    const start = story.body.indexOf(without ?? '');
    steps.push({
      at: after(20),
      play: async () => {
        await this.claimCase.claim(districtId, caseNumber, samira.id);
        await this.decideCase.execute(
          districtId,
          caseNumber,
          {
            verdict: verdict.verdict,
            ...(reason && { reason }),
            ...(message && { message }),
            ...(without && {
              redaction: { body: redact(story.body, [{ start, end: start + without.length }]) },
            }),
          },
          samira.id,
        );
      },
    });
    const { appeal, restored } = verdict;
    if (appeal)
      steps.push({
        at: after(44),
        play: () => this.fileAppeal.execute(districtId, caseNumber, appeal, author.id),
      });
    if (restored)
      steps.push({
        at: after(70),
        play: () =>
          this.decideAppeal.execute(
            districtId,
            caseNumber,
            { verdict: 'overturn', message: restored },
            yusuf.id,
          ),
      });
    return steps;
  }

  private async report(
    scene: Scene,
    plan: string,
    argument: string,
    { reason, note, by }: ReportStory,
    index: number,
  ): Promise<void> {
    const { number } = await planCalled(scene.em, plan);
    await this.fileReport.execute({
      district: scene.district,
      number,
      reporter: by === 'resident' ? accountOf(scene.nextResident()) : null,
      // Each visitor has a connection of their own.
      network: `198.51.100.${number * 4 + index}`,
      subject: 'argument',
      subjectId: argument,
      reason,
      ...(note && { note }),
    });
  }

  private async merge({ em, districtId, samira }: Scene): Promise<void> {
    const duplicate = await planCalled(em, MERGE.duplicate);
    const target = await planCalled(em, MERGE.target);
    const asked = { duplicateNumber: duplicate.number, targetNumber: target.number, message: MERGE.message };
    await this.askMerge.execute(districtId, asked, samira.id);
  }
}

function accountOf({ id, displayName }: Person): CurrentAccount {
  return { id, email: '', displayName, householdPosition: 1, roles: [], heldRoles: [] };
}

async function personNamed(em: EntityManager, name: string): Promise<Person> {
  const [person] = await em.query<Person[]>(
    'select id, display_name as "displayName" from account where display_name = $1 and email like $2 limit 1',
    [name, '%@voorbeeld.example'],
  );
  if (!person) throw new Error(`Nobody in the demo is called ${name}.`);
  return person;
}

/** The plan whose title begins so. */
async function planCalled(em: EntityManager, beginning: string): Promise<FoundPlan> {
  const [plan] = await em.query<
    { id: ProposalId; number: number; submitter_id: ResidentId; submitter_name: string }[]
  >(`select id, number, submitter_id, submitter_name from proposal where title like $1`, [`${beginning}%`]);
  if (!plan) throw new Error(`The story has no proposal "${beginning}".`);
  const { id, number, submitter_id, submitter_name } = plan;
  return { id, number, submitter: { id: submitter_id, displayName: submitter_name } };
}

async function openCaseOn(em: EntityManager, subjectId: string): Promise<number> {
  const [row] = await em.query<{ id: number }[]>(
    `select id from moderation_case where subject_id = $1 and state = 'open'`,
    [subjectId],
  );
  if (!row) throw new Error('What was written is before no moderator.');
  return row.id;
}

/**
 * Readers find some points better than others. Written together, since three thousand presses of a button would take
 * longer than anybody waits for a start; the counters are then what the rows say.
 */
async function likes({ em, now }: Scene): Promise<void> {
  const dice = new Dice(78);
  const residents = await em.query<Person[]>(
    'select id from account where display_name is not null order by email limit 900',
  );
  const points = await em.query<{ id: string; author_id: string; posted_at: Date }[]>(
    `select id, author_id, posted_at from argument where parent_id is null and not hidden
     order by posted_at, body`,
  );
  const rows = points.flatMap(({ id, author_id, posted_at }) => {
    const first = dice.whole(0, residents.length - 1);
    return Array.from({ length: Math.floor(dice.next() ** 2 * 26) }, (_, nth) => ({
      argument: id,
      resident: residents[(first + nth * 7) % residents.length]?.id ?? '',
      at: new Date(posted_at.getTime() + (now.getTime() - posted_at.getTime()) * dice.next() * 0.9),
    })).filter(({ resident }) => resident !== author_id);
  });
  await em.query(
    `insert into argument_like (district_id, argument_id, resident_id, liked_at)
     select a.district_id, a.id, l.resident, l.at
     from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) as l (argument, resident, at)
     join argument a on a.id = l.argument on conflict do nothing`,
    [rows.map(({ argument }) => argument), rows.map(({ resident }) => resident), rows.map(({ at }) => at)],
  );
  await em.query(
    `update argument a set
       likes = (select count(*) from argument_like l where l.district_id = a.district_id and l.argument_id = a.id),
       likes_before = (select count(*) from argument_like l
         join argument o on o.district_id = l.district_id and o.id = l.argument_id
         where o.district_id = a.district_id and o.proposal_id = a.proposal_id and o.side = a.side
           and l.liked_at < a.posted_at)
     where a.parent_id is null`,
  );
}

/** The moderators have looked at nearly everything that nobody reported, a day after it came, and found nothing. */
async function lookAtTheRest({ em, samira }: Scene): Promise<void> {
  await em.query(
    `with seen as (
       update moderation_case c set state = 'dismissed', decided_at = least(c.opened_at + interval '20 hours', clock_timestamp())
       where c.state = 'open' and c.reports = 0 and c.id not in (
         select id from moderation_case where state = 'open' and reports = 0 order by opened_at desc, id desc limit $2)
       returning c.district_id, c.id, c.subject_kind, c.subject_id, c.proposal_id, c.decided_at
     )
     insert into moderation_decision
       (district_id, id, case_id, verdict, reason, message, author_id, decided_by, decided_at)
     select seen.district_id, gen_random_uuid(), seen.id, 'keep', '', '', coalesce(a.author_id, p.submitter_id), $1,
       seen.decided_at
     from seen
     join proposal p on p.district_id = seen.district_id and p.id = seen.proposal_id
     left join argument a on a.district_id = seen.district_id and a.id = seen.subject_id`,
    [samira.id, UNSEEN],
  );
}
