import { inject, Injectable } from '@angular/core';
import type { Choice } from '@buurtstem/contract';
import { DeviceMemory } from '@buurtstem/ui';

const KEY = 'buurtstem.stem';
const HALF_AN_HOUR_MS = 30 * 60_000;

interface ChosenVote {
  /** The address of the plan. */
  readonly plan: string;
  readonly choice: Choice;
}

const isChosenVote = (value: unknown): value is ChosenVote => {
  const { plan, choice } = (value ?? {}) as Partial<ChosenVote>;
  return typeof plan === 'string' && (choice === 'for' || choice === 'against');
};

/**
 * Vote first, sign in once: the choice of someone who still has to sign in waits on their own device. It never travels in
 * an address, so a link made by somebody else can not vote for them. The frame of the page (`index.html`) keeps in the same
 * place what is pressed before this runs.
 */
@Injectable({ providedIn: 'root' })
export class ChosenVoteMemory {
  private readonly device = inject(DeviceMemory);

  keep(vote: ChosenVote): void {
    this.device.keep(KEY, vote);
  }

  /** The choice for this plan, once: who reads it, casts it. */
  take(plan: string): Choice | null {
    const chosen = this.device.read(KEY, HALF_AN_HOUR_MS, isChosenVote);
    if (chosen?.plan !== plan) return null;
    this.device.forget(KEY);
    return chosen.choice;
  }
}
