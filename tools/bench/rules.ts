/** The rules of a bench's district; the level is how far residents prove who they are. */
export function benchRules(identityLevel: 0 | 1) {
  return {
    threshold: 100,
    chances: 3,
    countRule: { kind: 'nth-weekday', nth: 2, weekday: 2, time: '16:00', timeZone: 'Europe/Amsterdam' },
    identityLevel,
  };
}
