import type { WinnerKind, WinnerNews } from '@buurtstem/notifications-domain';
import { unreachable } from '@buurtstem/shared-domain';
import { link, paragraph } from '../mail-text';
import type { PlanMail } from '../mail-words';
import { closing, dateAndTime, greeting } from './parts';

/** The mails about the winner of a round. */
export function winner(kind: WinnerKind, news: WinnerNews, site: string): PlanMail {
  const report = link('See the result', `${site}/uitslagen/${news.roundNumber}`);
  const gist = `This plan has won with ${news.votesFor} votes for it.${
    news.meeting ? ` The committee discusses it on ${dateAndTime(news.meeting.startsAt)}.` : ''
  }`;
  switch (kind) {
    case 'plan-won':
      return {
        gist,
        subject: `Your plan has won: ${news.title}`,
        blocks: [
          paragraph('Congratulations.'),
          paragraph(
            `Your plan ‘${news.title}’ got ${news.votesFor} votes for it. That is the most of all plans in this round.`,
          ),
          paragraph(
            news.meeting
              ? `Your plan is now on the agenda of the committee. The meeting is on ${dateAndTime(news.meeting.startsAt)}. The place is: ${news.meeting.place}. You get five minutes to tell about your plan.`
              : 'Your plan goes on the agenda of the committee. The date of that meeting is not known yet. The clerk plans the meeting.',
          ),
          report,
          link('See the agenda', `${site}/agenda`),
          closing(news.district),
        ],
      };
    case 'voted-plan-won':
      return {
        gist,
        subject: `Won: ${news.title}`,
        blocks: [
          greeting,
          paragraph(
            `You voted for the plan ‘${news.title}’. This plan has won with ${news.votesFor} votes for it.`,
          ),
          paragraph(
            news.meeting
              ? `The committee discusses the plan on ${dateAndTime(news.meeting.startsAt)}. The place is: ${news.meeting.place}. You are welcome to come.`
              : 'The committee discusses the plan in a meeting. The date is not known yet.',
          ),
          report,
          link('See the plan', `${site}/plannen/${news.proposalNumber}`),
          closing(news.district),
        ],
      };
    case 'item-queued':
      return {
        gist,
        subject: `Plan a meeting for: ${news.title}`,
        blocks: [
          greeting,
          paragraph(
            `The plan ‘${news.title}’ has won round ${news.roundNumber}. There is no meeting with an agenda that is still open.`,
          ),
          paragraph('The plan now waits. Plan a meeting. Then the plan goes on the agenda by itself.'),
          link('See the agenda', `${site}/agenda`),
          closing(news.district),
        ],
      };
    default:
      return unreachable(kind);
  }
}
