export { NotificationsModule } from './notifications.module';
export { Mailer } from './mailer';
export { queueMessages, type MessageBatch } from './outbox';
export { SendQueuedMail } from './send-queued-mail';
export { secondFactorMail, signInMail, staffInvitationMail } from './account-mails';
export {
  MESSAGE_KINDS,
  type MergeKind,
  type MergeNews,
  type Message,
  type MessageKind,
  type ModerationKind,
  type ModerationNews,
  type WinnerKind,
  type WinnerNews,
} from './messages';
export type { NewsReason } from './moderation-mails';
export { escapeHtml, type MailText } from './mail-text';
export { DEV_PAGE_POLICY, devPage } from './dev-mail-page';
