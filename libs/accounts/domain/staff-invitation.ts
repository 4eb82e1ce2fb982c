/** Days that an invitation to a role can be accepted. */
export const INVITATION_DAYS = 7;

/** The instant after which an invitation that is made now can no longer be accepted. */
export function invitationExpiry(now: Date): Date {
  return new Date(now.getTime() + INVITATION_DAYS * 24 * 3600 * 1000);
}
