import { createHmac, hkdfSync } from 'node:crypto';

/** How the site signs the id of a session, as the value of its cookie, for programs that sign residents in by the thousand. */
export function sessionSigner(secret: string): (id: string) => string {
  const key = Buffer.from(hkdfSync('sha256', secret, 'buurtstem', 'session cookie', 32)).toString('hex');
  return (id) => {
    const signature = createHmac('sha256', key).update(id).digest('base64').replace(/=+$/, '');
    return encodeURIComponent(`s:${id}.${signature}`);
  };
}
