export { NotificationsModule } from './notifications.module';
export { Mailer } from './mailer';
export { queueMessages, type MessageBatch } from './outbox';
export { SendQueuedMail } from './send-queued-mail';
export {
  MESSAGE_KINDS,
  secondFactorMail,
  signInMail,
  staffInvitationMail,
  type MessageKind,
  type WinnerNews,
} from './messages';
export type { MailText } from './mail-text';
