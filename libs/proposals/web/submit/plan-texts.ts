import type { Place, Proposal, ProposalKind } from '@buurtstem/contract';
import { cleanText } from '@buurtstem/ui';
import type { ProposalText } from '../proposals-api';

/** What the questions ask for. */
export interface PlanTexts {
  readonly kind: ProposalKind;
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly neighbourhood: string;
  readonly theme: string;
  readonly place: Place | null;
}

export const EMPTY: PlanTexts = {
  kind: 'plan',
  title: '',
  summary: '',
  body: '',
  neighbourhood: '',
  theme: '',
  place: null,
};

/** A plan of the server as the questions ask for it. */
export function textsOf(proposal: Proposal): PlanTexts {
  const { kind, title, summary, body, neighbourhood, theme, place } = proposal;
  return {
    kind,
    title,
    summary,
    body,
    neighbourhood: neighbourhood?.slug ?? '',
    theme: theme?.slug ?? '',
    place,
  };
}

/** As a form sends it: without blanks around a text, and without what nobody sees. */
export function cleaned(texts: PlanTexts): PlanTexts {
  const { title, summary, body } = texts;
  return { ...texts, title: cleanText(title), summary: cleanText(summary), body: cleanText(body) };
}

/** What is sent. */
export function textFor(texts: PlanTexts): ProposalText {
  const { neighbourhood, theme, ...others } = cleaned(texts);
  return { ...others, neighbourhood: neighbourhood || null, theme: theme || null };
}

/** Whether the same would be sent. */
export function sameTexts(one: PlanTexts, other: PlanTexts): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

function inOrder(texts: PlanTexts): unknown[] {
  const { kind, title, summary, body, neighbourhood, theme, place } = cleaned(texts);
  return [
    kind,
    title,
    summary,
    body,
    neighbourhood,
    theme,
    place?.latitude ?? null,
    place?.longitude ?? null,
  ];
}
