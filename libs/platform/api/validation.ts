import { Injectable, ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import {
  hasHiddenCharacters,
  Refusal,
  REFUSAL_CODES,
  type FieldError,
  type RefusalCode,
} from '@buurtstem/shared-domain';

/**
 * Checks the shape of what comes in, and names every mistake. A field that no DTO states is a mistake too.
 * A decorator names its own refusal by `{ context: { code: 'title-length' } }`; else it is `invalid-input`.
 */
export function validationPipe(): ValidationPipe {
  return new BodyPipe({
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

/** Also refuses hidden characters, in every text of every JSON body: no DTO has to remember it. */
@Injectable()
class BodyPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const hidden = metadata.type === 'body' ? hiddenCharacters(value) : [];
    if (hidden.length === 0) return super.transform(value, metadata) as Promise<unknown>;
    const others = await super.transform(value, metadata).then(
      () => [],
      (error: unknown) => {
        if (error instanceof Refusal) return error.errors;
        throw error;
      },
    );
    throw new Refusal('invalid-input', [...hidden, ...others]);
  }
}

/** Well above every body that a DTO describes; deeper, and turning it into a DTO would run out of stack. */
const MAX_DEPTH = 20;

/** Names every text in a body that holds hidden characters. A table that is sent as a file is no body of this kind. */
function hiddenCharacters(body: unknown): FieldError[] {
  return typeof body === 'object' ? within(body, '', 0) : [];
}

function within(value: unknown, field: string, depth: number): FieldError[] {
  if (typeof value === 'string' && hasHiddenCharacters(value)) {
    return [{ field, code: 'hidden-characters', message: 'holds characters that cannot be seen' }];
  }
  if (typeof value !== 'object' || value === null) return [];
  if (depth === MAX_DEPTH) {
    const message = 'is nested too deep';
    throw new Refusal('invalid-input', [{ field: 'body', code: 'invalid-input', message }]);
  }
  return Object.entries(value).flatMap(([name, inner]) =>
    within(inner, field === '' ? name : `${field}.${name}`, depth + 1),
  );
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
