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
    subject: `Uw week in ${district.name}: nieuws over ${plans.length === 1 ? 'één plan' : `${plans.length} plannen`}`,
    blocks: [
      greeting,
      paragraph('Dit gebeurde er deze week met plannen waar u aan meedeed.'),
      ...plans.flatMap(({ title, number, gists }) => [
        heading(title),
        ...gists.map(paragraph),
        link('Bekijk het plan', `${site}/plannen/${number}`),
      ]),
      ...(more === 0 ? [] : [paragraph(`Er zijn nog ${more} berichten. Die staan op uw pagina.`)]),
      link('Bekijk uw berichten', `${site}/mijn`),
      closing(district),
    ],
  };
}

const WHY: Readonly<Record<Topic, string>> = {
  'own-plan': 'U krijgt deze mail omdat u dit plan indiende.',
  'voted-plan': 'U krijgt deze mail omdat u op dit plan stemde.',
  'discussed-plan': 'U krijgt deze mail omdat u bij dit plan schreef.',
};

export function foot(topic: Topic): { readonly why: string; readonly stop: string } {
  return { why: WHY[topic], stop: 'Stop deze mails' };
}

export const digestFoot = 'U krijgt deze mail één keer per week, op vrijdag.';
