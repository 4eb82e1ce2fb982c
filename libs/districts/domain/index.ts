export {
  countDatesAfter,
  countDayOf,
  type CountDateRule,
  type LocalDateTime,
  type ToInstant,
  type Weekday,
} from './count-dates';
export {
  DEFAULT_RULEBOOK,
  TEXT_LENGTHS,
  type IdentityLevel,
  type Allowance,
  type Rulebook,
  type RulebookSettings,
  type VoteLimits,
} from './rulebook';
export { readRulebook, type RulebookReading } from './rulebook-check';
