import type { LogAct, LogLine, LogSubject } from '@buurtstem/contract';
import { REASONS } from '@buurtstem/discussion-domain';
import { capital } from '@buurtstem/ui';
import { reasonName } from '../reason-words';

const SUBJECTS: Readonly<Record<LogSubject, string>> = {
  proposal: $localize`plan`,
  argument: $localize`argument`,
  reply: $localize`reactie`,
  picture: $localize`foto`,
};

const ACTS: Readonly<Record<LogAct, (subject: string) => string>> = {
  hidden: (subject) => $localize`${subject}:subject: verborgen`,
  redacted: (subject) => $localize`iets weggehaald uit ${subject}:subject:`,
  kept: (subject) => $localize`${subject}:subject: gemeld, en blijft staan`,
  restored: (subject) => $localize`${subject}:subject: teruggezet`,
  'appeal-rejected': (subject) => $localize`bezwaar afgewezen over ${subject}:subject:`,
  'appeal-granted': (subject) => $localize`bezwaar toegewezen: ${subject}:subject: teruggezet`,
  merged: (subject) => $localize`${subject}:subject: samengevoegd met een ander plan`,
};

/** What was done to what: "Reactie verborgen". */
export function logWords({ act, subject }: Pick<LogLine, 'act' | 'subject'>): string {
  return capital(ACTS[act](SUBJECTS[subject]));
}

/** The reason in words; null where none was needed. */
export function logReason({ reason }: Pick<LogLine, 'reason'>): string | null {
  return reason === null ? null : reasonName(reason);
}

/** What the moderator wrote to the author, or why that does not stand here; null where there is nothing to say. */
export function logExplanation({
  reason,
  explanation,
}: Pick<LogLine, 'reason' | 'explanation'>): string | null {
  if (explanation !== '') return explanation;
  return reason === null || REASONS[reason].isExplainedInPublic
    ? null
    : $localize`De uitleg staat hier niet. Die zou herhalen wat weg moest.`;
}
