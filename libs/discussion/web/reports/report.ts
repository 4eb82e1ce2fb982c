import { Component, computed, input, signal, viewChild } from '@angular/core';
import { Notice } from '@buurtstem/ui';
import { InPlace } from '../in-place';
import type { Subject } from '../subject';
import { ReportForm } from './report-form';

/** "Meld": the button, the form in the page itself (under what is projected), and what was said after it. */
@Component({
  selector: 'bs-report',
  imports: [InPlace, Notice, ReportForm],
  template: `<bs-in-place icon="flag" [words]="words()" [about]="about()">
      <ng-template>
        <ng-content />
        <bs-report-form
          [proposal]="proposal()"
          [subject]="subject()"
          [name]="name()"
          (sent)="thank()"
          (cancelled)="close()"
        />
      </ng-template>
    </bs-in-place>
    <div class="bs-said" role="status">
      @if (isSent()) {
        <bs-notice kind="done">
          <p i18n>
            <strong>Uw melding is binnen.</strong> Een moderator kijkt ernaar. {{ what() }} blijft zichtbaar
            tot dan.
          </p>
        </bs-notice>
      }
    </div>`,
})
export class Report {
  /** The number of the plan. */
  readonly proposal = input.required<number>();
  readonly subject = input.required<Subject>();
  readonly words = input($localize`Meld`);
  /** Whom or what it is about, for who hears the button without its place. */
  readonly about = input('');
  /** What stays in sight: "De reactie". */
  readonly what = input.required<string>();

  private readonly inPlace = viewChild.required(InPlace);
  protected readonly isSent = signal(false);
  protected readonly name = computed(() => `melding-${this.subject().subjectId ?? 'plan'}`);

  protected thank(): void {
    this.isSent.set(true);
    this.close();
  }

  protected close(): void {
    this.inPlace().close();
  }
}
