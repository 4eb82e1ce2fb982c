import { isPlatformBrowser } from '@angular/common';
import {
  afterNextRender,
  Component,
  computed,
  Directive,
  ElementRef,
  inject,
  type Injector,
  input,
  PLATFORM_ID,
} from '@angular/core';
import type { FieldTree, TreeValidationResult } from '@angular/forms/signals';
import { whole } from '../format/numbers';
import { Icon } from '../icon';

/**
 * Label, hint, error and counter around one control, in the order in which they are read: what is asked, help, what is
 * wrong, then the field. The control inside carries `bsInput`, which ties them together for assistive technology.
 */
@Component({
  selector: 'bs-field',
  imports: [Icon],
  template: `
    @if (level() === 'page') {
      <h1>
        <label class="bs-label bs-label--page" [for]="name()">{{ label() }}</label>
      </h1>
    } @else {
      <label class="bs-label" [for]="name()">{{ label() }}</label>
    }
    @if (hint(); as words) {
      <p class="bs-hint" [id]="name() + '-hint'">{{ words }}</p>
    }
    @if (error(); as words) {
      <p class="bs-error" [id]="name() + '-fout'">
        <bs-icon name="alert" /><span><span i18n class="bs-hidden">Fout: </span>{{ words }}</span>
      </p>
    }
    <ng-content />
    @if (counter(); as words) {
      <p class="bs-meta bs-num" [id]="name() + '-telling'">{{ words }}</p>
    }
  `,
  host: { class: 'bs-field' },
})
export class Field {
  /** The id of the control; also the stem of the ids of hint and error. */
  readonly name = input.required<string>();
  readonly label = input.required<string>();
  /** On a page with one question the label is the page's heading. */
  readonly level = input<'field' | 'page'>('field');
  readonly hint = input<string | null>(null);
  readonly error = input<string | null>(null);
  readonly length = input<number | null>(null);
  readonly max = input<number | null>(null);

  protected readonly counter = computed(() => {
    const [length, max] = [this.length(), this.max()];
    return length === null || max === null
      ? null
      : $localize`${whole(length)}:length: van ${whole(max)}:max: tekens`;
  });
  readonly describedBy = computed(() => {
    const ids = [
      this.hint() && `${this.name()}-hint`,
      this.error() && `${this.name()}-fout`,
      this.counter() && `${this.name()}-telling`,
    ].filter(Boolean);
    return ids.length > 0 ? ids.join(' ') : null;
  });
}

/** The control of a `bs-field`: takes its id and points to its hint and its error. */
@Directive({
  selector: '[bsInput]',
  host: {
    class: 'bs-input',
    '[id]': 'field.name()',
    '[attr.aria-describedby]': 'field.describedBy()',
    '[attr.aria-invalid]': 'field.error() ? "true" : null',
  },
})
export class FieldInput {
  protected readonly field = inject(Field);
  private readonly isInBrowser = isPlatformBrowser(inject(PLATFORM_ID));

  constructor() {
    const control = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    // On a slow phone one types before the scripts are there; the form then starts empty, and would empty the field.
    let early = typedIn(control);
    const over = new AbortController();
    // So does who types while this part of the page is being taken over, when the form does not know the field yet.
    const keep = (event: Event): void => {
      event.stopImmediatePropagation();
      early = typedIn(control);
    };
    if (this.isInBrowser) control.addEventListener('input', keep, { capture: true, signal: over.signal });
    afterNextRender(() => {
      over.abort();
      if (early === null) return;
      early.control.value = early.text;
      early.control.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }
}

/** What stands in a text field that is not what the server wrote there. */
function typedIn(
  control: HTMLElement,
): { control: HTMLInputElement | HTMLTextAreaElement; text: string } | null {
  if (control.tagName !== 'INPUT' && control.tagName !== 'TEXTAREA') return null;
  // A chosen file stays chosen, and no script may write its name.
  if (control.getAttribute('type') === 'file') return null;
  const field = control as HTMLInputElement | HTMLTextAreaElement;
  const text = field.value ?? '';
  return text === '' || text === field.defaultValue ? null : { control: field, text };
}

/** The error to show: only after the visitor left the field or tried to send the form. */
export function shownError<T>(tree: FieldTree<T>): string | null {
  const state = tree();
  return state.touched() ? (state.errors()[0]?.message ?? null) : null;
}

/** Puts the visitor in the first field that is wrong. */
export function focusFirstError<T>(tree: FieldTree<T>): void {
  tree().errorSummary()[0]?.fieldTree().focusBoundControl();
}

/**
 * Hands the server's refusals to the form, and puts the visitor in the first refused field as soon as its message is there
 * to be read out with it.
 */
export function refusedBy<T>(
  tree: FieldTree<T>,
  errors: TreeValidationResult,
  injector: Injector,
): TreeValidationResult {
  afterNextRender({ write: () => focusFirstError(tree) }, { injector });
  return errors;
}
