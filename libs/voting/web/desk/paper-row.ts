import { Component, computed, input, output } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { Field, FieldInput, Icon, shownError } from '@buurtstem/ui';
import type { PaperEntryVerdict } from '@buurtstem/contract';
import { goesIn, type SheetRow, verdictMeans, verdictWords } from './paper-sheet';

/** One line of the paper sheet: five fields, and what the API found about it. */
@Component({
  selector: 'bs-paper-row',
  imports: [FormField, Field, FieldInput, Icon],
  template: `<fieldset class="bs-sheet__row">
    <legend i18n class="bs-sheet__legend">Stem {{ number() }}</legend>
    <bs-field [name]="'naam-' + number()" label="Naam" i18n-label [error]="error(row().name)">
      <input bsInput type="text" autocomplete="off" [formField]="row().name" />
    </bs-field>
    <bs-field [name]="'postcode-' + number()" label="Postcode" i18n-label [error]="error(row().postcode)">
      <input bsInput type="text" autocomplete="off" spellcheck="false" [formField]="row().postcode" />
    </bs-field>
    <bs-field [name]="'nummer-' + number()" label="Nummer" i18n-label [error]="error(row().houseNumber)">
      <input bsInput type="text" inputmode="numeric" autocomplete="off" [formField]="row().houseNumber" />
    </bs-field>
    <bs-field
      [name]="'email-' + number()"
      label="E-mail (hoeft niet)"
      i18n-label
      [error]="error(row().email)"
    >
      <input bsInput type="email" autocomplete="off" spellcheck="false" [formField]="row().email" />
    </bs-field>
    <bs-field [name]="'keuze-' + number()" label="Voor of tegen" i18n-label [error]="error(row().choice)">
      <select bsInput [formField]="row().choice">
        <option i18n value="">Kies</option>
        <option i18n value="for">Voor</option>
        <option i18n value="against">Tegen</option>
      </select>
    </bs-field>
    @if (removable()) {
      <button i18n class="bs-link bs-sheet__remove" type="button" (click)="removed.emit()">
        Haal weg<span class="bs-hidden"> (stem {{ number() }})</span>
      </button>
    }
    @if (verdict(); as found) {
      <div class="bs-sheet__verdict bs-stack bs-stack--s">
        <p class="bs-row">
          <span
            class="bs-badge"
            [class.bs-badge--done]="isIn()"
            [class.bs-badge--round]="found === 'doubtful' && !isIn()"
            [class.bs-badge--late]="found !== 'doubtful' && !isIn()"
            ><bs-icon [name]="isIn() ? 'check' : 'alert'" />{{ words(found, district()) }}</span
          >
          <span class="bs-meta">{{ means(found) }}</span>
        </p>
        @if (found === 'doubtful') {
          <label class="bs-choice">
            <input type="checkbox" [formField]="row().isAnotherPerson" />
            <span i18n
              >Dit is iemand anders<span class="bs-hidden"> (stem {{ number() }})</span></span
            >
          </label>
        }
      </div>
    }
  </fieldset>`,
})
export class PaperRow {
  readonly row = input.required<FieldTree<SheetRow>>();
  /** From 1. */
  readonly number = input.required<number>();
  readonly district = input.required<string>();
  readonly verdict = input.required<PaperEntryVerdict | null>();
  readonly removable = input.required<boolean>();
  readonly removed = output();

  protected readonly isIn = computed(() => {
    const verdict = this.verdict();
    return verdict !== null && goesIn(verdict, this.row().isAnotherPerson().value());
  });
  protected readonly error = shownError;
  protected readonly words = verdictWords;
  protected readonly means = verdictMeans;
}
