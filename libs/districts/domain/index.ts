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
  type IdentityLevel,
  type Allowance,
  type Rulebook,
  type RulebookSettings,
  type VoteLimits,
} from './rulebook';
export { TEXT_LENGTHS } from './text-lengths';
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
