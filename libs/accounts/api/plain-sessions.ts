import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config, cookieIn, cookieSettings, type CurrentAccount } from '@buurtstem/platform-api';
import type { Request } from 'express';
import { currentAccount } from './accounts';
import { Secrets } from './secrets';
import { SESSION_COOKIE } from './session-handlers';
import { isPlain, SessionReader } from './session-reader';
import { UsedSessions } from './used-sessions';

/** Whose a session is, and how to say that it was used, once the answer is sent. */
export interface PlainSession {
  readonly resident: CurrentAccount;
  noteUse(): void;
}

/** As express-session writes it: `s:`, the id, a dot and its signature, in an address's letters. */
const SIGNED = /^s%3A([\w-]+)\.([\w%+/-]+)$/i;

/**
 * Finds out whose the session of a request is, where it is that of a resident without any role: nearly all are. What it
 * answers is what the whole way (`sessionHandlers`) would find, or null, and then the request goes the whole way.
 */
@Injectable()
export class PlainSessions {
  private readonly name: string;
  private readonly key: KeyObject;

  constructor(
    config: Config,
    secrets: Secrets,
    private readonly reader: SessionReader,
    private readonly used: UsedSessions,
  ) {
    this.name = cookieSettings(config).named(SESSION_COOKIE);
    // Every signature costs a third of what it does with the text of a key.
    this.key = createSecretKey(Buffer.from(secrets.cookieKey));
  }

  async of(request: Pick<Request, 'headers'>): Promise<PlainSession | null> {
    const sid = this.idIn(cookieIn(request, this.name) ?? '');
    const session = sid === null ? null : await this.reader.look(sid);
    if (sid === null || !session?.account || !isPlain(session)) return null;
    const { data, account } = session;
    if (data.passport?.user !== account.id) return null;
    return {
      resident: currentAccount(account, false),
      noteUse: () => this.used.note(sid, 'resident', data.seenAt),
    };
  }

  /** The id of the session, when it carries our signature. */
  private idIn(cookie: string): string | null {
    const [, id, signature] = SIGNED.exec(cookie) ?? [];
    if (id === undefined || signature === undefined) return null;
    const wanted = createHmac('sha256', this.key).update(id).digest();
    const given = Buffer.from(signature.replace(/%2B/gi, '+').replace(/%2F/gi, '/'), 'base64');
    return given.length === wanted.length && timingSafeEqual(given, wanted) ? id : null;
  }
}
