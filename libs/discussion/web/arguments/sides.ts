import {
  afterNextRender,
  Component,
  DestroyRef,
  DOCUMENT,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  viewChildren,
} from '@angular/core';
import type { Argument, Choice } from '@buurtstem/contract';
import { counted, Paragraphs, PartFailed, WholePipe } from '@buurtstem/ui';
import type { Place } from '../subject';
import { ArgumentItem } from './argument-item';

/** One column of the discussion. */
export interface Side {
  readonly key: Choice;
  readonly arguments: readonly Argument[];
  readonly total: number;
  readonly hasMore: boolean;
}

const WIDE = '(min-width: 64rem)';
const NAMES = { for: $localize`Voor`, against: $localize`Tegen` } as const;
const ANCHORS = { for: 'voor', against: 'tegen' } as const;

/**
 * Arguments for and against: two columns on a wide screen; on a phone tabs, and plain jump links until scripts run.
 */
@Component({
  selector: 'bs-sides',
  imports: [ArgumentItem, Paragraphs, PartFailed, WholePipe],
  templateUrl: './sides.html',
})
export class Sides {
  readonly sides = input.required<readonly Side[]>();
  readonly place = input.required<Place>();
  readonly more = output<Choice>();

  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly tabs = viewChildren<ElementRef<HTMLElement>>('tab');
  /** True where the two sides are tabs: a narrow screen with scripts. */
  protected readonly tabbed = signal(false);
  protected readonly selected = signal(0);
  protected readonly names = NAMES;
  protected readonly anchors = ANCHORS;
  protected readonly bothWords = $localize`Voor en tegen`;
  protected readonly sideWords = { for: $localize`Argumenten voor`, against: $localize`Argumenten tegen` };

  constructor() {
    const destroyRef = inject(DestroyRef);
    afterNextRender(() => {
      const wide = matchMedia(WIDE);
      const follow = () => this.tabbed.set(!wide.matches);
      follow();
      if (this.tabbed()) this.turnToAddressed();
      wide.addEventListener('change', follow);
      destroyRef.onDestroy(() => wide.removeEventListener('change', follow));
    });
  }

  /** Brings a side into view where only one of them is. */
  turnTo(side: Choice): void {
    this.selected.set(this.sides().findIndex(({ key }) => key === side));
  }

  /** A jump to a side or to an argument in it, made before there were tabs, must not end at what a tab hides. */
  private turnToAddressed(): void {
    const anchor = this.document.location.hash.slice(1);
    const index = this.sides().findIndex(
      (side) => anchor === ANCHORS[side.key] || side.arguments.some(({ id }) => anchor === `reactie-${id}`),
    );
    if (index < 0) return;
    this.selected.set(index);
    const scroll = () => this.document.getElementById(anchor)?.scrollIntoView();
    afterNextRender({ write: scroll }, { injector: this.injector });
  }

  /** Puts the visitor at an argument that just came into the list. */
  goTo(argument: string): void {
    const element = () => this.document.getElementById(`reactie-${argument}`);
    afterNextRender({ write: () => element()?.focus() }, { injector: this.injector });
  }

  protected step(event: KeyboardEvent): void {
    const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (move === undefined) return;
    const count = this.sides().length;
    this.selected.update((index) => (index + move + count) % count);
    this.tabs()[this.selected()]?.nativeElement.focus();
    event.preventDefault();
  }

  protected rest(side: Side): string {
    const left = side.total - side.arguments.length;
    return left > 0
      ? $localize`Toon nog ${counted(left, $localize`reactie`, $localize`reacties`)}:counted:`
      : $localize`Toon meer reacties`;
  }
}
