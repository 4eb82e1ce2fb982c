import type { SubmitStep } from '@buurtstem/proposals-domain';

/** How each question is called in the address; the first one is the address of the wizard itself. Apart, since the routes need it. */
export const STEP_SLUGS: Readonly<Record<SubmitStep, string>> = {
  title: '',
  summary: 'kort',
  body: 'tekst',
  kind: 'soort',
  place: 'plek',
  photos: 'fotos',
  check: 'controle',
};

export function stepOf(slug: string | null | undefined): SubmitStep | null {
  return (Object.keys(STEP_SLUGS) as SubmitStep[]).find((step) => STEP_SLUGS[step] === (slug ?? '')) ?? null;
}
