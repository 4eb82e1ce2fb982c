import { ImportAddresses } from '@buurtstem/accounts-api';
import { FoundDistrict, SetRules } from '@buurtstem/districts-api';
import { DEFAULT_RULEBOOK } from '@buurtstem/districts-domain';
import { startTestApp, type Browser, type TestApp } from '@buurtstem/platform-api/testing';
import { PublishProposal, SubmitProposal } from '@buurtstem/proposals-api';
import type { ResidentId } from '@buurtstem/shared-domain';
import { PlanRounds } from '@buurtstem/voting-api';
import { DataSource } from 'typeorm';
import { AppModule } from '../src/app.module';

describe('S23: a fresh installation', () => {
  let test: TestApp;
  let resident: Browser;
  let districtId: number;
  beforeAll(async () => {
    test = await startTestApp([AppModule.forRoot({ hasDevTools: true })]);
    resident = test.browser();
    await resident.signIn('laura@voorbeeld.example');
  });
  afterAll(() => test.close());

  const vote = async () => {
    const answer = await resident.put<{ code?: string; status?: string }>(
      '/districts/west/proposals/1/my-vote',
      { choice: 'for' },
    );
    return [answer.status, answer.body.code ?? answer.body.status];
  };

  it('holds nobody but who signed in, and nothing to vote on', async () => {
    const rows = await test.app.get(DataSource).query('select email from account');
    expect(rows).toEqual([{ email: 'laura@voorbeeld.example' }]);
    expect(await vote()).toEqual([404, 'district-not-found']);
  });

  it('is closed to voting while the district has no rules', async () => {
    districtId = await test.app.get(FoundDistrict).execute({
      slug: 'west',
      name: 'West',
      municipality: 'Voorbeeldstad',
      theme: 'west',
      neighbourhoods: [{ slug: 'molenwijk', name: 'Molenwijk' }],
    });
    const [account] = await test.app.get(DataSource).query<{ id: ResidentId }[]>('select id from account');
    await test.app.get(SubmitProposal).execute({
      districtId,
      kind: 'plan',
      title: 'Bankjes langs het Molenpad',
      summary: 'Wie niet ver kan lopen, kan dan even zitten.',
      body: 'Langs het hele Molenpad staat geen enkel bankje, en het is een flink eind lopen. '.repeat(3),
      neighbourhood: 'molenwijk',
      submitter: { id: account!.id, displayName: 'Laura' },
    });
    await test.app.get(PublishProposal).execute(districtId, 1, account!.id);
    expect(await vote()).toEqual([409, 'rulebook-missing']);
  });

  it('is closed to voting while nobody can show where they live', async () => {
    await test.app.get(SetRules).execute(districtId, { ...DEFAULT_RULEBOOK, identityLevel: 1 });
    await test.app.get(PlanRounds).execute(districtId);
    expect(await vote()).toEqual([409, 'eligibility-not-set']);
    expect(await test.app.get(DataSource).query('select from vote')).toEqual([]);
  });

  it('opens when district, rules and eligibility are set: the vote is taken, and waits', async () => {
    await test.app.get(ImportAddresses).execute(districtId, '1999BA;12;molenwijk\n');
    expect(await vote()).toEqual([200, 'waiting']);
    const proven = await resident.put<{ level: number }>('/districts/west/my-address', {
      postcode: '1999 ba',
      houseNumber: 12,
    });
    expect([proven.status, proven.body.level]).toEqual([200, 1]);
    expect(await vote()).toEqual([200, 'counts']);
  });
});
