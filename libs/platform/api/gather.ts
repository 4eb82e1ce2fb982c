import { AsyncLocalStorage } from 'node:async_hooks';
import { Refusal } from '@buurtstem/shared-domain';
import { toRefusal } from './problem';

export interface GatherBounds {
  /** Of one group; what is asked for beyond it waits for the next. */
  readonly atOnce: number;
  /** That wait at most; who comes then is told to come back later. */
  readonly waiting: number;
}

/** For what one statement answers, however many ask. */
const ONE_STATEMENT: GatherBounds = { atOnce: 500, waiting: 5_000 };

interface Waiting<Ask, Answer> {
  readonly ask: Ask;
  readonly settle: (answer: Answer) => void;
  readonly fail: (error: unknown) => void;
}

/** An answer to one of a group that is a refusal, or whatever else went wrong with it alone. */
export class Failed {
  constructor(readonly error: unknown) {}
}

/**
 * Does together what is asked for at about the same time: what comes while a group is worked on waits and is the next
 * group. So a quiet site does each by itself and at once, and a busy one does many with one statement and one commit.
 * Groups follow each other, in the order in which their members came.
 */
export class Gather<Ask, Answer> {
  private readonly queue: Waiting<Ask, Answer>[] = [];
  private isBusy = false;
  /** A group belongs to all who are in it, so it runs in nobody's transaction. */
  private readonly outside = AsyncLocalStorage.snapshot();

  constructor(
    /** Answers one for each, in their order. */
    private readonly work: (asks: readonly Ask[]) => Promise<readonly (Answer | Failed)[]>,
    private readonly bounds: GatherBounds = ONE_STATEMENT,
  ) {}

  ask(ask: Ask): Promise<Answer> {
    if (this.queue.length >= this.bounds.waiting)
      return Promise.reject(new Refusal('temporarily-unavailable'));
    return new Promise((settle, fail) => {
      this.queue.push({ ask, settle, fail });
      if (this.isBusy) return;
      this.isBusy = true;
      // What the process reads in the same turn belongs together.
      setImmediate(() => void this.outside(() => this.workOff()));
    });
  }

  private async workOff(): Promise<void> {
    while (this.queue.length > 0) await this.answer(this.queue.splice(0, this.bounds.atOnce));
    this.isBusy = false;
  }

  private async answer(group: readonly Waiting<Ask, Answer>[]): Promise<void> {
    try {
      const answers = await this.work(group.map(({ ask }) => ask));
      group.forEach(({ settle, fail }, index) => {
        const answer = answers[index];
        if (answer instanceof Failed) fail(answer.error);
        else settle(answer as Answer);
      });
    } catch (error) {
      await this.answerApart(group, error);
    }
  }

  /**
   * One that cannot be worked on must not take the others with it, so they are tried one by one. But a refusal is an answer
   * to all of them, and when the database is away each of them would wait for it in vain.
   */
  private async answerApart(group: readonly Waiting<Ask, Answer>[], error: unknown): Promise<void> {
    const { code } = toRefusal(error);
    if (group.length > 1 && !(error instanceof Refusal) && code !== 'temporarily-unavailable') {
      for (const one of group) await this.answer([one]);
      return;
    }
    for (const { fail } of group) fail(error);
  }
}
