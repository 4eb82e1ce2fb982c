import { Component, computed, input } from '@angular/core';
import { whole } from '@buurtstem/ui';
import type { DryRun, DryRunStanding, RecountDryRun, ReferredProposal } from '@buurtstem/contract';

/** What the standing is with the votes of a batch and without them; and the latest count, where they took part in it. */
@Component({
  selector: 'bs-dry-run-table',
  template: `
    @for (table of tables(); track table.caption) {
      <table class="bs-table bs-table--words">
        <caption>
          {{
            table.caption
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col"><span class="bs-hidden">Wat</span></th>
            <th scope="col">Met deze stemmen</th>
            <th scope="col">Zonder deze stemmen</th>
          </tr>
        </thead>
        <tbody>
          @for (row of table.rows; track row.what) {
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
      <p>{{ table.conclusion }}</p>
    }
  `,
  host: { class: 'bs-stack' },
})
export class DryRunTable {
  readonly dryRun = input.required<DryRun>();

  protected readonly tables = computed(() => {
    const { recount, before, after } = this.dryRun();
    // A plan that is not open any more has no place in this round: only its count is at stake.
    const isOpen = before.rank !== null || after.rank !== null;
    return [
      ...(isOpen || recount === null ? [standingTable(this.dryRun())] : []),
      ...(recount === null ? [] : [recountTable(recount)]),
    ];
  });
}

interface DryRunTableRows {
  readonly caption: string;
  readonly rows: readonly { readonly what: string; readonly before: string; readonly after: string }[];
  readonly conclusion: string;
}

function standingTable({ before, after, leaderBefore, leaderAfter }: DryRun): DryRunTableRows {
  return {
    caption: 'Er is nog niets veranderd.',
    rows: [
      ...sums(before, after),
      { what: 'Koploper', before: titleOf(leaderBefore), after: titleOf(leaderAfter) },
    ],
    conclusion: conclusionOf(leaderBefore, leaderAfter),
  };
}

function conclusionOf(before: ReferredProposal | null, after: ReferredProposal | null): string {
  if (before?.number === after?.number) return 'De koploper blijft dezelfde.';
  return after ? `Dan staat ‘${after.title}’ bovenaan.` : 'Dan is er geen koploper meer.';
}

function recountTable({
  roundNumber,
  before,
  after,
  winnerBefore,
  winnerAfter,
}: RecountDryRun): DryRunTableRows {
  const same = winnerBefore?.number === winnerAfter?.number;
  return {
    caption: `Deze stemmen deden mee in de telling van ronde ${roundNumber}.`,
    rows: [
      ...sums(before, after),
      { what: 'Winnaar', before: titleOf(winnerBefore), after: titleOf(winnerAfter) },
    ],
    conclusion: `Verklaart u ze ongeldig, dan tellen we ronde ${roundNumber} opnieuw. ${
      same
        ? 'De winnaar blijft dezelfde.'
        : winnerAfter
          ? `Dan wint ‘${winnerAfter.title}’. De agenda verandert mee.`
          : 'Dan is er geen winnaar meer. De agenda verandert mee.'
    }`,
  };
}

function sums(before: DryRunStanding, after: DryRunStanding): DryRunTableRows['rows'] {
  return [
    { what: 'Stemmen voor', before: whole(before.votesFor), after: whole(after.votesFor) },
    { what: 'Stemmen tegen', before: whole(before.votesAgainst), after: whole(after.votesAgainst) },
    { what: 'Plaats', before: placeWords(before.rank), after: placeWords(after.rank) },
  ];
}

function titleOf(proposal: ReferredProposal | null): string {
  return proposal?.title ?? 'Geen';
}

function placeWords(rank: number | null): string {
  return rank === null ? 'Doet niet mee' : whole(rank);
}
