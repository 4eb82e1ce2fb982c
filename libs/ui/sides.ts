import {
  afterNextRender,
  Component,
  DestroyRef,
  ElementRef,
  inject,
  input,
  output,
  signal,
  viewChildren,
} from '@angular/core';
import { dateInFull } from './format/dates';
import { counted } from './format/numbers';
import { personName } from './words/states';

/** One argument as the list needs it. */
export interface SideArgument {
  readonly id: string;
  readonly body: string;
  readonly authorName: string;
  readonly postedAt: string;
}

/** One column of the discussion. */
export interface Side {
  readonly key: 'for' | 'against';
  readonly arguments: readonly SideArgument[];
  readonly total: number;
}

const WIDE = '(min-width: 64rem)';
const NAMES = { for: 'Voor', against: 'Tegen' } as const;
const ANCHORS = { for: 'voor', against: 'tegen' } as const;

/**
 * Arguments for and against: two columns on a wide screen; on a phone tabs, and plain jump links until scripts run.
 */
@Component({
  selector: 'bs-sides',
  templateUrl: './sides.html',
})
export class Sides {
  readonly sides = input.required<readonly Side[]>();
  readonly more = output<'for' | 'against'>();

  private readonly tabs = viewChildren<ElementRef<HTMLElement>>('tab');
  /** True where the two sides are tabs: a narrow screen with scripts. */
  protected readonly tabbed = signal(false);
  protected readonly selected = signal(0);
  protected readonly names = NAMES;
  protected readonly anchors = ANCHORS;
  protected readonly personName = personName;

  constructor() {
    const destroyRef = inject(DestroyRef);
    afterNextRender(() => {
      const wide = matchMedia(WIDE);
      const follow = () => this.tabbed.set(!wide.matches);
      follow();
      wide.addEventListener('change', follow);
      destroyRef.onDestroy(() => wide.removeEventListener('change', follow));
    });
  }

  protected step(event: KeyboardEvent): void {
    const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (move === undefined) return;
    const count = this.sides().length;
    this.selected.update((index) => (index + move + count) % count);
    this.tabs()[this.selected()]?.nativeElement.focus();
    event.preventDefault();
  }

  protected initials(name: string): string {
    const words = name.trim().split(/\s+/);
    const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
    return letters.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase('nl') ?? '').join('');
  }

  protected date(argument: SideArgument): string {
    return dateInFull(argument.postedAt);
  }

  protected rest(side: Side): string {
    return `Toon nog ${counted(side.total - side.arguments.length, 'reactie', 'reacties')}`;
  }
}
