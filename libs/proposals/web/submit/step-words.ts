import type { SubmitStep } from '@buurtstem/proposals-domain';
import { SUBMIT_STEPS } from '@buurtstem/proposals-domain';
import { STEP_SLUGS } from './step-slugs';

const QUESTIONS: Record<SubmitStep, string> = {
  title: $localize`Hoe heet uw plan?`,
  summary: $localize`Wat is uw plan in één of twee zinnen?`,
  body: $localize`Vertel meer over uw plan`,
  kind: $localize`Wat voor plan is het?`,
  place: $localize`Waar is het?`,
  photos: $localize`Wilt u er foto’s bij zetten?`,
  check: $localize`Klopt uw plan?`,
};

/** For a router link: `/west/indienen` or `/west/indienen/kort`. */
export function addressOf(district: string | null, step: SubmitStep): string[] {
  return ['/', district ?? '', 'indienen', ...(STEP_SLUGS[step] ? [STEP_SLUGS[step]] : [])];
}

export function questionOf(step: SubmitStep): string {
  return QUESTIONS[step];
}

/** "Stap 2 van 7" */
export function progressOf(step: SubmitStep): string {
  const [place, count] = [SUBMIT_STEPS.indexOf(step) + 1, SUBMIT_STEPS.length];
  return $localize`Stap ${place}:place: van ${count}:count:`;
}

/** For the title of the window: which question, and how far that is. */
export function titleOf(step: SubmitStep): string {
  return `${questionOf(step)} (${progressOf(step).toLocaleLowerCase()})`;
}
