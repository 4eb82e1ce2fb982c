import { HttpErrorResponse } from '@angular/common/http';
import { REFUSAL_CODES } from '@buurtstem/shared-domain';
import { failureOf, failureWords } from './problem';

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
});
