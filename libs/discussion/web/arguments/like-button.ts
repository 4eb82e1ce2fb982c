import { Component, inject, input, output, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Visitor } from '@buurtstem/accounts-web';
import type { Argument, Like } from '@buurtstem/contract';
import { failureOf, failureWords, Icon, Notice, WholePipe } from '@buurtstem/ui';
import { DiscussionApi } from '../discussion-api';
import type { Place } from '../subject';

/**
 * "Goed punt": pressed or not, and a press asks for the other of the two by name, so that nothing is taken back by
 * accident. Signed out it is a link to the sign-in page; for the writer it is only the number.
 */
@Component({
  selector: 'bs-like-button',
  imports: [RouterLink, Icon, Notice, WholePipe],
  template: `@if (argument().mine || !place().open) {
      <span i18n class="bs-arg__likes"
        ><bs-icon name="thumb" /> Goed punt ({{ argument().likes | whole }})</span
      >
    } @else if (visitor.isSignedIn()) {
      <button class="bs-link" type="button" [attr.aria-pressed]="argument().liked" (click)="press()">
        <bs-icon name="thumb" /><span i18n
          >Goed punt ({{ argument().likes | whole }})<span class="bs-hidden">: {{ about() }}</span></span
        >
      </button>
    } @else {
      <a class="bs-link" routerLink="/inloggen" [queryParams]="{ terug: place().returnTo }"
        ><bs-icon name="thumb" /><span i18n
          >Goed punt ({{ argument().likes | whole }})<span class="bs-hidden"
            >: {{ about() }}. Log eerst in.</span
          ></span
        ></a
      >
    }
    @if (failure(); as words) {
      <div class="bs-said">
        <bs-notice kind="error">
          <p>{{ words }}</p>
        </bs-notice>
      </div>
    }`,
})
export class LikeButton {
  readonly argument = input.required<Argument>();
  readonly place = input.required<Place>();
  readonly about = input.required<string>();
  readonly changed = output<Like>();

  private readonly api = inject(DiscussionApi);
  private readonly router = inject(Router);
  protected readonly visitor = inject(Visitor);
  protected readonly failure = signal<string | null>(null);
  private sending = false;

  protected press(): void {
    if (this.sending) return;
    this.sending = true;
    this.failure.set(null);
    const { id, liked } = this.argument();
    const { proposal, returnTo } = this.place();
    const request = liked ? this.api.unlike(proposal, id) : this.api.like(proposal, id);
    request.subscribe({
      next: (like) => {
        this.sending = false;
        this.changed.emit(like);
      },
      error: (error: unknown) => {
        this.sending = false;
        const failure = failureOf(error);
        if (failure.code === 'sign-in-first') {
          void this.router.navigate(['/inloggen'], { queryParams: { terug: returnTo } });
        } else {
          this.failure.set(failureWords(failure));
        }
      },
    });
  }
}
