import type { MeetingNews, OverdueNews, PapersNews } from '@buurtstem/notifications-domain';
import { link, paragraph, type MailText } from '../mail-text';
import { closing, dateAndTime, dateOnly, greeting, whenAndWhere } from './parts';

/** Asks an official to write what the committee has to know about the plan. */
export function contextNoteAsked(news: MeetingNews, site: string): MailText {
  return {
    subject: `Schrijf een toelichting bij: ${news.title}`,
    blocks: [
      greeting,
      paragraph(
        `Het plan ‘${news.title}’ staat op de agenda van de commissie. ${whenAndWhere(news.meeting)}`,
      ),
      paragraph('Wilt u vóór de vergadering een toelichting schrijven? Iedereen kan die lezen.'),
      paragraph('Wat mag, wat kost het, en loopt er al iets? Schrijf het kort en in gewone woorden.'),
      link('Schrijf de toelichting', `${site}/commissie/${news.meeting.id}`),
      link('Bekijk het plan', `${site}/plannen/${news.proposalNumber}`),
      closing(news.district),
    ],
  };
}

/** Tells the clerks that the submitter has not said whether they come. */
export function invitationUnanswered(news: MeetingNews, site: string): MailText {
  return {
    subject: `Nog geen antwoord van de indiener: ${news.title}`,
    blocks: [
      greeting,
      paragraph(
        `De indiener van ‘${news.title}’ heeft nog niet gezegd of die komt. ${whenAndWhere(news.meeting)}`,
      ),
      paragraph('Bel of mail de indiener. Dan weet u of er iemand komt vertellen.'),
      link('Ga naar de griffie', `${site}/griffie`),
      closing(news.district),
    ],
  };
}

/** Tells the clerks that the answer of the committee is too late. */
export function outcomeOverdue(news: OverdueNews, site: string): MailText {
  return {
    subject: `Te laat: het besluit over ${news.title}`,
    blocks: [
      greeting,
      paragraph(
        `Het besluit over ‘${news.title}’ moest op ${dateOnly(news.dueAt)} op de site staan. Het staat er nog niet.`,
      ),
      ...(news.meeting === null
        ? []
        : [paragraph(`De commissie besprak het plan op ${dateAndTime(news.meeting.startsAt)} uur.`)]),
      paragraph('Iedereen kan zien dat het te laat is. Zet het besluit op de site.'),
      link('Ga naar de griffie', `${site}/griffie`),
      closing(news.district),
    ],
  };
}

/** Tells the committee which plans it is about to discuss. */
export function papers(news: PapersNews, site: string): MailText {
  const count = news.plans.length;
  return {
    subject: `De stukken voor de vergadering van ${dateOnly(news.meeting.startsAt)}`,
    blocks: [
      greeting,
      paragraph(whenAndWhere(news.meeting)),
      paragraph(
        count === 0
          ? 'Er staan geen plannen van bewoners op de agenda.'
          : count === 1
            ? 'Er staat één plan van bewoners op de agenda:'
            : `Er staan ${count} plannen van bewoners op de agenda:`,
      ),
      ...news.plans.map(({ title, hasContextNote }) =>
        paragraph(
          `‘${title}’. ${hasContextNote ? 'De toelichting van de ambtenaar is er.' : 'De ambtenaar heeft nog geen toelichting geschreven.'}`,
        ),
      ),
      link('Lees de stukken', `${site}/commissie/${news.meeting.id}`),
      closing(news.district),
    ],
  };
}
