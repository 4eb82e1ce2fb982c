import { generateKeyPairSync } from 'node:crypto';
import { DistrictsModule } from '@buurtstem/districts-api';
import { NotificationsModule } from '@buurtstem/notifications-api';
import { startTestApp, type TestApp } from '@buurtstem/platform-api/testing';
import type { ResidentId } from '@buurtstem/shared-domain';
import { DataSource } from 'typeorm';
import { AccountsModule, CreateLetterBatch, IdentityLevels, ImportAddresses } from '../index';
import { foundDistricts } from '../testing/found-districts';
import { LinkIdentity } from './link-identity';

const rooms = [NotificationsModule.forRoot({ hasDevTools: true }), AccountsModule, DistrictsModule];
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const OIDC = {
  OIDC_ISSUER: 'http://127.0.0.1:1',
  OIDC_CLIENT_ID: 'buurtstem',
  OIDC_CLIENT_KEY: JSON.stringify(privateKey.export({ format: 'jwk' })),
  OIDC_ACR: 'substantial',
  OIDC_NAME: 'Proeflogin',
};

describe('what is kept of how somebody showed who they are', () => {
  let test: TestApp;
  beforeAll(async () => (test = await startTestApp(rooms, OIDC)));
  afterAll(() => test?.close());

  it('is in the download; erased, it says that a level was shown, and nothing of who and where', async () => {
    const db = test.app.get(DataSource);
    const { west } = await foundDistricts(test, { identityLevel: 1 });
    const laura = test.browser();
    await laura.signIn('laura@voorbeeld.example');
    const me = (await laura.get<{ account: { id: ResidentId } }>('/session')).body.account.id;
    await test.app.get(ImportAddresses).execute(west, '1055AB;1;Sluiskwartier');
    const letters = await test.app.get(CreateLetterBatch).execute(west, { label: 'Letters', size: 1 }, me);
    await laura.put('/districts/west/my-address', { postcode: '1055AB', houseNumber: 1 });
    await laura.put('/districts/west/my-letter-code', { code: letters.codes[0] });
    await test.app.get(LinkIdentity).execute({ districtId: west, accountId: me }, 'person 1');

    const download = await laura.get<{ identity: unknown }>('/account/data');
    const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);
    expect(download.body.identity).toEqual({
      proofs: [
        { district: 'west', level: 1, method: 'address', provenAt: at, isHomeKnownByItsPseudonym: true },
        { district: 'west', level: 2, method: 'broker', provenAt: at, isHomeKnownByItsPseudonym: false },
      ],
      providers: [{ issuer: OIDC.OIDC_ISSUER, linkedAt: at }],
      letters: [{ district: 'west', usedAt: at }],
    });

    expect((await laura.send('DELETE', '/account', { email: 'laura@voorbeeld.example' })).status).toBe(204);
    expect(await db.query('select 1 from broker_subject')).toEqual([]);
    expect(await db.query('select 1 from identity_proof where home_pseudonym is not null')).toEqual([]);
    expect(await test.app.get(IdentityLevels).of(west, me)).toBe(2);
  });
});
