import { Injectable } from '@nestjs/common';
import { Prepared } from '@buurtstem/platform-api';
import { shuffledUpTo, type OrderOfDay } from '@buurtstem/proposals-domain';

/** Numbers that nobody has yet have their place too, so that a new proposal does not shuffle the district again. */
const AHEAD = 1_024;

interface Shuffled {
  readonly seed: string;
  readonly numbers: Uint32Array;
}

/**
 * Every number of a district in the order of the day. Each process works it out for itself, once a day, and keeps it: four bytes
 * for each proposal. What it holds is no proposal but the order that they would have; what may be shown is asked for each page.
 */
@Injectable()
export class ShuffledNumbers {
  private readonly kept = new Map<number, Shuffled>();

  constructor(private readonly prepared: Prepared) {}

  async of(districtId: number, order: OrderOfDay): Promise<Uint32Array> {
    const [row] = await this.prepared.query<{ last: number | null }>(
      'last number',
      'select max(number) as last from proposal where district_id = $1',
      [districtId],
    );
    const last = row?.last ?? 0;
    const known = this.kept.get(districtId);
    if (known?.seed === order.seed && known.numbers.length >= last) return known.numbers;
    const numbers = shuffledUpTo(order, Math.ceil(last / AHEAD) * AHEAD);
    this.kept.set(districtId, { seed: order.seed, numbers });
    return numbers;
  }
}
