import type { Belonging, MeetingNews, MovedNews, PlannedNews } from '@buurtstem/notifications-domain';
import { link, paragraph, type MailBlock, type MailText } from '../mail-text';
import type { PlanMail } from '../mail-words';
import { closing, dateAndTime, greeting, theReason, whenAndWhere, whomToAsk, yourPart } from './parts';

/** Asks the submitter to come and tell about the plan. */
export function invitation(news: MeetingNews, site: string): MailText {
  return {
    subject: `Invitation: tell about your plan ${news.title}`,
    blocks: [
      greeting,
      paragraph(
        `Your plan ‘${news.title}’ is on the agenda of the committee. Would you like to come and tell about it? You are welcome.`,
      ),
      paragraph(`${whenAndWhere(news.meeting)} You get five minutes.`),
      paragraph('Please say whether you come. Can you not come? Then somebody else may come in your place.'),
      ...whomToAsk(news.meeting),
      link('Answer and prepare', `${site}/voorbereiden/${news.proposalNumber}`),
      closing(news.district),
    ],
  };
}

/** Reminds of the meeting, a week and a day before. */
export function reminder(ahead: 'week' | 'day', news: MeetingNews, site: string): MailText {
  const when = ahead === 'week' ? 'In a week' : 'Tomorrow';
  return {
    subject: `${when} the committee discusses your plan: ${news.title}`,
    blocks: [
      greeting,
      paragraph(`${when} the committee discusses your plan ‘${news.title}’. ${whenAndWhere(news.meeting)}`),
      paragraph('On this page you can read how the meeting goes and what to bring.'),
      ...whomToAsk(news.meeting),
      link('Prepare', `${site}/voorbereiden/${news.proposalNumber}`),
      closing(news.district),
    ],
  };
}

/** Tells who took part when the plan is discussed. */
export function planned(news: PlannedNews, belonging: Belonging, site: string): PlanMail {
  const gist = `The committee discusses this plan on ${dateAndTime(news.meeting.startsAt)}. The place is: ${news.meeting.place}.`;
  return {
    gist: news.reason === '' ? gist : `The appointment has changed. ${gist}`,
    subject: `The committee discusses: ${news.title}`,
    blocks: [
      greeting,
      paragraph(`${yourPart(news.title, belonging)} The committee discusses it.`),
      ...(news.reason === '' ? [] : [paragraph('The appointment has changed.'), ...theReason(news.reason)]),
      paragraph(`${whenAndWhere(news.meeting)} You are welcome to come.`),
      link('See the plan', `${site}/plannen/${news.proposalNumber}`),
      link('See the agenda', `${site}/agenda`),
      closing(news.district),
    ],
  };
}

const MOVED: Readonly<Record<MovedNews['change'], { readonly subject: string; readonly what: string }>> = {
  moved: {
    subject: 'Another meeting for your plan',
    what: 'That has changed. The committee discusses your plan in another meeting.',
  },
  changed: {
    subject: 'The meeting about your plan has changed',
    what: 'The day, the hour or the place of that meeting has changed.',
  },
  cancelled: {
    subject: 'The meeting about your plan does not take place',
    what: 'That meeting does not take place.',
  },
  'taken-off': {
    subject: 'Your plan was taken off the agenda',
    what: 'The clerk has taken your plan off that agenda. Your plan is still the winner.',
  },
};

/** Tells the submitter that the plan is not discussed when it was said to be. */
export function moved(news: MovedNews, site: string): MailText {
  const { subject, what } = MOVED[news.change];
  return {
    subject: `${subject}: ${news.title}`,
    blocks: [
      greeting,
      paragraph(`Your plan ‘${news.title}’ was on the agenda of ${dateAndTime(news.from.startsAt)}. ${what}`),
      ...theReason(news.reason),
      ...fromNowOn(news),
      link('See your plan', `${site}/plannen/${news.proposalNumber}`),
      link('See the agenda', `${site}/agenda`),
      closing(news.district),
    ],
  };
}

function fromNowOn({ meeting }: MovedNews): MailBlock[] {
  if (meeting === null)
    return [paragraph('There is no new date yet. You get a message as soon as there is.')];
  return [paragraph(`This is how it is now. ${whenAndWhere(meeting)}`), ...whomToAsk(meeting)];
}
