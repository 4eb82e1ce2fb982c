import { APPEAL, BODY, ModerationScene, type Case, type Problem } from './moderation-scene';

const REDACTED = BODY.replace('mevrouw Jansen', '[weggehaald]').replace('06-12345678', '[weggehaald]');

describe('a moderator who takes something out', () => {
  let scene: ModerationScene;
  beforeEach(async () => (scene = await ModerationScene.open()));
  afterEach(() => scene.close());

  const samira = () => scene.samira.browser;
  const karim = () => scene.karim.browser;
  const ruud = () => scene.ruud.browser;

  it('takes personal data out, keeps the rest as it was written, and puts it back on appeal', async () => {
    const argument = await scene.argument();
    const number = await scene.claimed(argument);
    const address = `${scene.desk}/${number}/decision`;
    const redact = (body?: string, more: object = {}) =>
      samira().post<Problem & Case>(address, {
        ...{
          verdict: 'redact',
          reason: 'personal-data',
          message: 'Er stond een telefoonnummer in uw tekst.',
        },
        ...(body !== undefined && { redaction: { body, ...more } }),
      });
    expect(await scene.refused(() => redact())).toEqual([422, 'redaction-removes-nothing']);
    expect(await scene.refused(() => redact(BODY))).toEqual([422, 'redaction-removes-nothing']);
    expect(await scene.refused(() => redact(`${REDACTED} En zij is niet aardig.`))).toEqual([
      422,
      'redaction-changes-text',
    ]);
    expect(await scene.refused(() => redact(REDACTED, { title: 'Een titel' }))).toEqual([
      422,
      'redaction-not-possible',
    ]);
    const { status, body } = await redact(REDACTED);
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({
        state: 'upheld',
        text: { title: '', summary: '', body: REDACTED },
        original: { title: '', summary: '', body: BODY },
      }),
    ]);
    expect(await scene.west.rows('select body, redacted, version from argument')).toEqual([
      { body: REDACTED, redacted: true, version: 2 },
    ]);
    // The words for the author do not go to everybody where they could repeat what had to go.
    expect(await scene.log()).toEqual(['redacted | argument | personal-data | ']);
    await ruud().post(`/districts/west/my-decisions/${number}/appeal`, { text: APPEAL });
    await karim().post(`${scene.desk}/${number}/appeal-decision`, {
      verdict: 'overturn',
      message: 'Dit nummer staat ook op de site van het buurthuis.',
    });
    expect(await scene.west.rows('select body, redacted, version from argument')).toEqual([
      { body: BODY, redacted: false, version: 3 },
    ]);
    expect(await scene.west.rows('select from redacted_original')).toEqual([]);
  });

  it('undoes one of two redactions, and leaves what the other took out where it is: out', async () => {
    const argument = await scene.argument();
    const redact = async (body: string): Promise<number> => {
      const number = await scene.claimed(argument);
      const { status } = await samira().post(`${scene.desk}/${number}/decision`, {
        ...{ verdict: 'redact', reason: 'personal-data', message: 'Er stonden gegevens van iemand in.' },
        redaction: { body },
      });
      expect(status).toBe(200);
      return number;
    };
    const first = await redact(BODY.replace('06-12345678', '[weggehaald]'));
    const second = await redact(REDACTED);
    const restore = (number: number) =>
      samira().post(`${scene.desk}/${number}/restoration`, { message: 'Dit mocht blijven staan, sorry.' });
    expect((await restore(first)).status).toBe(200);
    expect(await scene.west.rows('select body, redacted from argument')).toEqual([
      { body: BODY.replace('mevrouw Jansen', '[weggehaald]'), redacted: true },
    ]);
    expect((await restore(second)).status).toBe(200);
    expect(await scene.west.rows('select body, redacted from argument')).toEqual([
      { body: BODY, redacted: false },
    ]);
  });
});
