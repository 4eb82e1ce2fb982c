import { NgTemplateOutlet } from '@angular/common';
import {
  afterNextRender,
  Component,
  contentChild,
  type ElementRef,
  inject,
  Injector,
  input,
  signal,
  TemplateRef,
  viewChild,
} from '@angular/core';
import { Icon, type IconName } from '@buurtstem/ui';

/**
 * A button that opens something in the page itself: the projected template, made when it is first needed. The focus goes
 * into it, and back to the button when it closes.
 */
@Component({
  selector: 'bs-in-place',
  imports: [Icon, NgTemplateOutlet],
  template: `
    <button class="bs-link" type="button" [attr.aria-expanded]="isOpen()" (click)="toggle()" #opener>
      <bs-icon [name]="icon()" /><span
        >{{ words() }}<span class="bs-hidden">{{ suffix() }}</span></span
      >
    </button>
    @if (isOpen()) {
      <div class="bs-panel bs-in-place__panel" #panel><ng-container [ngTemplateOutlet]="content()" /></div>
    }
  `,
})
export class InPlace {
  readonly words = input.required<string>();
  readonly icon = input.required<IconName>();
  /** Whom or what it is about, for who hears the button without its place in a list. */
  readonly about = input('');

  private readonly injector = inject(Injector);
  private readonly opener = viewChild.required<ElementRef<HTMLElement>>('opener');
  private readonly panel = viewChild<ElementRef<HTMLElement>>('panel');
  protected readonly content = contentChild.required(TemplateRef);
  protected readonly isOpen = signal(false);
  protected readonly suffix = (): string => (this.about() ? ` ${this.about()}` : '');

  protected toggle(): void {
    if (this.isOpen()) return this.close();
    this.isOpen.set(true);
    this.focusInside();
  }

  /** Puts the visitor in the first field of what is open, also when something else stands there than before. */
  focusInside(): void {
    const first = () =>
      this.panel()?.nativeElement.querySelector<HTMLElement>('input, textarea, select, button');
    afterNextRender({ write: () => first()?.focus() }, { injector: this.injector });
  }

  close(): void {
    this.isOpen.set(false);
    this.opener().nativeElement.focus();
  }
}
