import { afterNextRender, Component, ElementRef, inject, Injector, input, signal } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { Field, FieldInput, Icon, shownError } from '@buurtstem/ui';
import { placeIn, withoutSpan, withoutWords } from './redaction-text';

/** One text of which something can be taken out. */
export interface RedactableField {
  /** The id of the control. */
  readonly name: string;
  readonly label: string;
  readonly tree: FieldTree<string>;
  /** The text as the author wrote it. */
  readonly original: string;
  /** What hints point at in it. */
  readonly found: readonly string[];
}

/** Takes words out of a text: the selected ones, or those that a hint found. Nothing else may change. */
@Component({
  selector: 'bs-redaction-editor',
  imports: [FormField, Field, FieldInput, Icon],
  template: `
    <p i18n>
      Selecteer in de tekst wat weg moet. Alle andere woorden blijven zoals ze zijn. Op de plek komt
      ‘[weggehaald]’ te staan.
    </p>
    @for (field of fields(); track field.name) {
      <bs-field
        [name]="field.name"
        [label]="field.label"
        [error]="unselected() === field.name ? nothingSelected : error(field.tree)"
      >
        <textarea bsInput [rows]="rowsOf(field)" spellcheck="false" [formField]="field.tree"></textarea>
      </bs-field>
      <div class="bs-row">
        <button i18n class="bs-button bs-button--second" type="button" (click)="takeSelection(field)">
          <bs-icon name="eraser" /> Haal de selectie weg<span class="bs-hidden"> ({{ field.label }})</span>
        </button>
        @for (words of offered(field); track words) {
          <button i18n class="bs-button bs-button--second" type="button" (click)="takeWords(field, words)">
            Haal {{ words }} weg<span class="bs-hidden"> ({{ field.label }})</span>
          </button>
        }
        @if (field.tree().value() !== field.original) {
          <button i18n class="bs-link" type="button" (click)="startAgain(field)">
            <bs-icon name="undo" /> Begin opnieuw<span class="bs-hidden"> ({{ field.label }})</span>
          </button>
        }
      </div>
    }
  `,
  host: { class: 'bs-stack' },
})
export class RedactionEditor {
  readonly fields = input.required<readonly RedactableField[]>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  /** The field of which nothing was selected when the button was pressed. */
  protected readonly unselected = signal<string | null>(null);
  protected readonly nothingSelected = $localize`Selecteer eerst de woorden die weg moeten.`;
  protected readonly error = shownError;

  protected rowsOf({ original }: RedactableField): number {
    return Math.min(12, Math.max(2, Math.ceil(original.length / 60)));
  }

  protected offered({ tree, found }: RedactableField): readonly string[] {
    const text = tree().value();
    return [...new Set(found)].filter((words) => words !== '' && text.includes(words));
  }

  protected takeSelection(field: RedactableField): void {
    const { selectionStart: start, selectionEnd: end } = this.control(field);
    this.unselected.set(start === end ? field.name : null);
    const text = field.tree().value();
    if (start !== end) this.write(field, withoutSpan(text, placeIn(text, start), placeIn(text, end)));
    this.focus(field, Math.min(start, end));
  }

  protected takeWords(field: RedactableField, words: string): void {
    const text = field.tree().value();
    this.write(field, withoutWords(text, words));
    this.focus(field, text.indexOf(words));
  }

  protected startAgain(field: RedactableField): void {
    this.write(field, field.original);
    this.focus(field, 0);
  }

  private write(field: RedactableField, text: string): void {
    this.unselected.set(null);
    field.tree().value.set(text);
  }

  /** The button may be gone: the focus goes to the text, where something changed. */
  private focus(field: RedactableField, place: number): void {
    const focus = () => {
      const control = this.control(field);
      control.focus();
      control.setSelectionRange(place, place);
    };
    afterNextRender({ write: focus }, { injector: this.injector });
  }

  private control({ name }: RedactableField): HTMLTextAreaElement {
    const control = this.host.nativeElement.querySelector<HTMLTextAreaElement>(`#${name}`);
    if (!control) throw new Error(`There is no field ${name}`);
    return control;
  }
}
