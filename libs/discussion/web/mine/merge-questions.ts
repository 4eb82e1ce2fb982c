import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MergeRequest } from '@buurtstem/contract';
import { Act, ActResult, Confirm, lastValue } from '@buurtstem/ui';
import { MineApi } from './mine-api';

/** Moderators ask whether two plans, of which one is the visitor's, may become one; nothing where nobody asks. */
@Component({
  selector: 'bs-merge-questions',
  imports: [RouterLink, ActResult, Confirm],
  templateUrl: './merge-questions.html',
  host: { class: 'bs-stack' },
})
export class MergeQuestions {
  readonly district = input.required<string>();

  private readonly api = inject(MineApi);
  protected readonly resource = this.api.mergeRequests();
  private readonly last = lastValue(this.resource);
  private readonly requests = linkedSignal<readonly MergeRequest[]>(() => this.last()?.items ?? []);
  protected readonly questions = computed(() => this.requests().filter(({ state }) => state === 'asked'));
  protected readonly act = new Act();

  /** Whether the visitor said yes to it already, and it waits for somebody else. */
  protected waits({ duplicate, target }: MergeRequest): boolean {
    return [duplicate, target].every(({ mine, agreed }) => !mine || agreed);
  }

  protected async answer(request: MergeRequest, agrees: boolean): Promise<void> {
    const failure = await this.act.run(this.api.answerMerge(request.id, agrees), (answered) => {
      this.requests.update((requests) => requests.map((one) => (one.id === answered.id ? answered : one)));
      return answerWords(answered);
    });
    // Somebody else answered, or the moderator took the question back.
    if (failure) this.resource.reload();
  }
}

function answerWords({ state, duplicate, target }: MergeRequest): string {
  switch (state) {
    case 'merged':
      return $localize`‘${duplicate.title}:title:’ is samengevoegd met ‘${target.title}:title2:’.`;
    case 'asked':
      return $localize`Uw ja is binnen. Nu antwoordt de andere indiener nog.`;
    case 'declined':
    case 'cancelled':
      return $localize`Uw antwoord is binnen. Beide plannen blijven staan.`;
  }
}
