import type { NewsDistrict, Topic } from '@buurtstem/notifications-domain';
import { heading, link, paragraph, type MailText } from '../mail-text';
import type { DigestPlan } from '../mail-words';
import { closing, greeting } from './parts';

/** The mail of the week: what happened to the plans that somebody took part in. */
export function digest(
  district: NewsDistrict,
  plans: readonly DigestPlan[],
  more: number,
  site: string,
): MailText {
  return {
    subject: `Your week in ${district.name}: news about ${plans.length === 1 ? 'one plan' : `${plans.length} plans`}`,
    blocks: [
      greeting,
      paragraph('This happened this week with plans that you took part in.'),
      ...plans.flatMap(({ title, number, gists }) => [
        heading(title),
        ...gists.map(paragraph),
        link('See the plan', `${site}/plannen/${number}`),
      ]),
      ...(more === 0 ? [] : [paragraph(`There are ${more} more messages. They are on your page.`)]),
      link('See your messages', `${site}/mijn`),
      closing(district),
    ],
  };
}

const WHY: Readonly<Record<Topic, string>> = {
  'own-plan': 'You get this mail because you submitted this plan.',
  'voted-plan': 'You get this mail because you voted on this plan.',
  'discussed-plan': 'You get this mail because you wrote something about this plan.',
};

export function foot(topic: Topic): { readonly why: string; readonly stop: string } {
  return { why: WHY[topic], stop: 'Stop these mails' };
}

export const digestFoot = 'You get this mail once a week, on Friday.';
