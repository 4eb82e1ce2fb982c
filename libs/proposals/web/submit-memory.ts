import { inject, Injectable } from '@angular/core';
import type { Place, ProposalKind } from '@buurtstem/contract';
import { DeviceMemory } from '@buurtstem/ui';

const KEY = 'buurtstem.plan';
const A_WEEK_MS = 7 * 86_400_000;

interface KeptPlan {
  readonly kind: ProposalKind;
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly neighbourhood: string;
  readonly theme: string;
  readonly place: Place | null;
}

const isKeptPlan = (value: unknown): value is KeptPlan =>
  typeof value === 'object' &&
  value !== null &&
  ['kind', 'title', 'summary', 'body', 'neighbourhood', 'theme'].every(
    (key) => typeof (value as Record<string, unknown>)[key] === 'string',
  ) &&
  'place' in value &&
  isPlace(value.place);

function isPlace(value: unknown): boolean {
  if (value === null) return true;
  if (typeof value !== 'object') return false;
  const { latitude, longitude } = value as Record<string, unknown>;
  return typeof latitude === 'number' && typeof longitude === 'number';
}

/** The plan that is being written, on the visitor's own device. */
@Injectable({ providedIn: 'root' })
export class SubmitMemory {
  private readonly device = inject(DeviceMemory);

  keep(plan: KeptPlan): void {
    this.device.keep(KEY, plan);
  }

  read(): KeptPlan | null {
    return this.device.read(KEY, A_WEEK_MS, isKeptPlan);
  }

  forget(): void {
    this.device.forget(KEY);
  }
}
