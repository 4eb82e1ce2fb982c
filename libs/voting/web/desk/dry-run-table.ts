import { Component, computed, input } from '@angular/core';
import { whole } from '@buurtstem/ui';
import type { DryRun, DryRunStanding, RecountDryRun, ReferredProposal } from '@buurtstem/contract';

/** What the standing is with the votes of a batch and without them; and the latest count, where they took part in it. */
@Component({
  selector: 'bs-dry-run-table',
  template: `
    @for (table of tables(); track table.caption) {
      <table class="bs-table bs-table--words bs-table--beside">
        <caption>
          {{
            table.caption
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col"><span i18n class="bs-hidden">Wat</span></th>
            <th i18n scope="col">Met deze stemmen</th>
            <th i18n scope="col">Zonder deze stemmen</th>
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
    caption: $localize`Er is nog niets veranderd.`,
    rows: [
      ...sums(before, after),
      { what: $localize`Koploper`, before: titleOf(leaderBefore), after: titleOf(leaderAfter) },
    ],
    conclusion: conclusionOf(leaderBefore, leaderAfter),
  };
}

function conclusionOf(before: ReferredProposal | null, after: ReferredProposal | null): string {
  if (before?.number === after?.number) return $localize`De koploper blijft dezelfde.`;
  return after
    ? $localize`Dan staat ‘${after.title}:title:’ bovenaan.`
    : $localize`Dan is er geen koploper meer.`;
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
    caption: $localize`Deze stemmen deden mee in de telling van ronde ${roundNumber}:roundNumber:.`,
    rows: [
      ...sums(before, after),
      { what: $localize`Winnaar`, before: titleOf(winnerBefore), after: titleOf(winnerAfter) },
    ],
    conclusion: $localize`Verklaart u ze ongeldig, dan tellen we ronde ${roundNumber}:roundNumber: opnieuw. ${
      same
        ? $localize`De winnaar blijft dezelfde.`
        : winnerAfter
          ? $localize`Dan wint ‘${winnerAfter.title}:title:’. De agenda verandert mee.`
          : $localize`Dan is er geen winnaar meer. De agenda verandert mee.`
    }:words:`,
  };
}

function sums(before: DryRunStanding, after: DryRunStanding): DryRunTableRows['rows'] {
  return [
    { what: $localize`Stemmen voor`, before: whole(before.votesFor), after: whole(after.votesFor) },
    { what: $localize`Stemmen tegen`, before: whole(before.votesAgainst), after: whole(after.votesAgainst) },
    { what: $localize`Plaats`, before: placeWords(before.rank), after: placeWords(after.rank) },
  ];
}

function titleOf(proposal: ReferredProposal | null): string {
  return proposal?.title ?? $localize`Geen`;
}

function placeWords(rank: number | null): string {
  return rank === null ? $localize`Doet niet mee` : whole(rank);
}
