import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { Refusal } from '@buurtstem/shared-domain';
import { IsString } from 'class-validator';
import { DataSource } from 'typeorm';
import { Requires } from './access-rule';
import { AuditLog } from './audit';
import { SESSION_HANDLERS } from './create-app';
import { sqlState } from './transaction';
import { startTestApp, type TestApp } from './testing';

class ReasonDto {
  @IsString() reason: string;
}

@Controller('districts/:district')
class StaffController {
  @Requires('manage-staff')
  @Get('desk')
  look(): string {
    return 'the desk';
  }

  @Requires('manage-staff')
  @Post('acts')
  act(@Body() { reason }: ReasonDto): string {
    if (reason === 'refuse') throw new Refusal('last-administrator');
    if (reason === 'break') throw new Error('a defect');
    return 'done';
  }

  @Requires('vote')
  @Post('votes')
  vote(): string {
    return 'voted';
  }
}

const PERSON = '00000000-0000-4000-8000-000000000001';

/** Stands in for the accounts room: the header names the role in West, and whether the second factor is confirmed. */
const whoAsks = (
  request: { headers: Record<string, string>; user?: unknown },
  _: unknown,
  next: () => void,
) => {
  const role = request.headers['x-role'];
  if (role) {
    const held = role === 'resident' ? [] : [{ district: 'west', role }];
    const roles = request.headers['x-factor'] === 'none' ? [] : held;
    request.user = { id: PERSON, displayName: 'Ingrid', roles, heldRoles: held };
  }
  next();
};

@Module({ controllers: [StaffController], providers: [{ provide: SESSION_HANDLERS, useValue: [whoAsks] }] })
class StaffModule {}

describe('the audit log', () => {
  let test: TestApp;
  let db: DataSource;
  beforeAll(async () => {
    test = await startTestApp([StaffModule]);
    db = test.app.get(DataSource);
    await db.query(
      `insert into district (id, slug, name, municipality, created_at) values (1, 'west', 'West', 'Voorbeeldstad', now())`,
    );
  });
  afterAll(() => test.close());

  const lines = async () => {
    const rows = await db.query<Record<string, unknown>[]>(
      `select phase, district_id as district, actor_id as actor, actor_name as name, action, object, result,
              occurred_at is not null as dated,
              (select count(*)::int from audit_origin o where o.act_id = e.act_id) as origins
       from audit_entry e order by id`,
    );
    return rows;
  };
  const added = async (work: () => Promise<unknown>) => {
    const before = (await lines()).length;
    await work();
    return (await lines()).slice(before);
  };
  const act = (reason: string, headers: Record<string, string> = { 'x-role': 'administrator' }) =>
    test.browser().post('/districts/west/acts', { reason }, headers);

  it('S22: holds who did what to what, from where, when, and how it ended', async () => {
    const entry = {
      district: 1,
      actor: PERSON,
      name: 'Ingrid (administrator)',
      action: 'act',
      object: 'POST /districts/west/acts',
      dated: true,
      origins: 1,
    };
    expect(await added(() => act('because'))).toEqual([
      { ...entry, phase: 'started', result: '' },
      { ...entry, phase: 'finished', result: 'done' },
    ]);
  });

  it.each([
    ['what was refused', 'refuse', 'last-administrator'],
    ['what broke', 'break', 'unexpected'],
  ])('S22: holds %s too', async (_, reason, result) => {
    expect(await added(() => act(reason))).toMatchObject([
      { phase: 'started' },
      { phase: 'finished', result },
    ]);
  });

  it('S22: holds what was not even well-formed', async () => {
    const sent = () => test.browser().post('/districts/west/acts', {}, { 'x-role': 'administrator' });
    expect(await added(sent)).toMatchObject([{ phase: 'started' }, { result: 'invalid-input' }]);
  });

  it('S22: holds staff at a door that is not theirs', async () => {
    expect(await added(() => act('because', { 'x-role': 'moderator' }))).toMatchObject([
      { name: 'Ingrid (moderator)' },
      { result: 'not-allowed' },
    ]);
    expect(
      await added(() => act('because', { 'x-role': 'administrator', 'x-factor': 'none' })),
    ).toMatchObject([{}, { result: 'second-factor-needed' }]);
  });

  it('is not filled by who is no staff, by reading or by voting', async () => {
    const work = async () => {
      expect((await act('because', { 'x-role': 'resident' })).status).toBe(403);
      expect((await act('because', {})).status).toBe(401);
      const staff = { 'x-role': 'administrator' };
      expect((await test.browser().get('/districts/west/desk', staff)).status).toBe(200);
      expect((await test.browser().post('/districts/west/votes', {}, staff)).status).toBe(201);
    };
    expect(await added(work)).toEqual([]);
  });

  it('shows an act that was cut off: its first line stands before it begins', async () => {
    const log = test.app.get(AuditLog);
    const cut = {
      actorId: null,
      actorName: 'operator',
      action: 'cut',
      object: 'x',
      district: null,
      network: null,
    };
    let during: unknown[] = [];
    await log.record(cut, async () => {
      during = (await lines()).filter(({ action }) => action === 'cut');
    });
    expect(during).toMatchObject([{ phase: 'started', actor: null, name: 'operator' }]);
  });

  it.each(['update audit_entry set result = $1', 'delete from audit_entry where result = $1'])(
    'S22: only grows, whoever asks: %s',
    async (statement) => {
      await act('because');
      const asApplication = await db.query(statement, ['done']).catch((error: unknown) => sqlState(error));
      expect(asApplication).toBe('42501');
      const owner = new DataSource({ type: 'postgres', url: test.config.databaseUrl });
      await owner.initialize();
      const asOwner = await owner.query(statement, ['done']).catch((error: unknown) => sqlState(error));
      const truncated = await owner.query('truncate audit_entry').catch((error: unknown) => sqlState(error));
      await owner.destroy();
      expect([asOwner, truncated]).toEqual(['42501', '42501']);
    },
  );
});
