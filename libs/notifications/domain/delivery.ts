import type { Topic } from './topic';

/** How somebody hears of a topic: at once, in a digest once a week, or not. */
export const DELIVERIES = ['immediate', 'weekly', 'never'] as const;
export type Delivery = (typeof DELIVERIES)[number];

/** What goes for who chose nothing: news of one's own plan at once, of other plans once a week. */
export const DEFAULT_DELIVERY: Readonly<Record<Topic, Delivery>> = {
  'own-plan': 'immediate',
  'voted-plan': 'weekly',
  'discussed-plan': 'weekly',
};

/** The languages of mail. */
export const LANGUAGES = ['nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export const DEFAULT_LANGUAGE: Language = 'nl';
