import type { Recess, Rulebook } from '@buurtstem/contract';
import { listed } from '@buurtstem/ui';

const NTH = [$localize`eerste`, $localize`tweede`, $localize`derde`, $localize`vierde`, $localize`laatste`];
const WEEKDAYS = [
  $localize`maandag`,
  $localize`dinsdag`,
  $localize`woensdag`,
  $localize`donderdag`,
  $localize`vrijdag`,
  $localize`zaterdag`,
  $localize`zondag`,
];
const MONTHS = [
  $localize`januari`,
  $localize`februari`,
  $localize`maart`,
  $localize`april`,
  $localize`mei`,
  $localize`juni`,
  $localize`juli`,
  $localize`augustus`,
  $localize`september`,
  $localize`oktober`,
  $localize`november`,
  $localize`december`,
];

/** "elke tweede dinsdag van de maand om 16.00 uur", to follow "we tellen". */
export function countRuleWords(rule: Rulebook['countRule']): string {
  switch (rule.kind) {
    case 'nth-weekday':
      return $localize`elke ${NTH[(rule.nth ?? 1) - 1]}:nth: ${WEEKDAYS[(rule.weekday ?? 1) - 1]}:weekday: van de maand om ${clock(rule.time)}:clock:`;
    case 'last-weekday-of-month':
      return $localize`elke laatste werkdag van de maand om ${clock(rule.time)}:clock:`;
    case 'list':
      return $localize`op vaste data, die het stadsdeel vooraf bekendmaakt`;
  }
}

/** "In de pauze is er geen telling: van 15 juli tot en met 31 augustus." */
export function recessWords(recess: readonly Recess[]): string {
  const periods = recess.map(({ from, until }) =>
    from === until
      ? $localize`op ${dayOfYear(from)}:day:`
      : $localize`van ${dayOfYear(from)}:from: tot en met ${dayOfYear(until)}:until:`,
  );
  return $localize`In de pauze is er geen telling: ${listed(periods)}:periods:.`;
}

/** "15 juli" of `07-15` */
function dayOfYear(text: string): string {
  const [month = 1, day = 1] = text.split('-').map(Number);
  return `${day}\u00a0${MONTHS[month - 1]}`;
}

/** "9.30 uur" of `09:30` */
function clock(time = '00:00'): string {
  const [hours, minutes] = time.split(':');
  return $localize`${Number(hours)}:hours:.${minutes}:minutes:\u00a0uur`;
}
