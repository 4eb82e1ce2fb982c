import { Component, computed, effect, inject, output, signal } from '@angular/core';
import type { Place } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { Field, FieldInput, Icon, refusalWords, takeOver } from '@buurtstem/ui';
import { PlacePicker } from '../map/place-picker';
import { ProposalsApi } from '../proposals-api';
import { PlanDraft } from './plan-draft';
import { StepActions } from './step-actions';
import { questionOf } from './step-words';

/** The neighbourhood, and the spot on the map for a plan that has one. */
@Component({
  selector: 'bs-place-step',
  imports: [Field, FieldInput, Icon, PlacePicker, StepActions],
  templateUrl: './place-step.html',
})
export class PlaceStep {
  readonly answered = output();
  readonly stopped = output();

  protected readonly draft = inject(PlanDraft);
  protected readonly current = inject(CurrentDistrict);
  protected readonly map = inject(ProposalsApi).map(() => true);
  protected readonly hasMap = computed(() => this.map.hasValue() && this.map.value().areas.length > 0);
  protected readonly isPicking = signal(false);
  protected readonly mistakes = signal<Readonly<Record<string, string>>>({});
  protected readonly question = questionOf('place');

  constructor() {
    effect(() => this.draft.hasMistake.set(Object.keys(this.mistakes()).length > 0));
  }

  protected choose(place: Place | null): void {
    this.mistakes.set({});
    this.draft.write({ place });
  }

  protected chooseNeighbourhood(neighbourhood: string): void {
    this.mistakes.set({});
    this.draft.write({ neighbourhood });
  }

  protected async goOn(event: Event): Promise<void> {
    takeOver(event);
    const answer = await this.draft.answer();
    if (answer.kind === 'conflict') return;
    const fields = answer.kind === 'refused' ? answer.failure.fields : {};
    const wrong = (['neighbourhood', 'place'] as const).flatMap((field) => {
      const code = fields[field];
      return code ? [[field, refusalWords[code]] as const] : [];
    });
    this.mistakes.set(Object.fromEntries(wrong));
    if (wrong.length === 0) return this.answered.emit();
    document.getElementById(wrong[0]?.[0] === 'place' ? 'plek-kiezen' : 'buurt')?.focus();
  }
}
