import { Component, computed, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Proposal } from '@buurtstem/contract';
import { Icon, MomentPipe, Notice } from '@buurtstem/ui';
import { NoteForm } from './note-form';

/** What only the submitter sees beside the own plan. */
@Component({
  selector: 'bs-owner-panel',
  imports: [RouterLink, Icon, MomentPipe, Notice, NoteForm],
  template: `<section class="bs-panel" aria-labelledby="eigen">
    <h2 id="eigen">Dit is uw plan</h2>
    @if (proposal().state === 'draft') {
      <p>Het is nog niet geplaatst. Alleen u ziet het.</p>
      <p>
        <a
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
        <p>De commissie bespreekt uw plan op {{ here.startsAt | moment: 'day-and-time' }}.</p>
        <p>
          <a class="bs-button" [routerLink]="['/', district(), 'voorbereiden', proposal().number]"
            >Zeg of u komt, en bereid u voor</a
          >
        </p>
      }
      @if (proposal().editable) {
        <p>Er is nog niet gestemd of gereageerd. U kunt de tekst nog veranderen.</p>
        <p>
          <a
            class="bs-button bs-button--second"
            [routerLink]="['/', district(), 'indienen']"
            [queryParams]="{ plan: proposal().number }"
            ><bs-icon name="pencil" /> Verander de tekst</a
          >
        </p>
      } @else if (isOpen()) {
        <p>Mensen reageerden al. Daarom ligt de tekst vast. U kunt wel iets toevoegen.</p>
      }
      @if (isOpen()) {
        <details class="bs-filter">
          <summary><span>Voeg iets toe</span></summary>
          <div class="bs-filter__body">
            <bs-note-form
              task="note"
              [proposal]="proposal().number"
              (changed)="after($event, 'Uw aanvulling staat erbij.')"
            />
          </div>
        </details>
        <details class="bs-filter">
          <summary><span>Trek het plan in</span></summary>
          <div class="bs-filter__body">
            <bs-note-form
              task="withdrawal"
              [proposal]="proposal().number"
              (changed)="after($event, 'Uw plan is ingetrokken.')"
            />
          </div>
        </details>
      }
    }
  </section>`,
})
export class OwnerPanel {
  readonly proposal = input.required<Proposal>();
  readonly district = input.required<string>();
  readonly changed = output<Proposal>();

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
