import { Component, inject, input, linkedSignal } from '@angular/core';
import type { MyDecision } from '@buurtstem/contract';
import { lastValue } from '@buurtstem/ui';
import { MineApi } from './mine-api';
import { MyDecisionItem } from './my-decision-item';

/** What moderators decided against what the visitor wrote, with the way to appeal; nothing where there is none. */
@Component({
  selector: 'bs-my-decisions',
  imports: [MyDecisionItem],
  template: `@if (resource.error()) {
      <p i18n role="status">
        De besluiten over wat u schreef, zijn er nu even niet. Probeer het over een minuut weer.
      </p>
    } @else if (decisions().length > 0) {
      <section class="bs-stack" id="besluiten" aria-labelledby="besluiten-kop">
        <h2 i18n id="besluiten-kop">Besluiten over wat u schreef</h2>
        <ul class="bs-rows">
          @for (decision of decisions(); track decision.caseNumber) {
            <li>
              <bs-my-decision [decision]="decision" [district]="district()" (changed)="replace($event)" />
            </li>
          }
        </ul>
      </section>
    }`,
})
export class MyDecisions {
  readonly district = input.required<string>();

  protected readonly resource = inject(MineApi).decisions();
  private readonly last = lastValue(this.resource);
  protected readonly decisions = linkedSignal<readonly MyDecision[]>(() => this.last()?.items ?? []);

  protected replace(decision: MyDecision): void {
    this.decisions.update((decisions) =>
      decisions.map((one) => (one.caseNumber === decision.caseNumber ? decision : one)),
    );
  }
}
