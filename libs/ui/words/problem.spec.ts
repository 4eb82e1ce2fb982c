import { HttpErrorResponse, HttpHeaders } from '@angular/common/http';
import { REFUSAL_CODES } from '@buurtstem/shared-domain';
import { failureOf, failureWords, refusalIn, waitWords } from './problem';

const answer = (status: number, error: unknown = null) => new HttpErrorResponse({ status, error });

describe('what stopped a request', () => {
  it('reads the code and the fields of a problem', () => {
    const error = answer(400, {
      code: 'invalid-input',
      errors: [
        { field: 'title', code: 'title-length' },
        { field: 'kind', code: 'something-new' },
      ],
    });
    expect(failureOf(error)).toEqual({
      code: 'invalid-input',
      fields: { title: 'title-length', kind: 'invalid-input' },
    });
  });

  it.each([
    [0, null, 'offline'],
    [503, '<html>', 'temporarily-unavailable'],
    [500, null, 'unexpected'],
    [409, { code: 'something-new' }, 'unexpected'],
  ] as const)('takes status %i with body %j for %s', (status, body, code) => {
    expect(failureOf(answer(status, body)).code).toBe(code);
  });

  it('has plain words for every refusal: whole sentences without an exclamation mark', () => {
    for (const code of [...REFUSAL_CODES, 'offline'] as const) {
      expect(failureWords(code)).toMatch(/^[A-ZÀ-Ý][^!]+\.$/);
    }
  });

  it('says how long to wait when the API does', () => {
    const error = new HttpErrorResponse({
      status: 429,
      error: { code: 'too-many-requests' },
      headers: new HttpHeaders({ 'Retry-After': '250' }),
    });
    expect(failureWords(failureOf(error)).replace(/\u00a0/g, ' ')).toBe(
      'U probeerde het te vaak. Er is niets veranderd. Probeer het over 5 minuten opnieuw.',
    );
  });

  it.each([
    [1, 'een minuut'],
    [60, 'een minuut'],
    [61, '2 minuten'],
    [3600, '60 minuten'],
    [3601, '2 uur'],
  ])('rounds a wait of %i seconds up to %s', (seconds, words) => {
    expect(waitWords(seconds).replace(/\u00a0/g, ' ')).toBe(words);
  });

  it('takes only a refusal that exists out of an address', () => {
    expect(refusalIn('identity-taken')).toBe('identity-taken');
    expect(refusalIn('<script>')).toBe('unexpected');
  });
});
