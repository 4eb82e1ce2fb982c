export {
  countDatesAfter,
  countDaysOf,
  isInRecess,
  readLocal,
  type CountDateRule,
  type LastWeekdayRule,
  type ListRule,
  type LocalDateTime,
  type NthWeekdayRule,
  type Recess,
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
export {
  liesInside,
  readDistrictMap,
  type Area,
  type DistrictMapReading,
  type Place,
  type Polygon,
  type Position,
} from './district-map';
