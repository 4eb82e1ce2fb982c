import { Component, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { failureOf, failureWords, Icon, Notice } from '@buurtstem/ui';
import { DiscussionApi } from '../discussion-api';
import { visitorMay } from '../staff-rights';
import type { Subject } from '../subject';

/** For moderators only: opens the case about what they see on the page. */
@Component({
  selector: 'bs-moderator-look',
  imports: [Icon, Notice],
  template: `@if (isModerator()) {
    <button class="bs-link" type="button" (click)="look()">
      <bs-icon name="verify" /><span i18n
        >Bekijk als moderator<span class="bs-hidden">: {{ about() }}</span></span
      >
    </button>
    @if (failure(); as words) {
      <div class="bs-said">
        <bs-notice kind="error">
          <p>{{ words }}</p>
        </bs-notice>
      </div>
    }
  }`,
})
export class ModeratorLook {
  /** The number of the plan. */
  readonly proposal = input.required<number>();
  readonly subject = input.required<Subject>();
  /** What it is, for who hears the button without its place. */
  readonly about = input.required<string>();

  private readonly api = inject(DiscussionApi);
  private readonly router = inject(Router);
  private readonly current = inject(CurrentDistrict);
  protected readonly isModerator = visitorMay('moderate');
  protected readonly failure = signal<string | null>(null);
  private asking = false;

  protected look(): void {
    if (this.asking) return;
    this.asking = true;
    this.failure.set(null);
    this.api.openCase(this.proposal(), this.subject()).subscribe({
      next: ({ number }) => {
        this.asking = false;
        void this.router.navigate(['/', this.current.slug(), 'moderatie', 'zaken', number]);
      },
      error: (error: unknown) => {
        this.asking = false;
        this.failure.set(failureWords(failureOf(error)));
      },
    });
  }
}
