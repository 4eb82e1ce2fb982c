import type { ModerationKind, ModerationNews, NewsReason } from '@buurtstem/notifications-domain';
import { unreachable } from '@buurtstem/shared-domain';
import { link, paragraph, type MailBlock, type MailText } from '../mail-text';
import { closing, dateAndTime, greeting, wordsOfModerator } from './parts';

/** The reasons in a sentence. */
const REASONS: Readonly<Record<NewsReason, string>> = {
  duplicate: 'Dit staat al ergens anders op de site.',
  irrelevant: 'Dit gaat niet over het plan.',
  'not-for-the-district': 'Dit is niet iets voor dit stadsdeel.',
  'personal-data': 'Er staan persoonlijke gegevens in.',
  'insult-or-discrimination': 'Dit beledigt of discrimineert iemand.',
  advertising: 'Dit is reclame.',
  'false-name': 'De naam die erbij staat, klopt niet.',
  unlawful: 'Dit mag niet van de wet.',
};

const SUBJECTS: Readonly<Record<ModerationNews['subject'], string>> = {
  proposal: 'plan',
  argument: 'argument',
  reply: 'reactie',
  picture: 'foto',
};

/** The mails about a decision of a moderator: to the author of a text, and to who reported one. */
export function moderation(kind: ModerationKind, news: ModerationNews, site: string): MailText {
  const it = SUBJECTS[news.subject];
  // About a plan itself, "bij plan 12" says nothing new.
  const your =
    news.subject === 'proposal'
      ? `uw plan ${news.proposalNumber}`
      : `uw ${it} bij plan ${news.proposalNumber}`;
  const mine = link('Bekijk het besluit', `${site}/mijn`);
  switch (kind) {
    case 'text-hidden':
      return {
        subject: `Een moderator heeft uw ${it} verborgen`,
        blocks: [
          greeting,
          paragraph(`Een moderator heeft ${your} verborgen. Andere mensen zien uw ${it} nu niet meer.`),
          ...why(news),
          ...wayToAppeal(news),
          mine,
          closing(news.district),
        ],
      };
    case 'text-redacted':
      return {
        subject: `Een moderator heeft iets weggehaald uit uw ${it}`,
        blocks: [
          greeting,
          paragraph(
            `Een moderator heeft iets weggehaald uit ${your}. Op die plek staat nu: [weggehaald]. De rest staat er nog zoals u het schreef.`,
          ),
          ...why(news),
          ...wayToAppeal(news),
          mine,
          closing(news.district),
        ],
      };
    case 'text-restored':
      return {
        subject: `Uw ${it} staat weer op de site`,
        blocks: [
          greeting,
          paragraph(
            `Een moderator heeft opnieuw gekeken naar ${your}. Alles staat weer op de site zoals u het schreef.`,
          ),
          ...wordsOfModerator(news.message),
          mine,
          closing(news.district),
        ],
      };
    case 'appeal-rejected':
      return {
        subject: 'Uw bezwaar is afgewezen',
        blocks: [
          greeting,
          paragraph(
            `U maakte bezwaar tegen een besluit over ${your}. Een andere moderator heeft ernaar gekeken. Het besluit blijft zoals het was.`,
          ),
          ...why(news),
          paragraph('U kunt niet nog een keer bezwaar maken.'),
          mine,
          closing(news.district),
        ],
      };
    case 'report-decided':
      return {
        subject: 'Een moderator heeft uw melding bekeken',
        blocks: [
          greeting,
          paragraph(
            `U meldde iets bij plan ${news.proposalNumber}. Dank u wel. Een moderator heeft ernaar gekeken.`,
          ),
          ...(news.reason === null
            ? [paragraph('De moderator laat het staan.')]
            : [
                paragraph('De moderator heeft iets weggehaald of verborgen.'),
                ...why({ ...news, message: '' }),
              ]),
          ...wordsOfModerator(news.message),
          link('Bekijk het plan', `${site}/plannen/${news.proposalNumber}`),
          closing(news.district),
        ],
      };
    default:
      return unreachable(kind);
  }
}

function why({ reason, message }: ModerationNews): MailBlock[] {
  return [
    ...(reason === null ? [] : [paragraph(`De reden: ${REASONS[reason]}`)]),
    ...wordsOfModerator(message),
  ];
}

function wayToAppeal({ appealUntil }: ModerationNews): MailBlock[] {
  if (appealUntil === null) return [];
  return [
    paragraph(
      `Bent u het er niet mee eens? Dan kunt u bezwaar maken tot ${dateAndTime(appealUntil)} uur. Een andere moderator kijkt dan opnieuw.`,
    ),
  ];
}
