import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Proposal } from '@buurtstem/contract';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { Icon, MomentPipe, Notice, TextForm } from '@buurtstem/ui';
import type { Observable } from 'rxjs';
import { ProposalsApi } from './proposals-api';

/** What only the submitter sees beside the own plan. */
@Component({
  selector: 'bs-owner-panel',
  imports: [RouterLink, Icon, MomentPipe, Notice, TextForm],
  template: `<section class="bs-panel" aria-labelledby="eigen">
    <h2 i18n id="eigen">Dit is uw plan</h2>
    @if (proposal().state === 'draft') {
      <p i18n>Het is nog niet geplaatst. Alleen u ziet het.</p>
      <p>
        <a
          i18n
          class="bs-button"
          [routerLink]="['/', district(), 'indienen']"
          [queryParams]="{ plan: proposal().number }"
          >Ga verder met dit plan</a
        >
      </p>
    } @else {
      <div role="status">
        @if (done(); as words) {
          <bs-notice kind="done">
            <p>{{ words }}</p>
          </bs-notice>
        }
      </div>
      @if (meeting(); as here) {
        <p i18n>De commissie bespreekt uw plan op {{ here.startsAt | moment: 'day-and-time' }}.</p>
        <p>
          <a i18n class="bs-button" [routerLink]="['/', district(), 'voorbereiden', proposal().number]"
            >Zeg of u komt, en bereid u voor</a
          >
        </p>
      }
      @if (proposal().editable) {
        <p i18n>Er is nog niet gestemd of gereageerd. U kunt de tekst en de foto’s nog veranderen.</p>
        <p>
          <a
            i18n
            class="bs-button bs-button--second"
            [routerLink]="['/', district(), 'indienen']"
            [queryParams]="{ plan: proposal().number }"
            ><bs-icon name="pencil" /> Verander de tekst</a
          >
        </p>
      } @else if (isOpen()) {
        <p i18n>Mensen reageerden al. Daarom liggen tekst en foto’s vast. U kunt wel iets toevoegen.</p>
      }
      @if (isOpen()) {
        <details #adding class="bs-filter">
          <summary><span i18n>Voeg iets toe</span></summary>
          <div class="bs-filter__body">
            <bs-text-form
              name="note"
              label="Wat wilt u toevoegen?"
              i18n-label
              hint="Uw aanvulling komt met de datum van vandaag onder het plan. De tekst zelf blijft zoals hij was."
              i18n-hint
              what="een tekst"
              i18n-what
              button="Plaats mijn aanvulling"
              i18n-button
              [limits]="limits.note"
              [request]="addNote"
              (sent)="after($event, words.added)"
              (cancelled)="adding.open = false"
            />
          </div>
        </details>
        <details #withdrawing class="bs-filter">
          <summary><span i18n>Trek het plan in</span></summary>
          <div class="bs-filter__body">
            <bs-text-form
              name="withdrawal"
              label="Waarom trekt u het plan in?"
              i18n-label
              hint="Iedereen kan de reden lezen. Mensen kunnen daarna niet meer stemmen. Dit kunt u niet terugdraaien."
              i18n-hint
              what="een tekst"
              i18n-what
              button="Trek mijn plan in"
              i18n-button
              kind="bs-button--danger"
              [limits]="limits.reason"
              [request]="withdraw"
              (sent)="after($event, words.withdrawn)"
              (cancelled)="withdrawing.open = false"
            />
          </div>
        </details>
      }
    }
  </section>`,
})
export class OwnerPanel {
  protected readonly words = {
    added: $localize`Uw aanvulling staat erbij.`,
    withdrawn: $localize`Uw plan is ingetrokken.`,
  };
  readonly proposal = input.required<Proposal>();
  readonly district = input.required<string>();
  readonly changed = output<Proposal>();

  private readonly api = inject(ProposalsApi);
  protected readonly limits = TEXT_LENGTHS;
  protected readonly addNote = (text: string): Observable<Proposal> =>
    this.api.addNote(this.proposal().number, text);
  protected readonly withdraw = (text: string): Observable<Proposal> =>
    this.api.withdraw(this.proposal().number, text);
  protected readonly isOpen = computed(() => this.proposal().state === 'open');
  /** The meeting to which the submitter is invited. */
  protected readonly meeting = computed(() => {
    const item = this.proposal().agendaItem;
    return item?.state === 'scheduled' ? item.meeting : null;
  });
  protected readonly done = signal<string | null>(null);

  protected after(proposal: Proposal, words: string): void {
    this.done.set(words);
    this.changed.emit(proposal);
  }
}
