import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CurrentDistrict } from '@buurtstem/districts-web';
import {
  dayInFull,
  describePage,
  Failed,
  Icon,
  isMissing,
  lastValue,
  MomentPipe,
  NotFound,
  PageClock,
} from '@buurtstem/ui';
import { AgendaApi } from './agenda-api';
import { MeetingView } from './meeting-view';
import { isToCome } from './meeting-words';

/** One meeting of the committee, at an address of its own: the agenda, and the versions before it. */
@Component({
  selector: 'bs-meeting-page',
  imports: [RouterLink, Failed, Icon, MeetingView, MomentPipe, NotFound],
  template: `@if (resource.error(); as error) {
      @if (isMissing(error)) {
        <bs-not-found
          [district]="current.slug()"
          heading="Deze vergadering bestaat niet"
          i18n-heading
          sentence="Misschien is het adres niet goed overgenomen. Alle vergaderingen staan bij de agenda."
          i18n-sentence
        />
      } @else {
        <bs-failed (again)="resource.reload()" />
      }
    } @else if (shown(); as here) {
      <div class="bs-page bs-section bs-section--first bs-stack bs-stack--xl">
        <header class="bs-stack">
          <a i18n class="bs-crumb" [routerLink]="['/', current.slug(), 'agenda']"
            ><bs-icon name="back" /> Alle vergaderingen</a
          >
          <h1 i18n>Vergadering van {{ here.startsAt | moment: 'day' }}</h1>
          @if (toCome()) {
            <p i18n class="bs-lead">
              Stadsdeelcommissie {{ current.value()?.name }} praat over plannen die bewoners kozen. U bent
              welkom. Aanmelden hoeft niet.
            </p>
          } @else if (here.state !== 'cancelled') {
            <p i18n class="bs-lead">Deze vergadering is geweest. Hier staat wat er is besproken.</p>
          }
        </header>
        <bs-meeting-view class="bs-stack" [meeting]="here" />
        @if (earlier().length > 0) {
          <section class="bs-stack bs-text" aria-labelledby="versies">
            <h2 i18n id="versies">Eerdere versies van de agenda</h2>
            <ul class="bs-rows">
              @for (version of earlier(); track version.version) {
                <li>
                  <h3 i18n>
                    Versie {{ version.version }}, {{ version.publishedAt | moment: 'day-and-time' }}
                  </h3>
                  @if (version.note) {
                    <p>{{ version.note }}</p>
                  }
                  <ol class="bs-numbered">
                    @for (entry of version.entries; track entry.id) {
                      <li i18n>{{ entry.title }}, {{ entry.minutes }}&nbsp;minuten</li>
                    }
                  </ol>
                </li>
              }
            </ul>
          </section>
        }
      </div>
    } @else {
      <p i18n class="bs-page bs-section" role="status">De vergadering wordt geladen.</p>
    }`,
})
export class MeetingPage {
  readonly meeting = input.required<string>();

  private readonly api = inject(AgendaApi);
  private readonly now = inject(PageClock).now();
  protected readonly current = inject(CurrentDistrict);
  protected readonly resource = this.api.meeting(this.meeting);
  private readonly last = lastValue(this.resource);
  /** Never the meeting of the address before this one. */
  protected readonly shown = computed(() => {
    const meeting = this.last();
    return meeting?.id === this.meeting() ? meeting : null;
  });
  protected readonly toCome = computed(() => {
    const meeting = this.shown();
    return meeting !== null && isToCome(meeting, this.now);
  });
  /** Nobody needs to ask for versions where there is only one. */
  private readonly versions = this.api.publishedAgendas(() => {
    const meeting = this.shown();
    return (meeting?.published?.version ?? 0) > 1 ? meeting?.id : undefined;
  });
  protected readonly earlier = computed(() => {
    const version = this.shown()?.published?.version ?? 0;
    const versions = this.versions.hasValue() ? this.versions.value().items : [];
    return versions.filter((one) => one.version < version);
  });
  protected readonly isMissing = isMissing;

  constructor() {
    describePage(() => {
      const meeting = this.shown();
      return meeting && { title: $localize`Vergadering van ${dayInFull(meeting.startsAt)}:startsAt:` };
    });
  }
}
