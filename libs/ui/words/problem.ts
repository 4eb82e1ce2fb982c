import { HttpErrorResponse } from '@angular/common/http';
import type { RefusalCode } from '@buurtstem/shared-domain';
import { refusalWords } from './refusals';

/** What stopped a request: a refusal of the API, or no answer at all. */
export interface Failure {
  readonly code: RefusalCode | 'offline';
  /** The refusal of each field, by the field's name in the request body. */
  readonly fields: Readonly<Record<string, RefusalCode>>;
  /** Seconds to wait before trying again makes sense, where the API said so. */
  readonly retryAfter?: number;
}

interface ProblemBody {
  readonly code?: unknown;
  readonly errors?: readonly { readonly field: string; readonly code: string }[];
}

/** Every refusal has its words, so that the list of codes need not come along to the browser. */
const isRefusalCode = (code: unknown): code is RefusalCode =>
  typeof code === 'string' && Object.hasOwn(refusalWords, code);

/** Reads an RFC 9457 problem. The server's own prose is never shown. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof HttpErrorResponse)) return { code: 'unexpected', fields: {} };
  if (error.status === 0) return { code: 'offline', fields: {} };
  const body = error.error as ProblemBody | null;
  const fields = Object.fromEntries(
    (body?.errors ?? []).map(
      ({ field, code }) => [field, isRefusalCode(code) ? code : 'invalid-input'] as const,
    ),
  );
  const wait = Number(error.headers.get('Retry-After') ?? NaN);
  const retryAfter = wait > 0 ? { retryAfter: wait } : {};
  if (isRefusalCode(body?.code)) return { code: body.code, fields, ...retryAfter };
  return { code: error.status === 503 ? 'temporarily-unavailable' : 'unexpected', fields };
}

/** The plain-Dutch message for a failure; with how long to wait where that is known. */
export function failureWords(problem: Failure | Failure['code']): string {
  const { code, retryAfter } =
    typeof problem === 'string' ? { code: problem, retryAfter: undefined } : problem;
  if (code === 'offline')
    return $localize`Er is geen verbinding. Er is niets verstuurd en niets veranderd. Probeer het opnieuw als u weer verbinding hebt.`;
  if (code === 'too-many-requests' && retryAfter !== undefined)
    return $localize`U probeerde het te vaak. Er is niets veranderd. Probeer het over ${waitWords(retryAfter)}:waitWords: opnieuw.`;
  return refusalWords[code];
}

/** "een minuut", "5 minuten": rounded up, so that waiting that long is enough. */
export function waitWords(seconds: number): string {
  if (seconds <= 60) return $localize`een minuut`;
  if (seconds <= 3600) return $localize`${Math.ceil(seconds / 60)}:minutes:\u00a0minuten`;
  return $localize`${Math.ceil(seconds / 3600)}:hours:\u00a0uur`;
}

/** The refusal that stands in an address, as a redirect from elsewhere left it there. */
export function refusalIn(text: string): RefusalCode {
  return isRefusalCode(text) ? text : 'unexpected';
}

/** The failure that stands in an address, with the seconds to wait where they are there too. */
export function failureSaid(code: string, wait: string | undefined): Failure {
  const retryAfter = Number(wait);
  return { code: refusalIn(code), fields: {}, ...(retryAfter > 0 && { retryAfter }) };
}

/** Whether a failed read means that the thing does not exist. */
export function isMissing(error: unknown): boolean {
  return error instanceof HttpErrorResponse && error.status === 404;
}
