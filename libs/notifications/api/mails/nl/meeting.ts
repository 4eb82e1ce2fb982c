import type { Belonging, MeetingNews, MovedNews, PlannedNews } from '@buurtstem/notifications-domain';
import { link, paragraph, type MailBlock, type MailText } from '../mail-text';
import type { PlanMail } from '../mail-words';
import { closing, dateAndTime, greeting, theReason, whenAndWhere, whomToAsk, yourPart } from './parts';

/** Asks the submitter to come and tell about the plan. */
export function invitation(news: MeetingNews, site: string): MailText {
  return {
    subject: `Uitnodiging: vertel over uw plan ${news.title}`,
    blocks: [
      greeting,
      paragraph(
        `Uw plan ‘${news.title}’ staat op de agenda van de commissie. Wilt u erover komen vertellen? Wij nodigen u graag uit.`,
      ),
      paragraph(`${whenAndWhere(news.meeting)} U krijgt vijf minuten.`),
      paragraph('Laat ons weten of u komt. Kunt u niet? Dan mag iemand anders in uw plaats komen.'),
      ...whomToAsk(news.meeting),
      link('Geef antwoord en bereid u voor', `${site}/voorbereiden/${news.proposalNumber}`),
      closing(news.district),
    ],
  };
}

/** Reminds of the meeting, a week and a day before. */
export function reminder(ahead: 'week' | 'day', news: MeetingNews, site: string): MailText {
  const when = ahead === 'week' ? 'Over een week' : 'Morgen';
  return {
    subject: `${when} bespreekt de commissie uw plan: ${news.title}`,
    blocks: [
      greeting,
      paragraph(`${when} bespreekt de commissie uw plan ‘${news.title}’. ${whenAndWhere(news.meeting)}`),
      paragraph('Op deze pagina leest u hoe de vergadering gaat en wat u meeneemt.'),
      ...whomToAsk(news.meeting),
      link('Bereid u voor', `${site}/voorbereiden/${news.proposalNumber}`),
      closing(news.district),
    ],
  };
}

/** Tells who took part when the plan is discussed. */
export function planned(news: PlannedNews, belonging: Belonging, site: string): PlanMail {
  const gist = `De commissie bespreekt dit plan op ${dateAndTime(news.meeting.startsAt)} uur. De plaats is: ${news.meeting.place}.`;
  return {
    gist: news.reason === '' ? gist : `De afspraak is veranderd. ${gist}`,
    subject: `De commissie bespreekt: ${news.title}`,
    blocks: [
      greeting,
      paragraph(`${yourPart(news.title, belonging)} De commissie bespreekt het.`),
      ...(news.reason === '' ? [] : [paragraph('De afspraak is veranderd.'), ...theReason(news.reason)]),
      paragraph(`${whenAndWhere(news.meeting)} U mag erbij zijn.`),
      link('Bekijk het plan', `${site}/plannen/${news.proposalNumber}`),
      link('Bekijk de agenda', `${site}/agenda`),
      closing(news.district),
    ],
  };
}

const MOVED: Readonly<Record<MovedNews['change'], { readonly subject: string; readonly what: string }>> = {
  moved: {
    subject: 'Andere vergadering voor uw plan',
    what: 'Dat gaat niet door. De commissie bespreekt uw plan in een andere vergadering.',
  },
  changed: {
    subject: 'De vergadering over uw plan is veranderd',
    what: 'De dag, de tijd of de plaats van die vergadering is veranderd.',
  },
  cancelled: {
    subject: 'De vergadering over uw plan gaat niet door',
    what: 'Die vergadering gaat niet door.',
  },
  'taken-off': {
    subject: 'Uw plan is van de agenda gehaald',
    what: 'De griffier heeft uw plan van die agenda gehaald. Uw plan blijft de winnaar.',
  },
};

/** Tells the submitter that the plan is not discussed when it was said to be. */
export function moved(news: MovedNews, site: string): MailText {
  const { subject, what } = MOVED[news.change];
  return {
    subject: `${subject}: ${news.title}`,
    blocks: [
      greeting,
      paragraph(
        `Uw plan ‘${news.title}’ stond op de agenda van ${dateAndTime(news.from.startsAt)} uur. ${what}`,
      ),
      ...theReason(news.reason),
      ...fromNowOn(news),
      link('Bekijk uw plan', `${site}/plannen/${news.proposalNumber}`),
      link('Bekijk de agenda', `${site}/agenda`),
      closing(news.district),
    ],
  };
}

function fromNowOn({ meeting }: MovedNews): MailBlock[] {
  if (meeting === null)
    return [paragraph('Er is nog geen nieuwe datum. U krijgt een bericht als die er is.')];
  return [paragraph(`Zo is het nu. ${whenAndWhere(meeting)}`), ...whomToAsk(meeting)];
}
