import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AgendaEntry, AgendaItem } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import {
  dayInFull,
  Icon,
  MomentPipe,
  Paragraphs,
  personName,
  Photo,
  WholePipe,
  Written,
} from '@buurtstem/ui';
import { AgendaChanges } from './agenda-changes';
import { type Badge, decisionBadge, isDecided } from './agenda-words';
import { clockTime } from './meeting-words';

/** An agenda as everybody reads it: the time at the left, what it is about at the right. */
@Component({
  selector: 'bs-agenda-list',
  imports: [RouterLink, AgendaChanges, Icon, MomentPipe, Paragraphs, Photo, WholePipe, Written],
  templateUrl: './agenda-list.html',
})
export class AgendaList {
  readonly entries = input.required<readonly AgendaEntry[]>();
  /** Whether the meeting was held: then nobody "will tell" any more. */
  readonly isPast = input.required<boolean>();

  protected readonly current = inject(CurrentDistrict);
  protected readonly clock = clockTime;
  protected readonly personName = personName;

  /** What was decided here, or that the plan was here before; null while it is new. */
  protected badge(item: AgendaItem): Badge | null {
    const { outcome } = item;
    if (outcome && isDecided(item)) return decisionBadge(outcome.decision);
    const heldOver = item.outcomes.filter(({ decision }) => decision === 'held-over').at(-1);
    return heldOver
      ? {
          ...decisionBadge('held-over'),
          words: $localize`Aangehouden op ${dayInFull(heldOver.decidedAt)}:decidedAt:`,
        }
      : null;
  }
}
