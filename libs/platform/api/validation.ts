import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { Refusal, REFUSAL_CODES, type FieldError, type RefusalCode } from '@buurtstem/shared-domain';

/**
 * Checks the shape of what comes in, and names every mistake. A field that no DTO states is a mistake too.
 * A decorator names its own refusal by `{ context: { code: 'title-length' } }`; else it is `invalid-input`.
 */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    transformOptions: { exposeUnsetFields: false },
    validationError: { target: false, value: false },
    exceptionFactory: (errors) =>
      new Refusal(
        'invalid-input',
        errors.flatMap((error) => fieldErrors(error, '')),
      ),
  });
}

function fieldErrors(error: ValidationError, path: string): FieldError[] {
  const field = path === '' ? error.property : `${path}.${error.property}`;
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
    field,
    message,
    code: codeOf(error.contexts?.[rule]),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, field))];
}

function codeOf(context: unknown): RefusalCode {
  const given = typeof context === 'object' && context !== null && 'code' in context ? context.code : null;
  return REFUSAL_CODES.find((code) => code === given) ?? 'invalid-input';
}
