import { inject, Injectable } from '@angular/core';
import { DeviceMemory } from '@buurtstem/ui';
import type { PlanTexts } from './plan-texts';

const KEY = 'buurtstem.plan';
const A_WEEK_MS = 7 * 86_400_000;

/** The plan's copy on the server, as far as this device knows. */
export interface ServerCopy {
  readonly number: number;
  /** The version that the texts were read or saved at. */
  readonly version: number;
}

export interface KeptPlan extends PlanTexts {
  readonly server: ServerCopy | null;
  /** Whether something stands here that the server has not. */
  readonly isUnsent: boolean;
  /** Which window wrote it, and when: another one than ours tells of a second window. */
  readonly mark: string;
}

const isKeptPlan = (value: unknown): value is KeptPlan => {
  if (typeof value !== 'object' || value === null) return false;
  const kept = value as Record<string, unknown>;
  return (
    ['kind', 'title', 'summary', 'body', 'neighbourhood', 'theme', 'mark'].every(
      (key) => typeof kept[key] === 'string',
    ) &&
    typeof kept['isUnsent'] === 'boolean' &&
    isNumbers(kept['place'], ['latitude', 'longitude']) &&
    isNumbers(kept['server'], ['number', 'version'])
  );
};

function isNumbers(value: unknown, keys: readonly string[]): boolean {
  if (value === null) return true;
  if (typeof value !== 'object') return false;
  return keys.every((key) => typeof (value as Record<string, unknown>)[key] === 'number');
}

/** The plan that is being written, on the visitor's own device. A plan of the server that is opened beside it has its own place. */
@Injectable({ providedIn: 'root' })
export class DraftMemory {
  private readonly device = inject(DeviceMemory);

  keep(plan: KeptPlan, opened: number | undefined): void {
    this.device.keep(this.keyOf(opened), plan);
  }

  /** `opened` is the number of a plan that was opened by its number; without one, the plan that was begun here. */
  read(opened: number | undefined): KeptPlan | null {
    return this.device.read(this.keyOf(opened), A_WEEK_MS, isKeptPlan);
  }

  forget(opened: number | undefined): void {
    this.device.forget(this.keyOf(opened));
  }

  /** The plan that was begun here may be the one that is opened. */
  private keyOf(opened: number | undefined): string {
    if (opened === undefined) return KEY;
    const begun = this.device.read(KEY, A_WEEK_MS, isKeptPlan);
    return begun?.server?.number === opened ? KEY : `${KEY}.${opened}`;
  }
}
