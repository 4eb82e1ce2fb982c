import { Component, computed, input } from '@angular/core';
import { whole } from '@buurtstem/ui';
import type { DryRun, ReferredProposal } from '@buurtstem/contract';

/** What the standing is with the votes of a batch, and what it would be without them. */
@Component({
  selector: 'bs-dry-run-table',
  template: `
    <table class="bs-table bs-table--words">
      <caption>
        Er is nog niets veranderd.
      </caption>
      <thead>
        <tr>
          <th scope="col"><span class="bs-hidden">Wat</span></th>
          <th scope="col">Met deze stemmen</th>
          <th scope="col">Zonder deze stemmen</th>
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.what) {
          <tr>
            <th scope="row">{{ row.what }}</th>
            <td>{{ row.before }}</td>
            <td>
              @if (row.before === row.after) {
                {{ row.after }}
              } @else {
                <strong>{{ row.after }}</strong>
              }
            </td>
          </tr>
        }
      </tbody>
    </table>
    <p>{{ conclusion() }}</p>
  `,
  host: { class: 'bs-stack' },
})
export class DryRunTable {
  readonly dryRun = input.required<DryRun>();

  protected readonly rows = computed(() => {
    const { before, after, leaderBefore, leaderAfter } = this.dryRun();
    return [
      { what: 'Stemmen voor', before: whole(before.votesFor), after: whole(after.votesFor) },
      { what: 'Stemmen tegen', before: whole(before.votesAgainst), after: whole(after.votesAgainst) },
      { what: 'Plaats', before: placeWords(before.rank), after: placeWords(after.rank) },
      { what: 'Koploper', before: titleOf(leaderBefore), after: titleOf(leaderAfter) },
    ];
  });

  protected readonly conclusion = computed(() => {
    const { leaderBefore, leaderAfter } = this.dryRun();
    if (leaderBefore?.number === leaderAfter?.number) return 'De koploper blijft dezelfde.';
    return leaderAfter ? `Dan staat ‘${leaderAfter.title}’ bovenaan.` : 'Dan is er geen koploper meer.';
  });
}

function titleOf(proposal: ReferredProposal | null): string {
  return proposal?.title ?? 'Geen';
}

function placeWords(rank: number | null): string {
  return rank === null ? 'Doet niet mee' : whole(rank);
}
