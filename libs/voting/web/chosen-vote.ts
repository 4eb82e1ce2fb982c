import { inject, Injectable } from '@angular/core';
import type { Choice } from '@buurtstem/contract';
import { DeviceMemory } from '@buurtstem/ui';

const KEY = 'buurtstem.stem';
const HALF_AN_HOUR_MS = 30 * 60_000;

interface ChosenVote {
  readonly district: string;
  readonly number: number;
  readonly choice: Choice;
}

const isChosenVote = (value: unknown): value is ChosenVote => {
  const { district, number, choice } = (value ?? {}) as Partial<ChosenVote>;
  return (
    typeof district === 'string' && typeof number === 'number' && (choice === 'for' || choice === 'against')
  );
};

/**
 * Vote first, sign in once: the choice of someone who still has to sign in waits on their own device. It never travels in
 * an address, so a link made by somebody else can not vote for them.
 */
@Injectable({ providedIn: 'root' })
export class ChosenVoteMemory {
  private readonly device = inject(DeviceMemory);

  keep(vote: ChosenVote): void {
    this.device.keep(KEY, vote);
  }

  /** The choice for this plan, once: who reads it, casts it. */
  take(district: string, number: number): Choice | null {
    const chosen = this.device.read(KEY, HALF_AN_HOUR_MS, isChosenVote);
    if (!chosen || chosen.district !== district || chosen.number !== number) return null;
    this.device.forget(KEY);
    return chosen.choice;
  }
}
