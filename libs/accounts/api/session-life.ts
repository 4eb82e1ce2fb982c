/** How long a session lives, at most and without use. Staff see more, so they sign in again sooner. */
const RESIDENT = { absolute: '30 days', idle: '30 days' };
const STAFF = { absolute: '12 hours', idle: '30 minutes' };

/** When a session ends that is not used any more from `seen` on. */
export const expiresAt = (created: string, account: string, seen = 'clock_timestamp()'): string => `
  case when exists (select from role_grant where account_id = ${account})
    then least(${created} + interval '${STAFF.absolute}', ${seen} + interval '${STAFF.idle}')
    else least(${created} + interval '${RESIDENT.absolute}', ${seen} + interval '${RESIDENT.idle}')
  end`;

/** Of a row of `session`. */
export const STILL_LIVES = `session.expires_at > clock_timestamp()
  and ${expiresAt('session.created_at', 'session.account_id', 'session.seen_at')} > clock_timestamp()`;
