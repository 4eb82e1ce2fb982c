import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';

/**
 * A button that asks before it acts, in the page itself: what will happen (projected), then yes or no. The focus goes to
 * the question, back to the button on "no", and to the result of the act on "yes" (`ActResult`).
 */
@Component({
  selector: 'bs-confirm',
  template: `
    @if (isAsking()) {
      <div class="bs-panel" role="group" tabindex="-1" [attr.aria-label]="words() + suffix()" #question>
        <ng-content />
        <div class="bs-actions">
          <button class="bs-button bs-button--danger" type="button" (click)="confirm()">{{ yes() }}</button>
          <button class="bs-button bs-button--second" type="button" (click)="cancel()">{{ no() }}</button>
        </div>
      </div>
    } @else {
      <button
        type="button"
        [class]="look() === 'button' ? 'bs-button bs-button--danger' : 'bs-link bs-link--danger'"
        (click)="ask()"
        #opener
      >
        {{ words() }}<span class="bs-hidden">{{ suffix() }}</span>
      </button>
    }
  `,
})
export class Confirm {
  /** On the button that asks. */
  readonly words = input.required<string>();
  /** Whom or what it is about, for who hears the button without its place in a list. */
  readonly about = input('');
  readonly yes = input.required<string>();
  readonly no = input($localize`Nee, ga terug`);
  /** A link beside each line of a list; a button where it is the main act of its section. */
  readonly look = input<'link' | 'button'>('link');
  readonly confirmed = output();

  private readonly injector = inject(Injector);
  private readonly question = viewChild<ElementRef<HTMLElement>>('question');
  private readonly opener = viewChild<ElementRef<HTMLElement>>('opener');
  protected readonly suffix = computed(() => (this.about() ? ` (${this.about()})` : ''));
  protected readonly isAsking = signal(false);

  protected ask(): void {
    this.isAsking.set(true);
    this.focusNext(this.question);
  }

  protected cancel(): void {
    this.isAsking.set(false);
    this.focusNext(this.opener);
  }

  protected confirm(): void {
    this.isAsking.set(false);
    this.confirmed.emit();
  }

  private focusNext(element: () => ElementRef<HTMLElement> | undefined): void {
    afterNextRender({ write: () => element()?.nativeElement.focus() }, { injector: this.injector });
  }
}
