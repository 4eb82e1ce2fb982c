import type { Belonging, CorrectedNews, OutcomeNews, ProgressNews } from '@buurtstem/notifications-domain';
import { link, paragraph } from '../mail-text';
import type { PlanMail } from '../mail-words';
import { closing, dateAndTime, greeting, quoted, theReason, yourPart } from './parts';

const DECISIONS: Readonly<
  Record<OutcomeNews['decision'], { readonly subject: string; readonly what: string }>
> = {
  adopted: { subject: 'The committee says yes', what: 'The committee adopts this plan.' },
  'partly-adopted': {
    subject: 'The committee says yes to a part',
    what: 'The committee adopts a part of this plan.',
  },
  rejected: { subject: 'The committee says no', what: 'The committee does not adopt this plan.' },
  'held-over': {
    subject: 'The committee decides later',
    what: 'The committee has not decided yet and talks on later.',
  },
};

/** What the committee decided, and why. */
export function outcome(news: OutcomeNews, belonging: Belonging, site: string): PlanMail {
  const { subject, what } = DECISIONS[news.decision];
  const next =
    news.decision === 'held-over' && news.meeting !== null
      ? ` The next meeting is on ${dateAndTime(news.meeting.startsAt)}.`
      : '';
  return {
    gist: `${what}${next}`,
    subject: `${subject}: ${news.title}`,
    blocks: [
      greeting,
      paragraph(`${yourPart(news.title, belonging)} ${what}${next}`),
      paragraph('The committee writes:'),
      ...quoted(news.reasons),
      link('Read the decision', `${site}/plannen/${news.proposalNumber}`),
      closing(news.district),
    ],
  };
}

/** What happened with the plan since. */
export function progress(news: ProgressNews, belonging: Belonging, site: string): PlanMail {
  const what = news.finishes ? 'This plan is done.' : 'There is news about this plan.';
  return {
    gist: what,
    subject: news.finishes ? `Done: ${news.title}` : `News about ${news.title}`,
    blocks: [
      greeting,
      paragraph(`${yourPart(news.title, belonging)} ${what}`),
      ...quoted(news.text),
      ...(news.responsible === '' ? [] : [paragraph(`Who deals with it: ${news.responsible}.`)]),
      link('See what happens', `${site}/plannen/${news.proposalNumber}`),
      closing(news.district),
    ],
  };
}

/** After a recount: the plan that won before does not win now. */
export function corrected(news: CorrectedNews, belonging: Belonging, site: string): PlanMail {
  const now =
    news.winner === null ? 'No plan wins in this round now.' : `Now the plan ‘${news.winner.title}’ wins.`;
  return {
    gist: `The votes of round ${news.roundNumber} were counted again. This plan does not win any more. ${now}`,
    subject: `Counted again: ${news.title} does not win any more`,
    blocks: [
      greeting,
      paragraph(
        `${yourPart(news.title, belonging)} The votes of round ${news.roundNumber} were counted again. The plan does not win any more. ${now}`,
      ),
      ...theReason(news.reason),
      link('See the result', `${site}/uitslagen/${news.roundNumber}`),
      link('See the plan', `${site}/plannen/${news.proposalNumber}`),
      closing(news.district),
    ],
  };
}
