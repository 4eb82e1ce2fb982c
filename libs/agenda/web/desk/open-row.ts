import { afterNextRender, ElementRef, inject, Injector, signal } from '@angular/core';

/** One row of a list that is open for writing; the focus goes along with it, and back to the button that opened it. */
export class OpenRow {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly opened = signal<string | null>(null);
  readonly id = this.opened.asReadonly();

  /** `goTo`: where one writes, or what one reads first. */
  open(id: string, goTo: string): void {
    this.opened.set(id);
    this.focusNext(`#${goTo}-${id}`);
  }

  close(id: string): void {
    this.opened.set(null);
    this.focusNext(`#open-${id}`);
  }

  /** What was written is sent: the page itself says so, and has the focus. */
  finish(): void {
    this.opened.set(null);
  }

  private focusNext(selector: string): void {
    const focus = () => this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus();
    afterNextRender({ write: focus }, { injector: this.injector });
  }
}
