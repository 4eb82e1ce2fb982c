import { Spine1764000000000 } from './1764000000000-spine';

/** In order of their time stamp. A migration that has landed is never edited: add the next one. */
export const MIGRATIONS = [Spine1764000000000];
