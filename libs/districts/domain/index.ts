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
  type Rulebook,
  type RulebookSettings,
} from './rulebook';
