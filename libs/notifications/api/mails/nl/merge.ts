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
        subject: `Samenvoegen met een ander plan? ${duplicate.title}`,
        blocks: [
          greeting,
          paragraph('Twee plannen lijken veel op elkaar. Een moderator vraagt of zij één plan mogen worden.'),
          paragraph(`Dit plan stopt dan: ‘${duplicate.title}’. Dit plan blijft: ‘${target.title}’.`),
          ...wordsOfModerator(news.message),
          paragraph(
            'Dit gebeurt alleen als beide indieners het goed vinden. De indiener van het plan dat stopt, wordt mede-indiener. Stemmen gaan niet mee: wij vragen de stemmers om opnieuw te stemmen.',
          ),
          link('Geef uw antwoord', `${site}/mijn`),
          link('Bekijk het plan dat stopt', `${site}/plannen/${duplicate.number}`),
          link('Bekijk het plan dat blijft', `${site}/plannen/${target.number}`),
          closing(news.district),
        ],
      };
    case 'plan-merged':
      return {
        subject: `Stem opnieuw: ${target.title}`,
        blocks: [
          greeting,
          paragraph(
            `U stemde op het plan ‘${duplicate.title}’. Dat plan is samengevoegd met een ander plan.`,
          ),
          paragraph(
            `Dit plan gaat verder: ‘${target.title}’. Uw stem gaat niet vanzelf mee. Wilt u voor of tegen dit plan stemmen? Dan stemt u opnieuw.`,
          ),
          paragraph('Hebt u al op dit plan gestemd? Dan hoeft u niets te doen.'),
          ...wordsOfModerator(news.message),
          link('Bekijk het plan en stem', `${site}/plannen/${target.number}`),
          closing(news.district),
        ],
      };
    default:
      return unreachable(kind);
  }
}
