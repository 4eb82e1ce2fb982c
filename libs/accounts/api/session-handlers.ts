import { Logger } from '@nestjs/common';
import { cookieSettings, type Config, type CurrentAccount } from '@buurtstem/platform-api';
import type { ResidentId } from '@buurtstem/shared-domain';
import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import passport from 'passport';
import type { DataSource } from 'typeorm';
import { currentAccount, type Accounts } from './accounts';
import { isSecondFactorConfirmed } from './current-session';
import type { Secrets } from './secrets';
import type { SessionReader } from './session-reader';
import { SessionStore } from './session-store';
import type { UsedSessions } from './used-sessions';

type Done = (error: unknown, user?: Express.User | false) => void;

const MONTH_MS = 30 * 24 * 3600 * 1000;

export const SESSION_COOKIE = 'buurtstem';

/** Finds out who is asking: the session from its cookie, and from that the account as it is now. */
export function sessionHandlers(
  config: Config,
  dataSource: DataSource,
  accounts: Accounts,
  secrets: Secrets,
  reader: SessionReader,
  used: UsedSessions,
): RequestHandler[] {
  const cookie = cookieSettings(config);
  // An authenticator of this application alone, so that two in one process do not answer for each other.
  const authenticator = new passport.Passport();
  const logger = new Logger('Session');
  const store = new SessionStore(dataSource, reader, used);
  const whoIs = async (request: Request, id: ResidentId): Promise<CurrentAccount | null> => {
    const isConfirmed = isSecondFactorConfirmed(request);
    const known = store.accountOf(request.session);
    // The session says whose it is; an account that came with it and is another's is none.
    if (known === undefined || (known && known.id !== id)) return accounts.whoIs(id, isConfirmed);
    return known && currentAccount(known, isConfirmed);
  };
  authenticator.deserializeUser((request: Request, id: ResidentId, done: Done) => {
    whoIs(request, id).then(
      (account) => {
        if (!account) logger.warn('A session belongs to an account that is gone.');
        done(null, account ?? false);
      },
      (error: unknown) => done(error),
    );
  });
  return [
    session({
      name: cookie.named(SESSION_COOKIE),
      secret: secrets.cookieKey,
      store,
      resave: false,
      saveUninitialized: false,
      rolling: false,
      // 'destroy' would also end the session of whoever is answered before it was found, such as while the database is away.
      unset: 'keep',
      // TLS ends at the proxy, which says so; a cookie that is secure is otherwise not sent at all.
      proxy: cookie.options.secure,
      cookie: { ...cookie.options, maxAge: MONTH_MS },
    }),
    authenticator.session() as RequestHandler,
  ];
}
