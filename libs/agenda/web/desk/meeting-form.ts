import { Component, computed, inject, Injector, input, linkedSignal, output } from '@angular/core';
import { type FieldTree, form, FormField, type TreeValidationResult, validate } from '@angular/forms/signals';
import type { Meeting, PlanMeeting } from '@buurtstem/contract';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import {
  type Act,
  cleanText,
  dayAndTime,
  type Failure,
  Field,
  FieldInput,
  focusFirstError,
  lengthOf,
  lengthRule,
  lengthWords,
  PageClock,
  refusalsAt,
  refusedBy,
  shownError,
  SentForm,
} from '@buurtstem/ui';
import type { Observable } from 'rxjs';
import { asMeeting, type MeetingDraft, momentsOf } from './meeting-draft';

interface Typed extends MeetingDraft {
  /** Why it changes; only of a meeting that is planned already. */
  reason: string;
}

/** Day, time, place and deadline of a meeting: a new one, or with a reason one that is planned already. */
@Component({
  selector: 'bs-meeting-form',
  imports: [Field, FieldInput, FormField, SentForm],
  templateUrl: './meeting-form.html',
})
export class MeetingForm {
  /** The stem of the ids of the fields. */
  readonly name = input.required<string>();
  readonly label = input.required<string>();
  readonly button = input.required<string>();
  readonly start = input.required<MeetingDraft>();
  readonly asksReason = input(false);
  readonly act = input.required<Act>();
  readonly request = input.required<(wanted: PlanMeeting, reason: string) => Observable<Meeting>>();
  readonly said = input.required<(meeting: Meeting) => string>();
  readonly finished = output<Meeting>();
  /** What was not taken, and belongs at no field. */
  readonly refused = output<Failure>();

  private readonly injector = inject(Injector);
  private readonly clock = inject(PageClock);
  protected readonly limits = TEXT_LENGTHS;
  protected readonly error = shownError;
  protected readonly length = lengthOf;

  /** What a colleague saved meanwhile comes in, except where something else was typed. */
  protected readonly model = linkedSignal<MeetingDraft, Typed>({
    source: this.start,
    computation: (start, previous) => ({
      ...start,
      ...(previous && typedSince(previous.source, previous.value)),
      reason: previous?.value.reason ?? '',
    }),
  });
  /** The two moments in full, so that a wrong month or weekday is seen before it is planned. */
  protected readonly meant = computed(() => {
    const { startsAt, agendaDeadline } = momentsOf(this.model());
    return {
      startsAt: startsAt && dayAndTime(startsAt),
      agendaDeadline: agendaDeadline && dayAndTime(agendaDeadline),
    };
  });

  protected readonly form: FieldTree<Typed> = form(
    this.model,
    (path) => {
      for (const [field, message] of [
        [path.day, $localize`Kies een dag.`],
        [path.time, $localize`Kies een tijd.`],
        [path.deadlineDay, $localize`Kies een dag.`],
        [path.deadlineTime, $localize`Kies een tijd.`],
      ] as const)
        validate(field, ({ value }) => (value() === '' ? { kind: 'missing', message } : undefined));
      validate(path.day, ({ valueOf }) => {
        const { startsAt } = momentsOf(valueOf(path));
        return startsAt && startsAt.getTime() <= this.clock.now().getTime()
          ? { kind: 'past', message: $localize`Deze dag is al geweest. Kies een dag die nog komt.` }
          : undefined;
      });
      validate(path.deadlineDay, ({ valueOf }) => {
        const { startsAt, agendaDeadline } = momentsOf(valueOf(path));
        return startsAt && agendaDeadline && agendaDeadline.getTime() >= startsAt.getTime()
          ? { kind: 'order', message: $localize`De agenda moet sluiten vóór de vergadering begint.` }
          : undefined;
      });
      lengthRule(path.place, () => this.limits.place, $localize`de plaats`);
      validate(path.contact, ({ value }) => {
        const message =
          value().trim() === '' ? null : lengthWords(value(), this.limits.contact, $localize`wie er helpt`);
        return message === null ? undefined : { kind: 'length', message };
      });
      validate(path.reason, ({ value }) => {
        const message = this.asksReason()
          ? lengthWords(value(), this.limits.publishedReason, $localize`een reden`)
          : null;
        return message === null ? undefined : { kind: 'length', message };
      });
    },
    { submission: { action: () => this.send(), onInvalid: () => focusFirstError(this.form) } },
  );

  private async send(): Promise<TreeValidationResult> {
    const wanted = asMeeting(this.model());
    if (!wanted) return undefined;
    let answer: Meeting | null = null;
    const failure = await this.act().run(
      this.request()(wanted, cleanText(this.model().reason)),
      (meeting) => {
        answer = meeting;
        return this.said()(meeting);
      },
    );
    if (!failure) {
      this.form().reset({ ...this.start(), reason: '' });
      if (answer) this.finished.emit(answer);
      return undefined;
    }
    const refusals = refusalsAt(
      failure,
      {
        startsAt: this.form.day,
        agendaDeadline: this.form.deadlineDay,
        place: this.form.place,
        contact: this.form.contact,
        reason: this.form.reason,
      },
      {
        'meeting-in-the-past': 'startsAt',
        'meeting-at-same-time': 'startsAt',
        'deadline-after-meeting': 'agendaDeadline',
        'reason-missing': 'reason',
      },
    );
    if (refusals.length === 0) {
      this.refused.emit(failure);
      return undefined;
    }
    this.act().forget();
    return refusedBy(this.form, refusals, this.injector);
  }
}

function typedSince(start: MeetingDraft, typed: MeetingDraft): Partial<MeetingDraft> {
  const keys = Object.keys(start) as (keyof MeetingDraft)[];
  return Object.fromEntries(keys.filter((key) => typed[key] !== start[key]).map((key) => [key, typed[key]]));
}
