import type { AccessibilityStatus } from '@buurtstem/contract';

/** The names of the register of accessibility statements. */
const STATUSES: Readonly<Record<AccessibilityStatus, string>> = {
  A: $localize`A: voldoet volledig`,
  B: $localize`B: voldoet gedeeltelijk`,
  C: $localize`C: eerste maatregelen genomen`,
  D: $localize`D: voldoet niet`,
  E: $localize`E: nog geen verklaring`,
};

export function statusWords(status: AccessibilityStatus): string {
  return STATUSES[status];
}
