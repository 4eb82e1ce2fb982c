import { Body, Controller, Get, Module, Post, SetMetadata } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsInt, IsString, Length, Min, ValidateNested } from 'class-validator';
import { Refusal } from '@buurtstem/shared-domain';
import {
  CurrentResident,
  OptionalResident,
  Public,
  RateLimited,
  Requires,
  routesOf,
  SESSION_HANDLERS,
} from './index';
import type { CurrentAccount, Problem } from './index';
import { createTestDatabase, startTestApp, type TestApp } from './testing';

class PlaceDto {
  @IsInt()
  @Min(1)
  houseNumber: number;
}

class PlanDto {
  @Length(10, 100, { context: { code: 'title-length' } })
  title: string;

  @IsString()
  summary: string;

  @ValidateNested()
  @Type(() => PlaceDto)
  place: PlaceDto;
}

@Controller('try')
class TryController {
  @Public()
  @Get('open')
  open(@OptionalResident() resident: CurrentAccount | null): { name: string | null } {
    return { name: resident?.displayName ?? null };
  }

  @Requires('vote')
  @Get('mine')
  mine(@CurrentResident() resident: CurrentAccount): { id: string } {
    return { id: resident.id };
  }

  @Requires('plan-meeting')
  @Get(':district/desk')
  desk(): { ok: true } {
    return { ok: true };
  }

  @Public()
  @Post()
  submit(@Body() plan: PlanDto): PlanDto {
    return plan;
  }

  @Public()
  @Get('refusal')
  refuse(): never {
    throw new Refusal('text-locked');
  }

  @Public()
  @Get('too-often')
  limit(): never {
    throw new RateLimited(17);
  }

  @Public()
  @Get('defect')
  break(): never {
    throw new Error('the password is hunter2');
  }
}

/** Stands in for the accounts room, which decides who is asking: the header names a role in West. */
const whoAsks = {
  provide: SESSION_HANDLERS,
  useValue: [
    (request: { headers: Record<string, string>; user?: unknown }, _: unknown, next: () => void) => {
      const role = request.headers['x-role'];
      if (role)
        request.user = {
          id: '00000000-0000-4000-8000-000000000001',
          displayName: 'Charlie',
          roles: [{ district: 'west', role }],
          heldRoles: [{ district: 'west', role }],
        };
      next();
    },
  ],
};

@Module({ controllers: [TryController], providers: [whoAsks] })
class TryModule {}

const VALID = { title: 'Een bank aan het water', summary: 'Een bank.', place: { houseNumber: 3 } };

describe('the platform over HTTP', () => {
  let test: TestApp;
  beforeAll(async () => (test = await startTestApp([TryModule])));
  afterAll(() => test.close());

  describe('answers a mistake with a problem', () => {
    it('that names every mistake in the body at once, unknown fields too', async () => {
      const body = { title: 'Bank', place: { houseNumber: 0, floor: 2 }, colour: 'red' };
      const answer = await test.browser().post<Problem>('/try', body);
      expect(answer.status).toBe(400);
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(answer.body).toMatchObject({
        code: 'invalid-input',
        status: 400,
        title: expect.any(String) as string,
      });
      const mistakes = answer.body.errors?.map(({ field, code }) => `${field} ${code}`) ?? [];
      expect(mistakes.sort()).toEqual([
        'colour invalid-input',
        'place.floor invalid-input',
        'place.houseNumber invalid-input',
        'summary invalid-input',
        'title title-length',
      ]);
    });

    it.each([
      ['malformed JSON', 'POST', '/try', '{"title":', {}, 400, 'invalid-input'],
      ['a body that is no object', 'POST', '/try', '"text"', {}, 400, 'invalid-input'],
      ['a huge body', 'POST', '/try', `"${'x'.repeat(70_000)}"`, {}, 413, 'payload-too-large'],
      [
        'a form',
        'POST',
        '/try',
        'a=b',
        { 'content-type': 'application/x-www-form-urlencoded' },
        415,
        'unsupported-media-type',
      ],
      [
        'JSON sent as text',
        'POST',
        '/try',
        '{}',
        { 'content-type': 'text/plain' },
        415,
        'unsupported-media-type',
      ],
      ['an unknown address', 'GET', '/nowhere', undefined, {}, 404, 'not-found'],
      ['a trailing slash', 'GET', '/try/open/', undefined, {}, 404, 'not-found'],
      ['a method that is not there', 'DELETE', '/try', undefined, {}, 404, 'not-found'],
      ['a refusal', 'GET', '/try/refusal', undefined, {}, 409, 'text-locked'],
    ])('for %s', async (_, method, path, body, headers, status, code) => {
      const answer = await test.browser().send<Problem>(method, path, body, headers);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(answer.headers.get('api-version')).toBe('1.0.0');
    });

    it('that says when to come back', async () => {
      const answer = await test.browser().get('/try/too-often');
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '17']);
    });

    it('that gives nothing away about a defect but a reference to the log', async () => {
      const answer = await test.browser().get<Problem>('/try/defect');
      expect(answer.status).toBe(500);
      expect(answer.body.detail).toMatch(/Reference: [0-9a-f-]{36}/);
      expect(JSON.stringify(answer.body)).not.toMatch(/hunter2|\.ts/);
    });
  });

  it('states its version and forbids caching, framing and sniffing', async () => {
    const { headers } = await test.browser().get('/try/open');
    expect(Object.fromEntries(headers)).toMatchObject({
      'api-version': '1.0.0',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(headers.has('x-powered-by')).toBe(false);
  });

  describe('lets in', () => {
    it.each([
      ['anybody to a public route', '/try/open', undefined, 200],
      ['nobody unknown to what residents may', '/try/mine', undefined, 401],
      ['who is signed in to what residents may', '/try/mine', 'moderator', 200],
      ['the clerk of West to the desk of West', '/try/west/desk', 'clerk', 200],
      ['not the moderator to the clerk’s desk', '/try/west/desk', 'moderator', 403],
      ['not the clerk of West to the desk of East', '/try/oost/desk', 'clerk', 403],
    ])('%s', async (_, path, role, status) => {
      expect((await test.browser().get(path, { 'x-role': role })).status).toBe(status);
    });
  });

  describe('accepts a write', () => {
    it.each([
      ['from its own pages', {}, 201],
      ['with the browser saying so too', { 'sec-fetch-site': 'same-origin' }, 201],
      ['not without an origin', { origin: undefined }, 403],
      ['not from another site', { origin: 'https://evil.example' }, 403],
      ['not from a sandbox', { origin: 'null' }, 403],
      ['not when the browser says it is another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ])('%s', async (_, headers, status) => {
      expect((await test.browser().post('/try', VALID, headers)).status).toBe(status);
    });
  });

  it('says that it lives and that it is ready', async () => {
    expect((await test.browser().get('//health/live')).body).toEqual({ status: 'ok' });
    const ready = await test.browser().get('//health/ready');
    expect(ready).toMatchObject({
      status: 200,
      body: { info: { database: { status: 'up' }, migrations: { status: 'up' } } },
    });
  });

  it('lists every route with who may use it', () => {
    expect(routesOf(test.app)).toContainEqual(
      expect.objectContaining({
        method: 'GET',
        path: '/try/:district/desk',
        access: { kind: 'requires', permission: 'plan-meeting' },
      }),
    );
  });
});

describe('a route that does not state who may use it', () => {
  @Controller('forgotten')
  class ForgottenController {
    @SetMetadata('other', true)
    @Get()
    read(): string {
      return 'secret';
    }
  }
  @Module({ controllers: [ForgottenController], providers: [whoAsks] })
  class ForgottenModule {}

  it('stops the start', async () => {
    await expect(startTestApp([ForgottenModule])).rejects.toThrow(
      'GET /forgotten (ForgottenController#read)',
    );
  });
});

describe('in production', () => {
  it('there is no clock to move, and only the public address may write', async () => {
    const test = await startTestApp([TryModule], {
      BUURTSTEM_MODE: 'production',
      PUBLIC_URL: 'https://buurtstem.example',
      SMTP_URL: 'smtp://127.0.0.1:1',
      MAIL_FROM: 'noreply@buurtstem.example',
      SESSION_SECRET: 'x'.repeat(32),
    });
    try {
      const browser = test.browser();
      expect((await browser.put('//dev/clock', { offsetSeconds: 60 })).status).toBe(404);
      expect((await browser.post('/try', VALID)).status).toBe(201);
      expect((await browser.post('/try', VALID, { origin: test.url })).status).toBe(403);
      expect((await browser.get('/try/open')).headers.get('strict-transport-security')).toContain(
        'max-age=31536000',
      );
    } finally {
      await test.close();
    }
  });
});

describe('without its database', () => {
  it('says that it is not ready, and lives on', async () => {
    const database = await createTestDatabase();
    const test = await startTestApp([TryModule], { DATABASE_URL: database.url });
    try {
      await database.drop();
      expect((await test.browser().get('//health/live')).status).toBe(200);
      const ready = await test.browser().get('//health/ready');
      expect([ready.status, ready.headers.get('api-version')]).toEqual([503, '1.0.0']);
      const moved = await test.browser().put<Problem>('//dev/clock', { offsetSeconds: 1 });
      expect([moved.status, moved.body.code]).toEqual([503, 'temporarily-unavailable']);
      expect(moved.headers.get('retry-after')).toBe('5');
    } finally {
      await test.close();
    }
  });
});
