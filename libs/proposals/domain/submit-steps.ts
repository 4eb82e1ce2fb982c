import { textRefusals, type ProposalText, type TextRefusal } from './text';

/** The questions in the order in which a proposal is written, and the look at the whole at the end. */
export const SUBMIT_STEPS = ['title', 'summary', 'body', 'kind', 'place', 'photos', 'check'] as const;
export type SubmitStep = (typeof SUBMIT_STEPS)[number];

/** The question after this one; null after the last. */
export function stepAfter(step: SubmitStep): SubmitStep | null {
  return SUBMIT_STEPS[SUBMIT_STEPS.indexOf(step) + 1] ?? null;
}

/** The question before this one; null before the first. */
export function stepBefore(step: SubmitStep): SubmitStep | null {
  return SUBMIT_STEPS[SUBMIT_STEPS.indexOf(step) - 1] ?? null;
}

const STEP_OF = {
  'title-length': 'title',
  'summary-length': 'summary',
  'body-length': 'body',
} as const satisfies Record<TextRefusal, SubmitStep>;

/** The questions whose answer is missing, too short or too long; the others may be left as they are. */
export function unfinishedSteps(text: ProposalText): SubmitStep[] {
  return textRefusals(text).map((code) => STEP_OF[code]);
}
