import type { CountDateRule, Recess } from './count-dates';

/** 0: e-mail confirmed. 1: plus an address inside the district. 2: an identity provider or a code from a letter. */
export type IdentityLevel = 0 | 1 | 2;

/** A district's settings. Every change is a new version; every count names the version that it ran under. */
export interface RulebookSettings {
  /** Votes for that a winner needs at least. */
  readonly threshold: number;
  /** Count dates in which a proposal takes part after it is published. */
  readonly chances: number;
  readonly countRule: CountDateRule;
  /** When no count falls, whatever the rule says. */
  readonly recess: readonly Recess[];
  readonly identityLevel: IdentityLevel;
  /** Days that the committee has to publish its outcome after the meeting. */
  readonly answerTermDays: number;
  /** People who may vote with one and the same e-mail address; more than one where households share a mailbox. */
  readonly accountsPerEmail: number;
  /** Months without a sign-in after which an account is erased. */
  readonly inactiveAfterMonths: number;
  readonly voteLimits: VoteLimits;
}

/** So many times within so many seconds. */
export interface Allowance {
  readonly hits: number;
  readonly seconds: number;
}

/** Against stuffing. A new voter is an account that casts its first vote in the district. */
export interface VoteLimits {
  readonly newVotersPerNetwork: readonly Allowance[];
  /** Providers whose addresses everybody has are left out. */
  readonly newVotersPerMailDomain: readonly Allowance[];
  readonly votesPerAccount: readonly Allowance[];
}

export interface Rulebook extends RulebookSettings {
  readonly version: number;
}

/** The rules of the original *Stem van West*, where it had them. */
export const DEFAULT_RULEBOOK: RulebookSettings = {
  threshold: 100,
  chances: 3,
  countRule: { kind: 'nth-weekday', nth: 2, weekday: 2, time: '16:00', timeZone: 'Europe/Amsterdam' },
  recess: [],
  identityLevel: 0,
  answerTermDays: 42,
  accountsPerEmail: 1,
  inactiveAfterMonths: 24,
  // The first two are those of the petitions site of the British parliament, which met real stuffing.
  voteLimits: {
    newVotersPerNetwork: [
      { hits: 1, seconds: 60 },
      { hits: 5, seconds: 300 },
    ],
    newVotersPerMailDomain: [{ hits: 20, seconds: 300 }],
    votesPerAccount: [{ hits: 30, seconds: 60 }],
  },
};
