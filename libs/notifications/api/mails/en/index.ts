import type { MailWords } from '../mail-words';
import { secondFactor, signIn, staffInvitation } from './account';
import { digest, digestFoot, foot } from './digest';
import { corrected, outcome, progress } from './follow-up';
import { invitation, moved, planned, reminder } from './meeting';
import { merge } from './merge';
import { moderation } from './moderation';
import { contextNoteAsked, invitationUnanswered, outcomeOverdue, papers } from './tasks';
import { winner } from './winner';

export const EN: MailWords = {
  winner,
  corrected,
  moderation,
  merge,
  invitation,
  reminder,
  planned,
  moved,
  contextNoteAsked,
  invitationUnanswered,
  outcomeOverdue,
  papers,
  outcome,
  progress,
  digest,
  foot,
  digestFoot,
  signIn,
  staffInvitation,
  secondFactor,
};
