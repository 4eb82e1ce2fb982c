import type { ModerationKind, ModerationNews, NewsReason } from '@buurtstem/notifications-domain';
import { unreachable } from '@buurtstem/shared-domain';
import { link, paragraph, type MailBlock, type MailText } from '../mail-text';
import { closing, dateAndTime, greeting, wordsOfModerator } from './parts';

/** The reasons in a sentence. */
const REASONS: Readonly<Record<NewsReason, string>> = {
  duplicate: 'This is already somewhere else on the site.',
  irrelevant: 'This is not about the plan.',
  'not-for-the-district': 'This is not something for this district.',
  'personal-data': 'It contains personal details.',
  'insult-or-discrimination': 'This insults or discriminates against somebody.',
  advertising: 'This is advertising.',
  'false-name': 'The name with it is not the right one.',
  unlawful: 'The law does not allow this.',
};

const SUBJECTS: Readonly<Record<ModerationNews['subject'], string>> = {
  proposal: 'plan',
  argument: 'argument',
  reply: 'reply',
  picture: 'photo',
};

/** The mails about a decision of a moderator: to the author of a text, and to who reported one. */
export function moderation(kind: ModerationKind, news: ModerationNews, site: string): MailText {
  const it = SUBJECTS[news.subject];
  // About a plan itself, "with plan 12" says nothing new.
  const your =
    news.subject === 'proposal'
      ? `your plan ${news.proposalNumber}`
      : `your ${it} with plan ${news.proposalNumber}`;
  const mine = link('See the decision', `${site}/mijn`);
  switch (kind) {
    case 'text-hidden':
      return {
        subject: `A moderator has hidden your ${it}`,
        blocks: [
          greeting,
          paragraph(`A moderator has hidden ${your}. Other people do not see your ${it} any more.`),
          ...why(news),
          ...wayToAppeal(news),
          mine,
          closing(news.district),
        ],
      };
    case 'text-redacted':
      return {
        subject: `A moderator has taken something out of your ${it}`,
        blocks: [
          greeting,
          paragraph(
            `A moderator has taken something out of ${your}. In that place it now says: [weggehaald]. The rest is as you wrote it.`,
          ),
          ...why(news),
          ...wayToAppeal(news),
          mine,
          closing(news.district),
        ],
      };
    case 'text-restored':
      return {
        subject: `Your ${it} is on the site again`,
        blocks: [
          greeting,
          paragraph(
            `A moderator has looked at ${your} again. All of it is on the site again as you wrote it.`,
          ),
          ...wordsOfModerator(news.message),
          mine,
          closing(news.district),
        ],
      };
    case 'appeal-rejected':
      return {
        subject: 'Your appeal was rejected',
        blocks: [
          greeting,
          paragraph(
            `You appealed against a decision about ${your}. Another moderator has looked at it. The decision stays as it was.`,
          ),
          ...why(news),
          paragraph('You cannot appeal again.'),
          mine,
          closing(news.district),
        ],
      };
    case 'report-decided':
      return {
        subject: 'A moderator has looked at your report',
        blocks: [
          greeting,
          paragraph(
            `You reported something with plan ${news.proposalNumber}. Thank you. A moderator has looked at it.`,
          ),
          ...(news.reason === null
            ? [paragraph('The moderator leaves it as it is.')]
            : [
                paragraph('The moderator has taken something out or hidden it.'),
                ...why({ ...news, message: '' }),
              ]),
          ...wordsOfModerator(news.message),
          link('See the plan', `${site}/plannen/${news.proposalNumber}`),
          closing(news.district),
        ],
      };
    default:
      return unreachable(kind);
  }
}

function why({ reason, message }: ModerationNews): MailBlock[] {
  return [
    ...(reason === null ? [] : [paragraph(`The reason: ${REASONS[reason]}`)]),
    ...wordsOfModerator(message),
  ];
}

function wayToAppeal({ appealUntil }: ModerationNews): MailBlock[] {
  if (appealUntil === null) return [];
  return [
    paragraph(
      `Do you not agree? You can appeal until ${dateAndTime(appealUntil)}. Another moderator then looks at it again.`,
    ),
  ];
}
