import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';

/** What a test may have the authenticator do otherwise than it should. */
export interface Ceremony {
  readonly origin?: string;
  readonly rpId?: string;
  readonly isUserVerified?: boolean;
  readonly type?: string;
  readonly signCount?: number;
}

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HOLDS_CREDENTIAL = 0x40;

/**
 * An authenticator in software: makes real attestations (format "none") and real ES256 assertions, as WebAuthn says,
 * so that the whole ceremony runs. It checks nothing itself: that is what is tested.
 */
export class SoftwarePasskey {
  private readonly id = randomBytes(32);
  private readonly privateKey: KeyObject;
  private readonly coseKey: Buffer;
  private signCount = 0;

  constructor(private readonly origin: string) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.privateKey = privateKey;
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    // RFC 9053: key type EC2, algorithm ES256, curve P-256, and the point.
    this.coseKey = cbor([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]);
  }

  /** RegistrationResponseJSON for PublicKeyCredentialCreationOptionsJSON. */
  create(options: { challenge: string; rp: { id: string } }, how: Ceremony = {}): object {
    const idLength = Buffer.alloc(2);
    idLength.writeUInt16BE(this.id.length);
    const credential = Buffer.concat([Buffer.alloc(16), idLength, this.id, this.coseKey]);
    const authData = this.authenticatorData(options.rp.id, HOLDS_CREDENTIAL, how, credential);
    const attestationObject = cbor([
      ['fmt', 'none'],
      ['attStmt', []],
      ['authData', authData],
    ]);
    const response = {
      clientDataJSON: this.clientData('webauthn.create', options.challenge, how).toString('base64url'),
      attestationObject: attestationObject.toString('base64url'),
      transports: ['internal'],
    };
    return this.credential(response);
  }

  /** AuthenticationResponseJSON for PublicKeyCredentialRequestOptionsJSON. */
  get(options: { challenge: string; rpId: string }, how: Ceremony = {}): object {
    const authData = this.authenticatorData(options.rpId, 0, how);
    const clientData = this.clientData('webauthn.get', options.challenge, how);
    const signed = Buffer.concat([authData, createHash('sha256').update(clientData).digest()]);
    const response = {
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: createSign('sha256').update(signed).sign(this.privateKey).toString('base64url'),
    };
    return this.credential(response);
  }

  private credential(response: object): object {
    const id = this.id.toString('base64url');
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }

  private clientData(type: string, challenge: string, how: Ceremony): Buffer {
    const data = { type: how.type ?? type, challenge, origin: how.origin ?? this.origin, crossOrigin: false };
    return Buffer.from(JSON.stringify(data));
  }

  private authenticatorData(rpId: string, flags: number, how: Ceremony, rest = Buffer.alloc(0)): Buffer {
    this.signCount = how.signCount ?? this.signCount + 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.signCount);
    const verified = how.isUserVerified === false ? 0 : USER_VERIFIED;
    return Buffer.concat([
      createHash('sha256')
        .update(how.rpId ?? rpId)
        .digest(),
      Buffer.from([USER_PRESENT | verified | flags]),
      count,
      rest,
    ]);
  }
}

/** Pairs stand for a map: order matters, and there are no other lists here. */
type Cbor = number | string | Buffer | readonly (readonly [number | string, Cbor])[];

/** As much of CBOR (RFC 8949) as an authenticator needs. */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const pairs = value as readonly (readonly [number | string, Cbor])[];
  return Buffer.concat([head(5, pairs.length), ...pairs.flat().map((part) => cbor(part))]);
}

function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  if (length < 256) return Buffer.from([(major << 5) | 24, length]);
  return Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
}
