import { Component, computed, inject } from '@angular/core';
import type { Allowance, Rulebook } from '@buurtstem/contract';
import { MomentPipe, spelled, WholePipe } from '@buurtstem/ui';
import { countRuleWords, recessWords } from './calendar-words';
import { CurrentDistrict } from './current-district';

const IDENTITY = [
  $localize`U logt in met uw e-mailadres. Meer hoeft niet.`,
  $localize`U logt in met uw e-mailadres en u vult uw postcode en huisnummer in. Die moeten in het stadsdeel liggen.`,
  $localize`U laat zien wie u bent, met een landelijk inlogmiddel of met een code uit een brief.`,
];

/** "1 keer per minuut", "5 keer per 5 minuten" */
export function allowanceWords({ hits, seconds }: Allowance): string {
  if (seconds < 60) return $localize`${hits}:hits: keer per ${seconds}:seconds: seconden`;
  const minutes = Math.round(seconds / 60);
  return $localize`${hits}:hits: keer per ${minutes === 1 ? $localize`minuut` : $localize`${minutes}:minutes:\u00a0minuten`}:words:`;
}

/** The rules in words, written from the district's own numbers: words and numbers cannot drift apart. */
@Component({
  selector: 'bs-rules-page',
  imports: [MomentPipe, WholePipe],
  templateUrl: './rules-page.html',
})
export class RulesPage {
  protected readonly current = inject(CurrentDistrict);
  protected readonly rules = computed(() =>
    this.current.rulebook.hasValue() ? this.current.rulebook.value() : null,
  );

  protected countRule(rules: Rulebook): string {
    return countRuleWords(rules.countRule);
  }

  /** Empty where a count may fall on any day of the year. */
  protected recess(rules: Rulebook): string {
    return rules.recess.length === 0 ? '' : recessWords(rules.recess);
  }

  protected chances(rules: Rulebook): string {
    return `${spelled(rules.chances)} ${rules.chances === 1 ? $localize`telling` : $localize`tellingen`}`;
  }

  protected identity(rules: Rulebook): string {
    return IDENTITY[rules.identityLevel] ?? '';
  }

  protected household({ accountsPerEmail }: Rulebook): string {
    return accountsPerEmail === 1
      ? $localize`Op één e-mailadres kan één persoon stemmen.`
      : $localize`Deelt u een e-mailadres? Op één adres kunnen ${spelled(accountsPerEmail)}:accountsPerEmail: mensen stemmen, ieder met een eigen stem.`;
  }

  protected limits({ voteLimits }: Rulebook): string[] {
    const together = (allowances: Allowance[]) =>
      allowances.map(allowanceWords).join($localize`, en hoogstens `);
    return [
      {
        what: $localize`Eerste stemmen vanaf één internetaansluiting`,
        allowances: voteLimits.newVotersPerNetwork,
      },
      {
        what: $localize`Eerste stemmen met e-mailadressen van één organisatie`,
        allowances: voteLimits.newVotersPerMailDomain,
      },
      { what: $localize`Stemmen van één persoon`, allowances: voteLimits.votesPerAccount },
    ]
      .filter(({ allowances }) => allowances.length > 0)
      .map(({ what, allowances }) => $localize`${what}:what:: hoogstens ${together(allowances)}:together:.`);
  }
}
