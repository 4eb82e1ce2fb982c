import type {
  Belonging,
  CorrectedNews,
  Language,
  MeetingNews,
  MergeKind,
  MergeNews,
  ModerationKind,
  ModerationNews,
  MovedNews,
  NewsDistrict,
  OutcomeNews,
  OverdueNews,
  PapersNews,
  PlannedNews,
  ProgressNews,
  Topic,
  WinnerKind,
  WinnerNews,
} from '@buurtstem/notifications-domain';
import type { Role } from '@buurtstem/shared-domain';
import type { MailText } from './mail-text';

/** A mail about a plan; `gist` says the same in a sentence or two, under the plan's name in a digest. */
export interface PlanMail extends MailText {
  readonly gist: string;
}

/** What a digest says of one plan. */
export interface DigestPlan {
  readonly title: string;
  readonly number: number;
  readonly gists: readonly string[];
}

/** All words of the mails in one language. `site` is the address of the district's pages. */
export interface MailWords {
  winner(kind: WinnerKind, news: WinnerNews, site: string): PlanMail;
  corrected(news: CorrectedNews, belonging: Belonging, site: string): PlanMail;
  moderation(kind: ModerationKind, news: ModerationNews, site: string): MailText;
  merge(kind: MergeKind, news: MergeNews, site: string): MailText;
  invitation(news: MeetingNews, site: string): MailText;
  reminder(ahead: 'week' | 'day', news: MeetingNews, site: string): MailText;
  planned(news: PlannedNews, belonging: Belonging, site: string): PlanMail;
  moved(news: MovedNews, site: string): MailText;
  contextNoteAsked(news: MeetingNews, site: string): MailText;
  invitationUnanswered(news: MeetingNews, site: string): MailText;
  outcomeOverdue(news: OverdueNews, site: string): MailText;
  papers(news: PapersNews, site: string): MailText;
  outcome(news: OutcomeNews, belonging: Belonging, site: string): PlanMail;
  progress(news: ProgressNews, belonging: Belonging, site: string): PlanMail;
  digest(district: NewsDistrict, plans: readonly DigestPlan[], more: number, site: string): MailText;
  /** Says under a mail why it came, and what the link to stop it is called. */
  foot(topic: Topic): { readonly why: string; readonly stop: string };
  digestFoot: string;
  signIn(codeText: string, minutes: number, url: string): MailText;
  staffInvitation(role: Role, district: string, days: number, url: string): MailText;
  secondFactor(label: string, url: string): MailText;
}

export type WordsOf = Readonly<Record<Language, MailWords>>;
