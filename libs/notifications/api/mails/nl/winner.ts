import type { WinnerKind, WinnerNews } from '@buurtstem/notifications-domain';
import { unreachable } from '@buurtstem/shared-domain';
import { link, paragraph } from '../mail-text';
import type { PlanMail } from '../mail-words';
import { closing, dateAndTime, greeting } from './parts';

/** The mails about the winner of a round. */
export function winner(kind: WinnerKind, news: WinnerNews, site: string): PlanMail {
  const report = link('Bekijk de uitslag', `${site}/uitslagen/${news.roundNumber}`);
  const gist = `Dit plan heeft gewonnen met ${news.votesFor} stemmen voor.${
    news.meeting ? ` De commissie bespreekt het op ${dateAndTime(news.meeting.startsAt)} uur.` : ''
  }`;
  switch (kind) {
    case 'plan-won':
      return {
        gist,
        subject: `Uw plan heeft gewonnen: ${news.title}`,
        blocks: [
          paragraph('Gefeliciteerd.'),
          paragraph(
            `Uw plan ‘${news.title}’ kreeg ${news.votesFor} stemmen voor. Dat is het meest van alle plannen in deze ronde.`,
          ),
          paragraph(
            news.meeting
              ? `Uw plan staat nu op de agenda van de commissie. De vergadering is op ${dateAndTime(news.meeting.startsAt)} uur. De plaats is: ${news.meeting.place}. U krijgt vijf minuten om over uw plan te vertellen.`
              : 'Uw plan komt op de agenda van de commissie. De datum van die vergadering is nog niet bekend. De griffier plant de vergadering.',
          ),
          report,
          link('Bekijk de agenda', `${site}/agenda`),
          closing(news.district),
        ],
      };
    case 'voted-plan-won':
      return {
        gist,
        subject: `Gewonnen: ${news.title}`,
        blocks: [
          greeting,
          paragraph(
            `U stemde voor het plan ‘${news.title}’. Dit plan heeft gewonnen met ${news.votesFor} stemmen voor.`,
          ),
          paragraph(
            news.meeting
              ? `De commissie bespreekt het plan op ${dateAndTime(news.meeting.startsAt)} uur. De plaats is: ${news.meeting.place}. U mag erbij zijn.`
              : 'De commissie bespreekt het plan in een vergadering. De datum is nog niet bekend.',
          ),
          report,
          link('Bekijk het plan', `${site}/plannen/${news.proposalNumber}`),
          closing(news.district),
        ],
      };
    case 'item-queued':
      return {
        gist,
        subject: `Plan een vergadering voor: ${news.title}`,
        blocks: [
          greeting,
          paragraph(
            `Het plan ‘${news.title}’ heeft ronde ${news.roundNumber} gewonnen. Er is geen vergadering waarvan de agenda nog open is.`,
          ),
          paragraph(
            'Het plan wacht nu in de rij. Plan een vergadering. Dan komt het plan vanzelf op de agenda.',
          ),
          link('Bekijk de agenda', `${site}/agenda`),
          closing(news.district),
        ],
      };
    default:
      return unreachable(kind);
  }
}
