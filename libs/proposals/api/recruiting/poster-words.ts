import type { SharedPlan } from './read-shared-plan';
import { dayOf, timeOf, whole, type Language } from './words';

/** What stands on a poster around the plan's own words. Paper hangs for weeks: nothing on it changes by the hour. */
export interface PosterWords {
  readonly documentTitle: string;
  readonly ask: string;
  readonly until: string;
  readonly needed: string;
  readonly how: string;
  /** The second one is followed by the short link. */
  readonly steps: readonly [scan: string, orGoTo: string, read: string];
  readonly codeAlt: string;
  readonly foot: string;
}

export function posterWords(plan: SharedPlan, language: Language, link: string): PosterWords {
  const { district, title, threshold, closesAt } = plan;
  const goal = whole(threshold, language);
  if (language === 'en')
    return {
      documentTitle: `Poster: ${title}`,
      ask: 'What do you think of this plan?',
      until: closesAt
        ? `Vote before ${dayOf(closesAt, 'en')}, ${timeOf(closesAt, 'en')}.`
        : 'You can vote as soon as the next round begins.',
      needed: `It needs ${goal} votes.`,
      how: 'How to vote',
      steps: ['Scan the code with your phone.', 'Or go to', 'Read the plan. Vote for or against.'],
      codeAlt: `QR code that leads to ${link}`,
      foot: `Every resident of ${district.name} has one vote on each plan. You sign in with your e-mail address.`,
    };
  return {
    documentTitle: `Affiche: ${title}`,
    ask: 'Wat vindt u van dit plan?',
    until: closesAt
      ? `Stem vóór ${dayOf(closesAt, 'nl')}, ${timeOf(closesAt, 'nl')}.`
      : 'Stemmen kan zodra de volgende ronde begint.',
    needed: `Er zijn ${goal} stemmen nodig.`,
    how: 'Zo stemt u',
    steps: ['Scan de code met uw telefoon.', 'Of ga naar', 'Lees het plan. Stem voor of tegen.'],
    codeAlt: `QR-code naar ${link}`,
    foot: `Elke bewoner van ${district.name} heeft één stem per plan. Inloggen kan met uw e-mailadres.`,
  };
}
