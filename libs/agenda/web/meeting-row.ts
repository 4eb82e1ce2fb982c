import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AgendaItem, Meeting } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { PageClock } from '@buurtstem/ui';
import { decisionWords } from './agenda-words';
import { dateBlock, deadlineWords, isToCome, meetingHeading } from './meeting-words';

/** A meeting in a list: its date, its plans, and what was decided of them. */
@Component({
  selector: 'bs-meeting-row',
  imports: [RouterLink],
  template: `@let here = meeting();
    <span class="bs-date" aria-hidden="true"
      ><b>{{ block().day }}</b
      >{{ block().month }}</span
    >
    <div class="bs-stack bs-stack--s">
      <h3>
        <a [routerLink]="['/', current.slug(), 'agenda', here.id]">{{ heading() }}</a>
      </h3>
      @if (here.state === 'cancelled') {
        <p><span i18n class="bs-badge bs-badge--quiet">Gaat niet door</span></p>
        @if (here.reason) {
          <p class="bs-meta bs-pre">{{ here.reason }}</p>
        }
      } @else if (toCome()) {
        <p class="bs-meta">{{ here.place }}. {{ deadline() }}</p>
      }
      @for (item of here.items; track item.id) {
        <p>
          <a [routerLink]="['/', current.slug(), 'plannen', item.proposalNumber]">{{ item.title }}</a>
          @if (decision(item); as words) {
            <span class="bs-meta"> {{ words }}</span>
          }
        </p>
      } @empty {
        @if (here.state !== 'cancelled') {
          <p class="bs-meta">
            @if (toCome()) {
              <span i18n>Nog geen plan van bewoners op de agenda.</span>
            } @else {
              <span i18n>Geen plan van bewoners op de agenda.</span>
            }
          </p>
        }
      }
    </div>`,
})
export class MeetingRow {
  readonly meeting = input.required<Meeting>();

  protected readonly current = inject(CurrentDistrict);
  private readonly now = inject(PageClock).now();
  protected readonly heading = computed(() => meetingHeading(this.meeting()));
  protected readonly block = computed(() => dateBlock(this.meeting().startsAt));
  protected readonly deadline = computed(() => deadlineWords(this.meeting(), this.now));
  protected readonly toCome = computed(() => isToCome(this.meeting(), this.now));

  protected decision({ outcome }: AgendaItem): string | null {
    return outcome ? decisionWords(outcome.decision) : null;
  }
}
