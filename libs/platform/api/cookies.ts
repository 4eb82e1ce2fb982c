import type { Request } from 'express';
import type { Config } from './config';

/** What makes a cookie of ours safe: only this host, only over TLS where there is TLS, never to scripts. */
export function cookieSettings(config: Pick<Config, 'publicUrl'>) {
  const secure = config.publicUrl.startsWith('https:');
  return {
    /** Browsers accept `__Host-` only from this very host, over TLS, for the whole site. */
    named: (name: string) => (secure ? `__Host-${name}` : name),
    options: { httpOnly: true, sameSite: 'lax', secure, path: '/' } as const,
  };
}

/** What a cookie says, as the browser sent it; the first where it sent several of that name. */
export function cookieIn({ headers }: Pick<Request, 'headers'>, name: string): string | undefined {
  const begin = `${name}=`;
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(begin))?.slice(begin.length);
}
