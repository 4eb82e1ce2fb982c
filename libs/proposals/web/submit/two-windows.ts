import { Component, computed, inject } from '@angular/core';
import { Notice } from '@buurtstem/ui';
import { PlanDraft } from './plan-draft';
import { EMPTY } from './plan-texts';
import { questionOf } from './step-words';

/** The same plan was changed elsewhere too: both texts stand side by side until its writer has chosen. */
@Component({
  selector: 'bs-two-windows',
  imports: [Notice],
  template: `<div>
      <bs-notice kind="error">
        <p i18n>
          <strong>Uw plan is ook op een andere plek veranderd.</strong> Misschien staat het in een ander
          venster open, of op een ander apparaat. Kies welke tekst u houdt.
        </p>
      </bs-notice>
    </div>
    @for (one of differences(); track one.words) {
      <section class="bs-panel bs-stack--s" [attr.aria-label]="one.words">
        <h2>{{ one.words }}</h2>
        <h3 i18n>Hier staat</h3>
        <p class="bs-break">{{ one.mine }}</p>
        <h3 i18n>Op de andere plek staat</h3>
        <p class="bs-break">{{ one.theirs }}</p>
      </section>
    }
    <div class="bs-actions">
      <button class="bs-button" type="button" i18n (click)="draft.keepMine()">Houd wat hier staat</button>
      <button class="bs-button bs-button--second" type="button" i18n (click)="draft.takeTheirs()">
        Neem de andere tekst
      </button>
    </div>`,
  host: { class: 'bs-stack bs-stack--l' },
})
export class TwoWindows {
  protected readonly draft = inject(PlanDraft);
  protected readonly differences = computed(() => {
    const [mine, theirs] = [this.draft.texts(), this.draft.conflict()?.theirs ?? EMPTY];
    const texts = (['title', 'summary', 'body'] as const)
      .filter((step) => mine[step].trim() !== theirs[step].trim())
      .map((step) => ({
        words: questionOf(step),
        mine: mine[step] || NOTHING,
        theirs: theirs[step] || NOTHING,
      }));
    return texts.length > 0
      ? texts
      : [
          {
            words: $localize`Soort, onderwerp of plek`,
            mine: $localize`Uw keuze hier`,
            theirs: $localize`Een andere keuze`,
          },
        ];
  });
}

const NOTHING = $localize`Nog niets`;
