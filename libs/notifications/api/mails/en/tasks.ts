import type { MeetingNews, OverdueNews, PapersNews } from '@buurtstem/notifications-domain';
import { link, paragraph, type MailText } from '../mail-text';
import { closing, dateAndTime, dateOnly, greeting, whenAndWhere } from './parts';

/** Asks an official to write what the committee has to know about the plan. */
export function contextNoteAsked(news: MeetingNews, site: string): MailText {
  return {
    subject: `Please write a note with: ${news.title}`,
    blocks: [
      greeting,
      paragraph(`The plan ‘${news.title}’ is on the agenda of the committee. ${whenAndWhere(news.meeting)}`),
      paragraph('Please write a note before the meeting. Everybody can read it.'),
      paragraph(
        'What is allowed, what does it cost, and is something going on already? Keep it short and plain.',
      ),
      link('Write the note', `${site}/commissie/${news.meeting.id}`),
      link('See the plan', `${site}/plannen/${news.proposalNumber}`),
      closing(news.district),
    ],
  };
}

/** Tells the clerks that the submitter has not said whether they come. */
export function invitationUnanswered(news: MeetingNews, site: string): MailText {
  return {
    subject: `No answer yet from the submitter: ${news.title}`,
    blocks: [
      greeting,
      paragraph(
        `The submitter of ‘${news.title}’ has not said yet whether they come. ${whenAndWhere(news.meeting)}`,
      ),
      paragraph('Call or mail the submitter. Then you know whether somebody comes.'),
      link('Go to the clerk’s desk', `${site}/griffie`),
      closing(news.district),
    ],
  };
}

/** Tells the clerks that the answer of the committee is too late. */
export function outcomeOverdue(news: OverdueNews, site: string): MailText {
  return {
    subject: `Too late: the decision about ${news.title}`,
    blocks: [
      greeting,
      paragraph(
        `The decision about ‘${news.title}’ had to be on the site on ${dateOnly(news.dueAt)}. It is not there yet.`,
      ),
      ...(news.meeting === null
        ? []
        : [paragraph(`The committee discussed the plan on ${dateAndTime(news.meeting.startsAt)}.`)]),
      paragraph('Everybody can see that it is too late. Please put the decision on the site.'),
      link('Go to the clerk’s desk', `${site}/griffie`),
      closing(news.district),
    ],
  };
}

/** Tells the committee which plans it is about to discuss. */
export function papers(news: PapersNews, site: string): MailText {
  const count = news.plans.length;
  return {
    subject: `The papers for the meeting of ${dateOnly(news.meeting.startsAt)}`,
    blocks: [
      greeting,
      paragraph(whenAndWhere(news.meeting)),
      paragraph(
        count === 0
          ? 'No plans of residents are on the agenda.'
          : count === 1
            ? 'One plan of residents is on the agenda:'
            : `${count} plans of residents are on the agenda:`,
      ),
      ...news.plans.map(({ title, hasContextNote }) =>
        paragraph(
          `‘${title}’. ${hasContextNote ? 'The note of the official is there.' : 'The official has not written a note yet.'}`,
        ),
      ),
      link('Read the papers', `${site}/commissie/${news.meeting.id}`),
      closing(news.district),
    ],
  };
}
