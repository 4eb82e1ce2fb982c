import type { Resource } from '@angular/core';
import { linkedSignal, type Signal } from '@angular/core';

/** The resource's value, or the last one while a new one loads: a list that reloads must not vanish in between. */
export function lastValue<T>(resource: Resource<T | undefined>): Signal<T | null> {
  return linkedSignal<T | null, T | null>({
    source: () => (resource.hasValue() ? (resource.value() ?? null) : null),
    computation: (value, previous) => value ?? previous?.value ?? null,
  }).asReadonly();
}
