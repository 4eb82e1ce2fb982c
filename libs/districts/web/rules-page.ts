import { Component, computed, inject } from '@angular/core';
import type { Rulebook } from '@buurtstem/contract';
import { MomentPipe, spelled, WholePipe } from '@buurtstem/ui';
import { CurrentDistrict } from './current-district';

const NTH = ['eerste', 'tweede', 'derde', 'vierde', 'laatste'];
const WEEKDAYS = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'];
const IDENTITY = [
  'U logt in met uw e-mailadres. Meer hoeft niet.',
  'U logt in met uw e-mailadres en u vult uw postcode en huisnummer in. Die moeten in het stadsdeel liggen.',
  'U laat zien wie u bent, met een landelijk inlogmiddel of met een code uit een brief.',
];

/** "elke tweede dinsdag van de maand om 16.00 uur" */
export function countRuleWords(rule: Rulebook['countRule']): string {
  const [hours, minutes] = rule.time.split(':');
  return `elke ${NTH[rule.nth - 1]} ${WEEKDAYS[rule.weekday - 1]} van de maand om ${Number(hours)}.${minutes}\u00a0uur`;
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

  protected chances(rules: Rulebook): string {
    return `${spelled(rules.chances)} ${rules.chances === 1 ? 'telling' : 'tellingen'}`;
  }

  protected identity(rules: Rulebook): string {
    return IDENTITY[rules.identityLevel] ?? '';
  }
}
