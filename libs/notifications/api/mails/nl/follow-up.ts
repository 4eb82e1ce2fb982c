import type { Belonging, CorrectedNews, OutcomeNews, ProgressNews } from '@buurtstem/notifications-domain';
import { link, paragraph } from '../mail-text';
import type { PlanMail } from '../mail-words';
import { closing, dateAndTime, greeting, quoted, theReason, yourPart } from './parts';

const DECISIONS: Readonly<
  Record<OutcomeNews['decision'], { readonly subject: string; readonly what: string }>
> = {
  adopted: { subject: 'De commissie zegt ja', what: 'De commissie neemt dit plan over.' },
  'partly-adopted': {
    subject: 'De commissie zegt voor een deel ja',
    what: 'De commissie neemt een deel van dit plan over.',
  },
  rejected: { subject: 'De commissie zegt nee', what: 'De commissie neemt dit plan niet over.' },
  'held-over': {
    subject: 'De commissie besluit later',
    what: 'De commissie heeft nog niet besloten en praat later verder.',
  },
};

/** What the committee decided, and why. */
export function outcome(news: OutcomeNews, belonging: Belonging, site: string): PlanMail {
  const { subject, what } = DECISIONS[news.decision];
  const next =
    news.decision === 'held-over' && news.meeting !== null
      ? ` De volgende vergadering is op ${dateAndTime(news.meeting.startsAt)} uur.`
      : '';
  return {
    gist: `${what}${next}`,
    subject: `${subject}: ${news.title}`,
    blocks: [
      greeting,
      paragraph(`${yourPart(news.title, belonging)} ${what}${next}`),
      paragraph('De commissie schrijft:'),
      ...quoted(news.reasons),
      link('Lees het besluit', `${site}/plannen/${news.proposalNumber}`),
      closing(news.district),
    ],
  };
}

/** What happened with the plan since. */
export function progress(news: ProgressNews, belonging: Belonging, site: string): PlanMail {
  const what = news.finishes ? 'Dit plan is klaar.' : 'Er is nieuws over dit plan.';
  return {
    gist: what,
    subject: news.finishes ? `Klaar: ${news.title}` : `Nieuws over ${news.title}`,
    blocks: [
      greeting,
      paragraph(`${yourPart(news.title, belonging)} ${what}`),
      ...quoted(news.text),
      ...(news.responsible === '' ? [] : [paragraph(`Wie gaat erover: ${news.responsible}.`)]),
      link('Bekijk wat er gebeurt', `${site}/plannen/${news.proposalNumber}`),
      closing(news.district),
    ],
  };
}

/** After a recount: the plan that won before does not win now. */
export function corrected(news: CorrectedNews, belonging: Belonging, site: string): PlanMail {
  const now =
    news.winner === null
      ? 'In deze ronde wint nu geen enkel plan.'
      : `Nu wint het plan ‘${news.winner.title}’.`;
  return {
    gist: `De stemmen van ronde ${news.roundNumber} zijn opnieuw geteld. Dit plan wint niet meer. ${now}`,
    subject: `Opnieuw geteld: ${news.title} wint niet meer`,
    blocks: [
      greeting,
      paragraph(
        `${yourPart(news.title, belonging)} De stemmen van ronde ${news.roundNumber} zijn opnieuw geteld. Het plan wint niet meer. ${now}`,
      ),
      ...theReason(news.reason),
      link('Bekijk de uitslag', `${site}/uitslagen/${news.roundNumber}`),
      link('Bekijk het plan', `${site}/plannen/${news.proposalNumber}`),
      closing(news.district),
    ],
  };
}
