import type { MyDecision } from '@buurtstem/contract';
import { dayInFull } from '@buurtstem/ui';

/** "uw reactie", as in "Een moderator verborg uw reactie". */
export function yours({ subject, isReply }: Pick<MyDecision, 'subject' | 'isReply'>): string {
  switch (subject) {
    case 'proposal':
      return $localize`uw plan`;
    case 'picture':
      return $localize`uw foto`;
    case 'argument':
      return isReply ? $localize`uw reactie` : $localize`uw argument`;
  }
}

/** What was decided: "Een moderator verborg uw reactie". */
export function decisionWords(decision: Pick<MyDecision, 'subject' | 'isReply' | 'verdict'>): string {
  const what = yours(decision);
  return decision.verdict === 'hide'
    ? $localize`Een moderator verborg ${what}:what:`
    : $localize`Een moderator haalde iets weg uit ${what}:what:`;
}

/** How it stands with an appeal. */
export function appealWords({ state, mayAppeal, appealUntil, appeal }: MyDecision): string {
  switch (state) {
    case 'appealed':
      return $localize`U maakte bezwaar. Een andere moderator beslist. U krijgt bericht.`;
    case 'confirmed':
      return $localize`U maakte bezwaar. Een andere moderator keek ernaar. Het besluit blijft staan.`;
    case 'overturned':
      return appeal === null
        ? $localize`Een moderator draaide het besluit terug. Alles staat er weer.`
        : $localize`U maakte bezwaar. Een andere moderator gaf u gelijk. Alles staat er weer.`;
    case 'open':
    case 'dismissed':
    case 'upheld':
      return mayAppeal
        ? $localize`Bent u het er niet mee eens? U kunt bezwaar maken tot en met ${dayInFull(appealUntil)}:appealUntil:.`
        : $localize`U kunt geen bezwaar meer maken. Dat kon tot en met ${dayInFull(appealUntil)}:appealUntil:.`;
  }
}
