export { NotificationsModule } from './notifications.module';
export { Mailer } from './sending/mailer';
export type { Audience } from './audience';
export { promiseMessages, queueMessages, type MessageBatch } from './outbox';
export { AssembleDigests } from './digest/assemble-digests';
export { MailLanguage } from './preferences/mail-language';
export { StopLinks } from './one-click/stop-links';
export { RecordBounces, type RecordedReport } from './sending/record-bounces';
export { KeepPromises } from './sending/keep-promises';
export { SendQueuedMail } from './sending/send-queued-mail';
export { secondFactorMail, signInMail, staffInvitationMail } from './mails';
export {
  MESSAGE_KINDS,
  type AgendaNews,
  type CorrectedNews,
  type MeetingNews,
  type MergeKind,
  type MergeNews,
  type Message,
  type MessageKind,
  type ModerationKind,
  type ModerationNews,
  type MovedNews,
  type NewsMeeting,
  type NewsReason,
  type OutcomeNews,
  type OverdueNews,
  type PapersNews,
  type PlannedNews,
  type ProgressNews,
  type WinnerKind,
  type WinnerNews,
} from '@buurtstem/notifications-domain';
export { type MailText } from './mails/mail-text';
export { DEV_PAGE_POLICY, devPage } from './dev/dev-mail-page';
