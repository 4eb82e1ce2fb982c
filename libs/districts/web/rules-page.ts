import { Component, computed, inject } from '@angular/core';
import type { Allowance, Rulebook } from '@buurtstem/contract';
import { MomentPipe, spelled, WholePipe } from '@buurtstem/ui';
import { countRuleWords, recessWords } from './calendar-words';
import { CurrentDistrict } from './current-district';

const IDENTITY = [
  'U logt in met uw e-mailadres. Meer hoeft niet.',
  'U logt in met uw e-mailadres en u vult uw postcode en huisnummer in. Die moeten in het stadsdeel liggen.',
  'U laat zien wie u bent, met een landelijk inlogmiddel of met een code uit een brief.',
];

/** "1 keer per minuut", "5 keer per 5 minuten" */
export function allowanceWords({ hits, seconds }: Allowance): string {
  if (seconds < 60) return `${hits} keer per ${seconds} seconden`;
  const minutes = Math.round(seconds / 60);
  return `${hits} keer per ${minutes === 1 ? 'minuut' : `${minutes}\u00a0minuten`}`;
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
    return `${spelled(rules.chances)} ${rules.chances === 1 ? 'telling' : 'tellingen'}`;
  }

  protected identity(rules: Rulebook): string {
    return IDENTITY[rules.identityLevel] ?? '';
  }

  protected household({ accountsPerEmail }: Rulebook): string {
    return accountsPerEmail === 1
      ? 'Op één e-mailadres kan één persoon stemmen.'
      : `Deelt u een e-mailadres? Op één adres kunnen ${spelled(accountsPerEmail)} mensen stemmen, ieder met een eigen stem.`;
  }

  protected limits({ voteLimits }: Rulebook): string[] {
    const together = (allowances: Allowance[]) => allowances.map(allowanceWords).join(', en hoogstens ');
    return [
      { what: 'Eerste stemmen vanaf één internetaansluiting', allowances: voteLimits.newVotersPerNetwork },
      {
        what: 'Eerste stemmen met e-mailadressen van één organisatie',
        allowances: voteLimits.newVotersPerMailDomain,
      },
      { what: 'Stemmen van één persoon', allowances: voteLimits.votesPerAccount },
    ]
      .filter(({ allowances }) => allowances.length > 0)
      .map(({ what, allowances }) => `${what}: hoogstens ${together(allowances)}.`);
  }
}
