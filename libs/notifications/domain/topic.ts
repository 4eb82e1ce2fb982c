import { unreachable } from '@buurtstem/shared-domain';
import type { MessageKind } from './kinds';

/** What somebody may choose to hear less of, or nothing. */
export const TOPICS = ['own-plan', 'voted-plan', 'discussed-plan'] as const;
export type Topic = (typeof TOPICS)[number];

/** What a message is part of: a topic, or what nobody can do without. */
export type Belonging = Topic | 'essential';

/** What somebody is to the plan that a message is about. */
export type Part = 'submitter' | 'voter' | 'discussant' | 'staff';

/**
 * What a message belongs to, by its kind and by what its recipient is to the plan. Essential is what one has to know
 * to do something by a date: an invitation and what follows from it, a decision about one's own text, a vote that has
 * to be given again, a task of somebody who works for the district.
 */
export function belongingOf(kind: MessageKind, part: Part | null): Belonging {
  switch (kind) {
    case 'plan-won':
      return 'own-plan';
    case 'voted-plan-won':
      return 'voted-plan';
    case 'meeting-planned':
    case 'outcome-published':
    case 'progress-published':
    case 'count-corrected':
      return topicOfPart(part);
    case 'item-queued':
    case 'text-hidden':
    case 'text-redacted':
    case 'text-restored':
    case 'appeal-rejected':
    case 'report-decided':
    case 'merge-asked':
    case 'plan-merged':
    case 'meeting-invitation':
    case 'meeting-reminder-week':
    case 'meeting-reminder-day':
    case 'meeting-moved':
    case 'context-note-asked':
    case 'invitation-unanswered':
    case 'outcome-overdue':
    case 'papers-digest':
      return 'essential';
    default:
      return unreachable(kind);
  }
}

function topicOfPart(part: Part | null): Belonging {
  switch (part) {
    case 'submitter':
      return 'own-plan';
    case 'voter':
      return 'voted-plan';
    case 'discussant':
      return 'discussed-plan';
    case 'staff':
    case null:
      return 'essential';
    default:
      return unreachable(part);
  }
}
