import type { Answer } from '@buurtstem/platform-api/testing';
import { signInAs, type Neighbour } from './neighbours';
import { West } from './west';

export interface Written {
  id: string;
  body: string;
  authorName: string;
  bySubmitter: boolean;
  editedAt: string | null;
  mine: boolean;
  editable: boolean;
  version: number;
}
export interface Argument extends Written {
  side: string;
  likes: number;
  liked: boolean;
  replies: Written[];
  replyCount: number;
}
export interface Problem {
  code: string;
  errors?: { field: string; code: string }[];
}

export const BODY = 'Mijn kinderen steken hier elke dag over naar school.';

export const said = ({ status, body }: Answer<Problem>): unknown[] => [status, body.code];

/** Fatima and Kees, who argue about one plan after the other. */
export class ArgumentsScene {
  /** Of the plan. */
  number = 0;

  private constructor(
    readonly west: West,
    readonly fatima: Neighbour,
    readonly kees: Neighbour,
  ) {}

  static async open(): Promise<ArgumentsScene> {
    const west = await West.open();
    return new ArgumentsScene(west, await signInAs(west, 'Fatima'), await signInAs(west, 'Kees'));
  }

  async newPlan(): Promise<void> {
    this.number = await this.west.proposal('Veilig oversteken bij de Sluisbrug');
    await this.west.rows('delete from rate_bucket');
  }

  close(): Promise<void> {
    return this.west.close();
  }

  /** Of its arguments. */
  get address(): string {
    return `/districts/west/proposals/${this.number}/arguments`;
  }

  async post(who: Neighbour, body = BODY, side = 'for'): Promise<Argument> {
    const answer = await who.browser.post<Argument>(this.address, { side, body });
    expect(answer.status).toBe(201);
    return answer.body;
  }

  async answerTo(who: Neighbour, id: string, body = 'Eens.'): Promise<Written> {
    const answer = await who.browser.post<Written>(`${this.address}/${id}/replies`, { body });
    expect(answer.status).toBe(201);
    return answer.body;
  }

  async one(who: Neighbour, id: string): Promise<Argument> {
    return (await who.browser.get<Argument>(`${this.address}/${id}`)).body;
  }

  cases(id: string): Promise<Record<string, unknown>[]> {
    return this.west.rows('select origin, state, urgency from moderation_case where subject_id = $1', [id]);
  }
}
