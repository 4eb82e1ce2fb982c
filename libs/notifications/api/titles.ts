import { isMergeMessage, isWinnerMessage, MERGE_KINDS, WINNER_KINDS, type Message } from './messages';

/** Titles as they stand now, by the numbers of their plans; null where the plan is out of the recipient's sight. */
export type TitlesNow = Readonly<Record<number, string | null>>;

const KINDS = [...WINNER_KINDS, ...MERGE_KINDS].map((kind) => `'${kind}'`).join(', ');

/** The plans that a message `m` names by their titles; joined to it as `p`. Mails about decisions name no titles. */
const NAMED = `
  proposal p where m.kind in (${KINDS}) and p.district_id = m.district_id and p.number in (
    (m.payload->>'proposalNumber')::integer,
    (m.payload->'duplicate'->>'number')::integer,
    (m.payload->'target'->>'number')::integer)`;

/** Hidden means hidden in mail too; what is one's own one may still read about. */
const OUT_OF_SIGHT = '(p.hidden and p.submitter_id <> m.recipient_id)';

/** Whether a message `m` names a plan of somebody else that is hidden. It waits until that is lifted. */
export const NAMES_HIDDEN = `exists (select from ${NAMED} and ${OUT_OF_SIGHT})`;

/** Of a message `m`, a {@link TitlesNow}: a moderator may have taken something out of a title since it was queued. */
export const TITLES_NOW = `
  (select coalesce(jsonb_object_agg(p.number, case when ${OUT_OF_SIGHT} then null else p.title end), '{}') from ${NAMED})`;

/** The message with its titles as they stand now. */
export function withTitlesNow<M extends Message>(message: M, titles: TitlesNow): Message {
  const now = (number: number, title: string): string => {
    const shown = titles[number];
    return shown === undefined ? title : (shown ?? `plan ${number}`);
  };
  if (isWinnerMessage(message)) {
    const { news } = message;
    return { ...message, news: { ...news, title: now(news.proposalNumber, news.title) } };
  }
  if (isMergeMessage(message)) {
    const { news } = message;
    const [duplicate, target] = [news.duplicate, news.target].map(({ number, title }) => ({
      number,
      title: now(number, title),
    })) as [typeof news.duplicate, typeof news.target];
    return { ...message, news: { ...news, duplicate, target } };
  }
  return message;
}
