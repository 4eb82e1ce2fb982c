import { HttpErrorResponse } from '@angular/common/http';
import { REFUSAL_CODES, type RefusalCode } from '@buurtstem/shared-domain';
import { refusalWords } from './refusals';

/** What stopped a request: a refusal of the API, or no answer at all. */
export interface Failure {
  readonly code: RefusalCode | 'offline';
  /** The refusal of each field, by the field's name in the request body. */
  readonly fields: Readonly<Record<string, RefusalCode>>;
}

interface ProblemBody {
  readonly code?: unknown;
  readonly errors?: readonly { readonly field: string; readonly code: string }[];
}

const isRefusalCode = (code: unknown): code is RefusalCode =>
  (REFUSAL_CODES as readonly unknown[]).includes(code);

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
  if (isRefusalCode(body?.code)) return { code: body.code, fields };
  return { code: error.status === 503 ? 'temporarily-unavailable' : 'unexpected', fields };
}

/** The plain-Dutch message for a failure. */
export function failureWords(code: Failure['code']): string {
  return code === 'offline'
    ? 'Er is geen verbinding. Er is niets verstuurd en niets veranderd. Probeer het opnieuw als u weer verbinding hebt.'
    : refusalWords[code];
}

/** Whether a failed read means that the thing does not exist. */
export function isMissing(error: unknown): boolean {
  return error instanceof HttpErrorResponse && error.status === 404;
}
