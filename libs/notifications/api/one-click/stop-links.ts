import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { TOPICS, type Language, type Topic } from '@buurtstem/notifications-domain';
import { Config } from '@buurtstem/platform-api';
import { WORDS } from '../mails';
import type { WayToStop } from '../mails/mail-text';

/** What a link to stop mail says: whose mail, and which topics. */
export interface Stop {
  readonly accountId: string;
  readonly topics: readonly Topic[];
}

const ID_BYTES = 16;
const PAYLOAD_BYTES = ID_BYTES + 1;
const SIGNATURE_BYTES = 16;
const TOKEN = /^[\w-]{44}$/;

/**
 * The links in the foot and the head of mail, which work without signing in and for as long as the mail is kept: a
 * token is signed, and says in itself what it is for. Nobody can make one for somebody else.
 */
@Injectable()
export class StopLinks {
  private readonly key: Buffer;

  constructor(private readonly config: Config) {
    this.key = Buffer.from(hkdfSync('sha256', config.sessionSecret, 'buurtstem', 'stop mail', 32));
  }

  forTopic(accountId: string, topic: Topic, language: Language): WayToStop {
    const { why, stop } = WORDS[language].foot(topic);
    return this.wayToStop({ accountId, topics: [topic] }, why, stop);
  }

  forDigest(accountId: string, topics: readonly Topic[], language: Language): WayToStop {
    const { digestFoot, foot } = WORDS[language];
    return this.wayToStop({ accountId, topics }, digestFoot, foot(topics[0] ?? 'voted-plan').stop);
  }

  tokenOf({ accountId, topics }: Stop): string {
    const id = Buffer.from(accountId.replaceAll('-', ''), 'hex');
    const bits = topics.reduce((sum, topic) => sum | (1 << TOPICS.indexOf(topic)), 0);
    const payload = Buffer.concat([id, Buffer.from([bits])]);
    return Buffer.concat([payload, this.signatureOf(payload)]).toString('base64url');
  }

  /** Null where we did not write the token. */
  read(token: string): Stop | null {
    if (!TOKEN.test(token)) return null;
    const bytes = Buffer.from(token, 'base64url');
    const payload = bytes.subarray(0, PAYLOAD_BYTES);
    if (!timingSafeEqual(bytes.subarray(PAYLOAD_BYTES), this.signatureOf(payload))) return null;
    const bits = payload[ID_BYTES] ?? 0;
    const hex = payload.subarray(0, ID_BYTES).toString('hex');
    return {
      accountId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
      topics: TOPICS.filter((_, index) => (bits & (1 << index)) !== 0),
    };
  }

  private signatureOf(payload: Buffer): Buffer {
    return createHmac('sha256', this.key).update(payload).digest().subarray(0, SIGNATURE_BYTES);
  }

  private wayToStop(stop: Stop, why: string, label: string): WayToStop {
    const token = this.tokenOf(stop);
    const { publicUrl } = this.config;
    return {
      why,
      label,
      page: `${publicUrl}/afmelden/${token}`,
      oneClick: `${publicUrl}/api/v1/unsubscriptions/${token}`,
    };
  }
}
