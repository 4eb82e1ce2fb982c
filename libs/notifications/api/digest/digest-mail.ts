import { Injectable } from '@nestjs/common';
import type { NewsDistrict, Topic } from '@buurtstem/notifications-domain';
import { Clock, Config } from '@buurtstem/platform-api';
import { DataSource } from 'typeorm';
import { WORDS } from '../mails';
import type { MailText } from '../mails/mail-text';
import type { DigestPlan } from '../mails/mail-words';
import { gistOf, type ToldMessage } from '../messages';
import { StopLinks } from '../one-click/stop-links';
import type { DueDigest } from '../sending/due-mail';
import { NAMES_HIDDEN, TITLES_NOW, withTitlesNow, type TitlesNow } from '../titles';
import { nextDigest } from './digest-moment';

/** A mail names as many; whoever took part in more reads the rest on their page. */
const MOST = 100;

type Part = ToldMessage & { readonly titles: TitlesNow; readonly waiting: number };

/** Writes the digest of one person from the messages that are in it. */
@Injectable()
export class DigestMail {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly stopLinks: StopLinks,
  ) {}

  /** Null where nothing is left to say: then there is no digest any more. */
  async compose(digest: DueDigest): Promise<MailText | null> {
    await this.takeOutHidden(digest);
    const parts = await this.partsOf(digest);
    const first = parts[0];
    if (!first) {
      await this.dataSource.query('delete from outbox_message where district_id = $1 and id = $2', [
        digest.district_id,
        digest.id,
      ]);
      return null;
    }
    const { district } = first.news;
    const words = WORDS[digest.language];
    const more = first.waiting - parts.length;
    const site = `${this.config.publicUrl}/${district.slug}`;
    const mail = words.digest(district satisfies NewsDistrict, byPlan(parts, digest), more, site);
    const topics = [...new Set(parts.map(({ topic }) => topic))].filter(
      (topic): topic is Topic => topic !== 'essential',
    );
    return {
      ...mail,
      language: digest.language,
      stop: this.stopLinks.forDigest(digest.recipient_id, topics, digest.language),
    };
  }

  /** What names a plan that was hidden meanwhile waits for the next digest. */
  private async takeOutHidden(digest: DueDigest): Promise<void> {
    const now = await this.clock.now(this.dataSource.manager);
    await this.dataSource.query(
      `update outbox_message m set digest_id = null, next_attempt_at = $3
       from news n
       where m.district_id = $1 and m.digest_id = $2 and m.sent_at is null
         and n.district_id = m.district_id and n.id = m.news_id and ${NAMES_HIDDEN}`,
      [digest.district_id, digest.id, nextDigest(now)],
    );
  }

  private partsOf(digest: DueDigest): Promise<Part[]> {
    return this.dataSource.query<Part[]>(
      `select m.kind, m.topic, n.payload as news, ${TITLES_NOW} as titles, count(*) over ()::integer as waiting
       from outbox_message m join news n on n.district_id = m.district_id and n.id = m.news_id
       where m.district_id = $1 and m.digest_id = $2 and m.sent_at is null and m.given_up_at is null
       order by m.created_at, m.id limit ${MOST}`,
      [digest.district_id, digest.id],
    );
  }
}

function byPlan(parts: readonly Part[], { language }: DueDigest): DigestPlan[] {
  const plans = new Map<number, { title: string; number: number; gists: string[] }>();
  for (const part of parts) {
    const told = withTitlesNow(part, part.titles);
    const gist = gistOf(told, language);
    if (gist === null || !('proposalNumber' in told.news) || !('title' in told.news))
      throw new Error(`A message of the kind ${part.kind} is no part of a digest.`);
    const { proposalNumber: number, title } = told.news;
    const plan = plans.get(number) ?? { title, number, gists: [] };
    plans.set(number, plan);
    if (!plan.gists.includes(gist)) plan.gists.push(gist);
  }
  return [...plans.values()];
}
