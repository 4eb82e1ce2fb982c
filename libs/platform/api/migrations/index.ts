import { Spine1764000000000 } from './1764000000000-spine';
import { ResidentsAndStaff1764100000000 } from './1764100000000-residents-and-staff';
import { DiscussionAndModeration1764200000000 } from './1764200000000-discussion-and-moderation';
import { CountDay1764300000000 } from './1764300000000-count-day';
import { Messages1764310000000 } from './1764310000000-messages';
import { NewsAbout1764320000000 } from './1764320000000-news-about';
import { Pictures1764400000000 } from './1764400000000-pictures';
import { ListsAndMaps1764410000000 } from './1764410000000-lists-and-maps';
import { Pages1764430000000 } from './1764430000000-pages';
import { VotesOverTime1764510000000 } from './1764510000000-votes-over-time';
import { HeldVotes1764520000000 } from './1764520000000-held-votes';
import { PromisedMessages1764530000000 } from './1764530000000-promised-messages';
import { OriginsWithoutKey1764540000000 } from './1764540000000-origins-without-key';
import { ListsOfFew1764545000000 } from './1764545000000-lists-of-few';

/** In order of their time stamp. A migration that has landed is never edited: add the next one. */
export const MIGRATIONS = [
  Spine1764000000000,
  ResidentsAndStaff1764100000000,
  DiscussionAndModeration1764200000000,
  CountDay1764300000000,
  Messages1764310000000,
  NewsAbout1764320000000,
  Pictures1764400000000,
  ListsAndMaps1764410000000,
  Pages1764430000000,
  VotesOverTime1764510000000,
  HeldVotes1764520000000,
  PromisedMessages1764530000000,
  OriginsWithoutKey1764540000000,
  ListsOfFew1764545000000,
];
