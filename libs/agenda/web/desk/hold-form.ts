import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { applyEach, type FieldTree, form, FormField, validate } from '@angular/forms/signals';
import type { DraftEntry, Meeting } from '@buurtstem/contract';
import { type Act, Choices, focusFirstError, personName, shownError, SentForm } from '@buurtstem/ui';
import { AgendaDeskApi } from './desk-api';

interface Attendance {
  rows: { item: string; attended: '' | 'yes' | 'no' }[];
}

/** Closes a meeting that was: of each winner whether its submitter was there; then outcomes can be filled in. */
@Component({
  selector: 'bs-hold-form',
  imports: [Choices, FormField, SentForm],
  template: `<form
    class="bs-stack bs-stack--l"
    aria-label="Sluit de vergadering af"
    i18n-aria-label
    [bsSentForm]="form"
  >
    @for (row of shown(); track row.item) {
      @let field = form.rows[$index]!.attended;
      <bs-choices
        [name]="'was-er-' + row.item"
        legend="Was er iemand voor ‘{{ row.title }}’?"
        i18n-legend
        [hint]="row.who"
        [error]="error(field)"
      >
        <label class="bs-choice bs-choice--tile">
          <input type="radio" value="yes" [formField]="field" />
          <span i18n
            >Ja<span class="bs-hidden">, voor {{ row.title }}</span></span
          >
        </label>
        <label class="bs-choice bs-choice--tile">
          <input type="radio" value="no" [formField]="field" />
          <span i18n
            >Nee<span class="bs-hidden">, voor {{ row.title }}</span></span
          >
        </label>
      </bs-choices>
    } @empty {
      <p i18n>Er stond geen plan van bewoners op deze agenda.</p>
    }
    <div class="bs-actions">
      <button i18n class="bs-button" type="submit">Sluit de vergadering af</button>
    </div>
  </form>`,
})
export class HoldForm {
  readonly meeting = input.required<string>();
  readonly entries = input.required<readonly DraftEntry[]>();
  readonly act = input.required<Act>();
  readonly finished = output<Meeting>();

  private readonly api = inject(AgendaDeskApi);
  protected readonly error = shownError;
  protected readonly shown = computed(() =>
    this.entries()
      .filter(({ kind }) => kind === 'item')
      .map(({ id, title, item, submitter }) => ({
        item: id,
        title,
        who:
          submitter?.state === 'delegated'
            ? $localize`Verwacht: ${submitter.delegateName}:delegateName:`
            : $localize`Indiener: ${personName(item?.proposal.submitterName ?? '')}:submitterName:`,
      })),
  );
  private readonly model = linkedSignal<Attendance>(() => ({
    rows: this.shown().map(({ item }) => ({ item, attended: '' })),
  }));
  protected readonly form: FieldTree<Attendance> = form(
    this.model,
    (path) =>
      applyEach(path.rows, (row) =>
        validate(row.attended, ({ value }) =>
          value() === '' ? { kind: 'missing', message: $localize`Kies ja of nee.` } : undefined,
        ),
      ),
    { submission: { action: () => this.send(), onInvalid: () => focusFirstError(this.form) } },
  );

  private async send(): Promise<undefined> {
    let answer: Meeting | null = null;
    const attendance = this.model().rows.map(({ item, attended }) => ({
      item,
      attended: attended === 'yes',
    }));
    await this.act().run(this.api.hold(this.meeting(), { attendance }), (meeting) => {
      answer = meeting;
      return $localize`De vergadering is afgesloten. Vul nu de besluiten in.`;
    });
    if (answer) this.finished.emit(answer);
    return undefined;
  }
}
