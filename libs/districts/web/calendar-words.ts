import type { Recess, Rulebook } from '@buurtstem/contract';

const NTH = ['eerste', 'tweede', 'derde', 'vierde', 'laatste'];
const WEEKDAYS = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'];
const MONTHS = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
];

/** "elke tweede dinsdag van de maand om 16.00 uur", to follow "we tellen". */
export function countRuleWords(rule: Rulebook['countRule']): string {
  switch (rule.kind) {
    case 'nth-weekday':
      return `elke ${NTH[(rule.nth ?? 1) - 1]} ${WEEKDAYS[(rule.weekday ?? 1) - 1]} van de maand om ${clock(rule.time)}`;
    case 'last-weekday-of-month':
      return `elke laatste werkdag van de maand om ${clock(rule.time)}`;
    case 'list':
      return 'op vaste data, die het stadsdeel vooraf bekendmaakt';
  }
}

/** "In de pauze is er geen telling: van 15 juli tot en met 31 augustus." */
export function recessWords(recess: readonly Recess[]): string {
  const periods = recess.map(({ from, until }) =>
    from === until ? `op ${dayOfYear(from)}` : `van ${dayOfYear(from)} tot en met ${dayOfYear(until)}`,
  );
  return `In de pauze is er geen telling: ${periods.join(' en ')}.`;
}

/** "15 juli" of `07-15` */
function dayOfYear(text: string): string {
  const [month = 1, day = 1] = text.split('-').map(Number);
  return `${day}\u00a0${MONTHS[month - 1]}`;
}

/** "9.30 uur" of `09:30` */
function clock(time = '00:00'): string {
  const [hours, minutes] = time.split(':');
  return `${Number(hours)}.${minutes}\u00a0uur`;
}
