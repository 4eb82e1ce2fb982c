import { writeFile } from 'node:fs/promises';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { API_PREFIX, API_VERSION, PlatformModule, type Config } from '@buurtstem/platform-api';
import { REFUSAL_CODES } from '@buurtstem/shared-domain';
import { AppModule } from './app.module';

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;

@Module({})
class Root {}

/** Writes what the code says of the API as OpenAPI 3.1; needs no database, since nothing is started. */
export async function writeOpenapi(config: Config, file: string): Promise<void> {
  const imports = [PlatformModule.forRoot(config), AppModule.forRoot(config)];
  const app = await NestFactory.create(
    { module: Root, imports },
    { preview: true, logger: ['error'], abortOnError: false },
  );
  const document = documentOf(SwaggerModule.createDocument(app, description()));
  await writeFile(
    file,
    `${withoutSuffix(JSON.stringify(document, null, 2))}
`,
  );
}

/** `ProposalDto` is our word for the class; the contract says `Proposal`. */
function withoutSuffix(json: string): string {
  return json
    .replace(/(#\/components\/schemas\/\w+?)Dto"/g, '$1"')
    .replace(/^( {6}"\w+?)Dto": \{$/gm, '$1": {');
}

function description(): Omit<OpenAPIObject, 'paths'> {
  return new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Buurtstem')
    .setDescription(
      'Residents propose and vote; the monthly winner goes onto the district committee’s agenda by itself.',
    )
    .setVersion(API_VERSION)
    .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/nl/')
    .setContact('Buurtstem', 'https://buurtstem.example', 'beheer@buurtstem.example')
    .addServer(`/${API_PREFIX}`)
    .addCookieAuth('buurtstem')
    .build();
}

/** Adds what holds for every operation, so that no controller repeats it: refusals are problems (RFC 9457). */
function documentOf(document: OpenAPIObject): OpenAPIObject {
  const problem = {
    description: 'Refused; `code` says why.',
    headers: { 'API-Version': { schema: { type: 'string' } } },
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (!operation) continue;
      for (const response of Object.values(operation.responses)) {
        if (response && !('$ref' in response)) {
          response.headers = {
            'API-Version': { description: 'Semantic version of this API.', schema: { type: 'string' } },
          };
        }
      }
      operation.responses['400'] = problem;
      operation.responses['default'] = problem;
    }
  }
  return {
    ...document,
    components: { ...document.components, schemas: { ...document.components?.schemas, ...PROBLEM } },
  };
}

const PROBLEM = {
  RefusalCode: { type: 'string' as const, enum: [...REFUSAL_CODES] },
  FieldError: {
    type: 'object' as const,
    properties: {
      field: { type: 'string' as const },
      code: { $ref: '#/components/schemas/RefusalCode' },
      message: { type: 'string' as const },
    },
    required: ['field', 'code', 'message'],
  },
  Problem: {
    type: 'object' as const,
    properties: {
      type: { type: 'string' as const, format: 'uri' },
      title: { type: 'string' as const },
      status: { type: 'integer' as const },
      detail: { type: 'string' as const },
      code: { $ref: '#/components/schemas/RefusalCode' },
      errors: { type: 'array' as const, items: { $ref: '#/components/schemas/FieldError' } },
    },
    required: ['type', 'title', 'status', 'detail', 'code'],
  },
};
