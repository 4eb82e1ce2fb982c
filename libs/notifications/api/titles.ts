import { MESSAGE_KINDS, MODERATION_KINDS } from '@buurtstem/notifications-domain';
import type { ToldMessage } from './messages';

/** Titles as they stand now, by the numbers of their plans; null where the plan is out of the recipient's sight. */
export type TitlesNow = Readonly<Record<number, string | null>>;

const list = (kinds: readonly string[]): string => kinds.map((kind) => `'${kind}'`).join(', ');
const isModeration = (kind: string): boolean => (MODERATION_KINDS as readonly string[]).includes(kind);
/** Mails about decisions name no titles. */
const KINDS = list(MESSAGE_KINDS.filter((kind) => !isModeration(kind)));

/** The plans that the news `n` of a message `m` names by their titles; joined to it as `p`. */
const NAMED = `
  proposal p where m.kind in (${KINDS}) and p.district_id = m.district_id and p.number = any(array[
    (n.payload->>'proposalNumber')::integer,
    (n.payload->'duplicate'->>'number')::integer,
    (n.payload->'target'->>'number')::integer,
    (n.payload->'winner'->>'number')::integer]
    || array(select (plan->>'number')::integer from jsonb_array_elements(coalesce(n.payload->'plans', '[]')) plan))`;

/** Hidden means hidden in mail too; what is one's own one may still read about. */
const OUT_OF_SIGHT = '(p.hidden and p.submitter_id <> m.recipient_id)';

/**
 * Whether the news `n` of a message `m` names a plan of somebody else that is hidden. It waits until that is lifted;
 * the papers of a meeting do not wait: there the plan is left out.
 */
export const NAMES_HIDDEN = `(m.kind <> 'papers-digest' and exists (select from ${NAMED} and ${OUT_OF_SIGHT}))`;

/** Of a message `m` and its news `n`, a {@link TitlesNow}: a moderator may have taken something out of a title since. */
export const TITLES_NOW = `
  (select coalesce(jsonb_object_agg(p.number, case when ${OUT_OF_SIGHT} then null else p.title end), '{}') from ${NAMED})`;

/** The message with its titles as they stand now. */
export function withTitlesNow<M extends ToldMessage>(message: M, titles: TitlesNow): ToldMessage {
  const now = <P extends { readonly number: number; readonly title: string }>(plan: P): P => {
    const shown = titles[plan.number];
    return shown === undefined ? plan : { ...plan, title: shown ?? `plan ${plan.number}` };
  };
  switch (message.kind) {
    case 'text-hidden':
    case 'text-redacted':
    case 'text-restored':
    case 'appeal-rejected':
    case 'report-decided':
      return message;
    case 'merge-asked':
    case 'plan-merged': {
      const { news } = message;
      return { ...message, news: { ...news, duplicate: now(news.duplicate), target: now(news.target) } };
    }
    case 'papers-digest': {
      const { news } = message;
      const plans = news.plans.filter(({ number }) => titles[number] !== null).map(now);
      return { ...message, news: { ...news, plans } };
    }
    case 'count-corrected': {
      const { news } = message;
      return { ...message, news: { ...news, ...titled(news), winner: news.winner && now(news.winner) } };
    }
    default:
      return { ...message, news: { ...message.news, ...titled(message.news) } } as ToldMessage;
  }

  function titled({ proposalNumber, title }: { proposalNumber: number; title: string }): { title: string } {
    return { title: now({ number: proposalNumber, title }).title };
  }
}
