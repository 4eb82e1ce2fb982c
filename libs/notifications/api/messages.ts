import type { MailText } from './mail-text';
import { mergeMail } from './merge-mails';
import { moderationMail, type NewsReason } from './moderation-mails';
import { winnerMail } from './winner-mails';

export const WINNER_KINDS = ['plan-won', 'voted-plan-won', 'item-queued'] as const;
export type WinnerKind = (typeof WINNER_KINDS)[number];

export const MODERATION_KINDS = [
  'text-hidden',
  'text-redacted',
  'text-restored',
  'appeal-rejected',
  'report-decided',
] as const;
export type ModerationKind = (typeof MODERATION_KINDS)[number];

export const MERGE_KINDS = ['merge-asked', 'plan-merged'] as const;
export type MergeKind = (typeof MERGE_KINDS)[number];

/** Why a message is sent. */
export const MESSAGE_KINDS = [...WINNER_KINDS, ...MODERATION_KINDS, ...MERGE_KINDS] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

export interface NewsDistrict {
  readonly slug: string;
  readonly name: string;
}

/** What a winner's mails say; written in the transaction of the count. */
export interface WinnerNews {
  readonly district: NewsDistrict;
  readonly proposalNumber: number;
  readonly title: string;
  readonly roundNumber: number;
  readonly votesFor: number;
  /** Null while no meeting has its agenda still open: the item waits in the queue. */
  readonly meeting: { readonly startsAt: string; readonly place: string } | null;
}

/** What the mails about a decision of a moderator say. They never repeat what the decision is about. */
export interface ModerationNews {
  readonly district: NewsDistrict;
  /** The plan that it is about, or stands under. */
  readonly proposalNumber: number;
  readonly subject: 'proposal' | 'argument' | 'reply' | 'picture';
  /** Null where nothing was taken away. */
  readonly reason: NewsReason | null;
  /** Words of the moderator; may be empty. */
  readonly message: string;
  /** Until when the author may appeal; null where they may not. */
  readonly appealUntil: string | null;
}

/** What the mails about two plans that become one say. */
export interface MergeNews {
  readonly district: NewsDistrict;
  /** The plan that goes, or would go. */
  readonly duplicate: { readonly number: number; readonly title: string };
  /** The plan that stays. */
  readonly target: { readonly number: number; readonly title: string };
  /** Words of the moderator; may be empty. */
  readonly message: string;
}

export type Message =
  | { readonly kind: WinnerKind; readonly news: WinnerNews }
  | { readonly kind: ModerationKind; readonly news: ModerationNews }
  | { readonly kind: MergeKind; readonly news: MergeNews };

export function isWinnerMessage(message: Message): message is Extract<Message, { news: WinnerNews }> {
  return (WINNER_KINDS as readonly string[]).includes(message.kind);
}

export function isMergeMessage(message: Message): message is Extract<Message, { news: MergeNews }> {
  return (MERGE_KINDS as readonly string[]).includes(message.kind);
}

/** The mail for a message from the outbox. */
export function newsMail(message: Message, publicUrl: string): MailText {
  const site = `${publicUrl}/${message.news.district.slug}`;
  if (isWinnerMessage(message)) return winnerMail(message.kind, message.news, site);
  if (isMergeMessage(message)) return mergeMail(message.kind, message.news, site);
  return moderationMail(message.kind, message.news, site);
}
