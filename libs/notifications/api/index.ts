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
export { escapeHtml, type MailText } from './mail-text';
export { DEV_PAGE_POLICY, devPage } from './dev-mail-page';
