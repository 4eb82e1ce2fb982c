import type { MeetingKind, MergeKind, ModerationKind, TaskKind, WinnerKind } from './kinds';

export interface NewsDistrict {
  readonly slug: string;
  readonly name: string;
}

/** A plan by its number, and its title when the message was queued: the mail says the title as it stands then. */
export interface NewsPlan {
  readonly number: number;
  readonly title: string;
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

/**
 * A moderator's reason. The discussion room has the codes, and this room may not know that room: whoever queues a message
 * hands in a code of theirs, so a code that is missing here does not compile there.
 */
export type NewsReason =
  | 'duplicate'
  | 'irrelevant'
  | 'not-for-the-district'
  | 'personal-data'
  | 'insult-or-discrimination'
  | 'advertising'
  | 'false-name'
  | 'unlawful';

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
  readonly duplicate: NewsPlan;
  /** The plan that stays. */
  readonly target: NewsPlan;
  /** Words of the moderator; may be empty. */
  readonly message: string;
}

export interface NewsMeeting {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly startsAt: string;
  readonly place: string;
  /** Whom to call about it; may be empty. */
  readonly contact: string;
}

/** What a mail about a plan on its way through the committee says. */
export interface AgendaNews {
  readonly district: NewsDistrict;
  readonly proposalNumber: number;
  readonly title: string;
  readonly meeting: NewsMeeting | null;
}

/** Asks the submitter to come, reminds of it, or tells who took part when the plan is discussed. */
export interface MeetingNews extends AgendaNews {
  readonly meeting: NewsMeeting;
}

/** The plan is discussed at a meeting; also when that is another one than was said before. */
export interface PlannedNews extends MeetingNews {
  /** As published; empty where nothing was changed. */
  readonly reason: string;
}

/** The plan came off the meeting that its submitter was asked to come to, or that meeting changed. */
export interface MovedNews extends AgendaNews {
  /** `changed`: the same meeting, on another day, at another hour or in another place. */
  readonly change: 'moved' | 'changed' | 'cancelled' | 'taken-off';
  /** Where it was to be discussed. */
  readonly from: { readonly startsAt: string; readonly place: string };
  /** As published. `meeting` is the new one, if there is one. */
  readonly reason: string;
}

export interface OverdueNews extends AgendaNews {
  /** Until when the committee's answer was to be published; ISO 8601, UTC. */
  readonly dueAt: string;
}

/** To the committee and the moderators before a meeting. */
export interface PapersNews {
  readonly district: NewsDistrict;
  readonly meeting: NewsMeeting;
  /** In the order of the agenda. */
  readonly plans: readonly (NewsPlan & { readonly hasContextNote: boolean })[];
}

export interface OutcomeNews extends AgendaNews {
  readonly decision: 'adopted' | 'partly-adopted' | 'rejected' | 'held-over';
  /** As published, whole: the mail takes the first sentences. `meeting` is the next one, where it was held over. */
  readonly reasons: string;
}

export interface ProgressNews extends AgendaNews {
  /** As published, whole: the mail takes the first sentences. */
  readonly text: string;
  /** Whom to ask; may be empty. */
  readonly responsible: string;
  /** Whether the plan is done with it. */
  readonly finishes: boolean;
}

/** After a recount, about the plan that won before and does not win now. */
export interface CorrectedNews {
  readonly district: NewsDistrict;
  readonly proposalNumber: number;
  readonly title: string;
  readonly roundNumber: number;
  readonly reason: string;
  /** Which plan wins now; null where none does. */
  readonly winner: NewsPlan | null;
}

export type Message =
  | { readonly kind: WinnerKind; readonly news: WinnerNews }
  | { readonly kind: ModerationKind; readonly news: ModerationNews }
  | { readonly kind: MergeKind; readonly news: MergeNews }
  | { readonly kind: Exclude<MeetingKind, 'meeting-planned' | 'meeting-moved'>; readonly news: MeetingNews }
  | { readonly kind: 'meeting-planned'; readonly news: PlannedNews }
  | { readonly kind: 'meeting-moved'; readonly news: MovedNews }
  | { readonly kind: Exclude<TaskKind, 'outcome-overdue'>; readonly news: MeetingNews }
  | { readonly kind: 'outcome-overdue'; readonly news: OverdueNews }
  | { readonly kind: 'papers-digest'; readonly news: PapersNews }
  | { readonly kind: 'outcome-published'; readonly news: OutcomeNews }
  | { readonly kind: 'progress-published'; readonly news: ProgressNews }
  | { readonly kind: 'count-corrected'; readonly news: CorrectedNews };
