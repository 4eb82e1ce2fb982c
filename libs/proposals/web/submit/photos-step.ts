import { Component, effect, inject, output, signal, untracked, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Visitor } from '@buurtstem/accounts-web';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { Notice } from '@buurtstem/ui';
import { PlanPhotos } from '../photos/plan-photos';
import { PlanDraft } from './plan-draft';
import { StepActions } from './step-actions';
import { addressOf, questionOf } from './step-words';

/** Photos stand by a plan that is on the server: who is not signed in, or has no connection, can do without or come back. */
@Component({
  selector: 'bs-photos-step',
  imports: [RouterLink, Notice, PlanPhotos, StepActions],
  template: `<div class="bs-stack bs-stack--l">
    <h1>{{ question }}</h1>
    @if (draft.server(); as server) {
      <bs-plan-photos
        [plan]="server.number"
        [pictures]="draft.pictures()"
        (changed)="draft.pictures.set($event)"
      />
    } @else if (!visitor.isSignedIn()) {
      <p i18n>Log eerst in om er foto’s bij te zetten. Uw tekst blijft bewaard op dit apparaat.</p>
      <p>
        <a
          class="bs-button bs-button--second"
          routerLink="/inloggen"
          [queryParams]="{ terug: returnTo() }"
          i18n
          >Log in en zet er foto’s bij</a
        >
      </p>
      <p i18n>Geen foto’s, of liever later? Ga dan gewoon verder.</p>
    } @else if (draft.unfinished().includes('title')) {
      <p i18n>Geef uw plan eerst een naam. Daarna kunt u er foto’s bij zetten.</p>
    } @else if (!draft.isSaving()) {
      <p i18n>Foto’s kunnen er nu niet bij. Ga gewoon verder, en zet ze er later bij.</p>
    }
    @if (waiting(); as words) {
      <div>
        <bs-notice kind="error">
          <p>{{ words }}</p>
        </bs-notice>
      </div>
    }
    <bs-step-actions kind="button" (onward)="goOn()" (stopped)="stopped.emit()" />
  </div>`,
})
export class PhotosStep {
  readonly answered = output();
  readonly stopped = output();

  private readonly current = inject(CurrentDistrict);
  private readonly photos = viewChild(PlanPhotos);
  protected readonly draft = inject(PlanDraft);
  protected readonly visitor = inject(Visitor);
  protected readonly question = questionOf('photos');
  protected readonly waiting = signal<string | null>(null);
  protected readonly returnTo = () => addressOf(this.current.slug(), 'photos').join('/').slice(1);

  constructor() {
    // Back from signing in, the text is sent at once: photos need something to stand by.
    effect(() => {
      if (this.visitor.isSignedIn()) untracked(() => void this.draft.answer());
    });
  }

  protected goOn(): void {
    const unfinished = this.photos()?.unfinished() ?? null;
    this.waiting.set(unfinished);
    if (unfinished === null) this.answered.emit();
  }
}
