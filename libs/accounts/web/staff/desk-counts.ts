import { Injectable, signal } from '@angular/core';

/** How much waits on a desk, by the desk's path, as far as a page has read it: the bar asks nothing itself. */
@Injectable({ providedIn: 'root' })
export class DeskCounts {
  private readonly known = signal<Readonly<Record<string, number>>>({});
  readonly of = this.known.asReadonly();

  tell(counts: Readonly<Record<string, number>>): void {
    this.known.update((known) => ({ ...known, ...counts }));
  }
}
