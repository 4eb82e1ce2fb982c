import type { MergeKind, MergeNews } from '@buurtstem/notifications-domain';
import { unreachable } from '@buurtstem/shared-domain';
import { link, paragraph, type MailText } from '../mail-text';
import { closing, greeting, wordsOfModerator } from './parts';

/** The mails about two plans that become one: to the submitters before, to the voters after. */
export function merge(kind: MergeKind, news: MergeNews, site: string): MailText {
  const { duplicate, target } = news;
  switch (kind) {
    case 'merge-asked':
      return {
        subject: `Make one plan of two? ${duplicate.title}`,
        blocks: [
          greeting,
          paragraph('Two plans look much alike. A moderator asks whether they may become one plan.'),
          paragraph(`This plan would stop: ‘${duplicate.title}’. This plan would stay: ‘${target.title}’.`),
          ...wordsOfModerator(news.message),
          paragraph(
            'This only happens if both submitters agree. The submitter of the plan that stops becomes a co-submitter. Votes do not move along: we ask the voters to vote again.',
          ),
          link('Give your answer', `${site}/mijn`),
          link('See the plan that stops', `${site}/plannen/${duplicate.number}`),
          link('See the plan that stays', `${site}/plannen/${target.number}`),
          closing(news.district),
        ],
      };
    case 'plan-merged':
      return {
        subject: `Please vote again: ${target.title}`,
        blocks: [
          greeting,
          paragraph(`You voted on the plan ‘${duplicate.title}’. That plan was joined with another plan.`),
          paragraph(
            `This plan goes on: ‘${target.title}’. Your vote does not move along by itself. Do you want to vote for or against this plan? Then please vote again.`,
          ),
          paragraph('Have you voted on this plan before? Then there is nothing to do.'),
          ...wordsOfModerator(news.message),
          link('See the plan and vote', `${site}/plannen/${target.number}`),
          closing(news.district),
        ],
      };
    default:
      return unreachable(kind);
  }
}
