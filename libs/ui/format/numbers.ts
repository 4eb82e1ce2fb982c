import { WRITES } from './language';

const WHOLE = new Intl.NumberFormat(WRITES, { maximumFractionDigits: 0 });

/** "1.384" */
export function whole(count: number): string {
  return WHOLE.format(count);
}

/** "1 reactie", "9 reacties", with the number and its noun kept together. */
export function counted(count: number, one: string, many: string): string {
  return `${whole(count)}\u00a0${count === 1 ? one : many}`;
}

/** "Nog 13 nodig" or "Genoeg stemmen": what the threshold means for this number of votes for. */
export function thresholdWords(votesFor: number, threshold: number): string {
  return votesFor >= threshold
    ? $localize`Genoeg stemmen`
    : $localize`Nog ${whole(threshold - votesFor)}:threshold:\u00a0nodig`;
}

const SPELLED = [
  $localize`geen`,
  $localize`één`,
  $localize`twee`,
  $localize`drie`,
  $localize`vier`,
  $localize`vijf`,
  $localize`zes`,
  $localize`zeven`,
  $localize`acht`,
  $localize`negen`,
  $localize`tien`,
  $localize`elf`,
  $localize`twaalf`,
];

/** Small numbers as a word, as running text has them: "drie tellingen". */
export function spelled(count: number): string {
  return SPELLED[count] ?? whole(count);
}
