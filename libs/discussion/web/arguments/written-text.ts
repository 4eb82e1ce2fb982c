import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import type { Argument, Reply } from '@buurtstem/contract';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { type Failure, failureOf, Notice, personName, TextForm, Written } from '@buurtstem/ui';
import { catchError, type Observable, switchMap, tap, throwError } from 'rxjs';
import { DiscussionApi } from '../discussion-api';
import { InPlace } from '../in-place';
import { Person } from '../person';
import { ModeratorLook } from '../reports/moderator-look';
import { Report } from '../reports/report';
import type { Place } from '../subject';
import { EarlierTexts } from './earlier-texts';

const EDIT_WORDS: Partial<Record<Failure['code'], string>> = {
  'version-conflict': $localize`U veranderde deze tekst intussen op een andere plek. Hierboven staat hoe hij nu is. Verstuur opnieuw om dat te vervangen.`,
};

/**
 * What an argument and a reply have in common: who wrote it, the text as plain text, what was done to it since, and what
 * one can do with it. The projected buttons come first.
 */
@Component({
  selector: 'bs-written-text',
  imports: [EarlierTexts, InPlace, ModeratorLook, Notice, Person, Report, TextForm, Written],
  templateUrl: './written-text.html',
})
export class WrittenText {
  protected readonly submitter = $localize`indiener`;
  readonly written = input.required<Reply>();
  readonly place = input.required<Place>();
  readonly kind = input.required<'argument' | 'reply'>();
  /** The argument after a change of this text: itself, or the one that it stands under. */
  readonly edited = output<Argument>();

  private readonly api = inject(DiscussionApi);
  private readonly editing = viewChild<InPlace>('editing');
  protected readonly limits = computed(() => TEXT_LENGTHS[this.kind()]);
  protected readonly about = computed(
    () => $localize`de reactie van ${personName(this.written().authorName)}:authorName:`,
  );
  protected readonly subject = computed(() => ({
    subject: 'argument' as const,
    subjectId: this.written().id,
  }));
  protected readonly isEdited = signal(false);
  protected readonly editWords = EDIT_WORDS;

  protected readonly change = (body: string): Observable<Argument> => {
    const { id, version } = this.written();
    return this.api
      .edit(this.place().proposal, id, body, version)
      .pipe(
        catchError((error: unknown) =>
          failureOf(error).code === 'version-conflict' ? this.showNewest(error) : throwError(() => error),
        ),
      );
  };

  protected changed(argument: Argument): void {
    this.stopEditing();
    this.isEdited.set(true);
    this.edited.emit(argument);
  }

  protected stopEditing(): void {
    this.editing()?.close();
  }

  /** Shows the newest text above the form, so that who changed it twice can choose; the refusal stays a refusal. */
  private showNewest(refusal: unknown): Observable<never> {
    return this.api.argument(this.place().proposal, this.written().id).pipe(
      tap((argument) => this.edited.emit(argument)),
      switchMap(() => throwError(() => refusal)),
    );
  }
}
