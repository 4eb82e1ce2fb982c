import { afterRenderEffect, computed, inject, type Signal, signal } from '@angular/core';
import type { Claim } from '@buurtstem/contract';
import { PageClock } from '@buurtstem/ui';
import { type Holder, holderOf } from './case-words';

/** Whose a case is, also when a claim runs out while the page is open. To be made where a component is made. */
export function holderOver(claim: () => Claim | null): Signal<Holder> {
  const clock = inject(PageClock);
  const now = signal(clock.now());
  // In the browser only: a timer on the server would have nobody to tell.
  afterRenderEffect((onCleanup) => {
    const until = claim()?.until;
    if (until === undefined) return;
    // A second late is as good, and no timer that is a little fast makes it too early.
    const timer = setTimeout(() => now.set(clock.now()), Date.parse(until) - clock.now().getTime() + 1000);
    onCleanup(() => clearTimeout(timer));
  });
  return computed(() => {
    // Read together with the clock: a new claim is judged by the time at which it came, not by the last timer.
    now();
    return holderOf(claim(), clock.now());
  });
}
