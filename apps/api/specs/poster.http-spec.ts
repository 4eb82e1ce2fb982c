import { pdfText } from '@buurtstem/platform-api/testing';
import { HIDDEN_FROM_SIGHT, RecruitingScene } from './recruiting-scene';

const TITLE = `${'Verkeersveiligheidsmaatregelen voor de hele buurt '.repeat(2).slice(0, 99)}!`;

describe('the poster of a plan', () => {
  let scene: RecruitingScene;
  beforeAll(async () => {
    scene = await RecruitingScene.open(TITLE);
  });
  afterAll(() => scene.close());

  const poster = (number: number, query = '') =>
    scene.get(`/api/v1/districts/west/proposals/${number}/poster${query}`);
  const fileOf = async (query = ''): Promise<Buffer> =>
    Buffer.from(await (await poster(scene.plan, query)).arrayBuffer());
  const sizeOf = (file: Buffer) =>
    /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(file.toString('latin1'))?.slice(1);

  it('is one page of A4, or of A3 for who asks', async () => {
    const answer = await poster(scene.plan);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toBe('inline; filename="affiche-west-1-a4.pdf"');
    const [a4, a3] = [await fileOf(), await fileOf('?size=a3')];
    expect(sizeOf(a4)).toEqual(['595.28', '841.89']);
    expect(sizeOf(a3)).toEqual(['841.89', '1190.55']);
    for (const file of [a4, a3]) expect(file.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect((await poster(scene.plan, '?size=a5')).status).toBe(400);
  });

  it('says the whole title, until when, how to vote, and the short link in words', async () => {
    const [regular = '', strong = ''] = pdfText(await fileOf()).sort((a) => (a.includes('Scan') ? -1 : 1));
    const words = (text: string) => text.replace(/[\s\u00a0]+/g, ' ');
    expect(words(strong)).toContain(` ${TITLE} `);
    expect(words(strong)).toMatch(/Stem vóór \w+ \d+ \w+, 16\.00 uur\./);
    expect(words(strong)).toContain('buurtstem.example/p/west-1');
    expect(words(regular)).toContain('Elke ochtend steken hier 200 kinderen over.');
    expect(words(regular)).toContain('Er zijn 3 stemmen nodig.');
    expect(words(regular)).toContain('Scan de code met uw telefoon.');
  });

  it('tells a screen reader its language, its title and what the code leads to', async () => {
    const file = (await fileOf()).toString('latin1');
    expect(file).toContain('/Lang (nl)');
    expect(file).toContain('/DisplayDocTitle true');
    expect(file).toContain('/Marked true');
    expect(file).toContain('/Alt (QR-code naar https://buurtstem.example/p/west-1)');
    for (const tag of ['Document', 'H1', 'H2', 'P', 'Figure']) expect(file).toContain(`/S /${tag}`);
  });

  it('has its code in vectors: no picture is in it', async () => {
    expect((await fileOf()).toString('latin1')).not.toContain('/Subtype /Image');
  });

  it('is also there in English', async () => {
    const file = await fileOf('?lang=en');
    expect(file.toString('latin1')).toContain('/Lang (en)');
    expect(pdfText(file).join(' ')).toContain('Scan the code with your phone.');
  });

  it.each(HIDDEN_FROM_SIGHT)('S15: does not exist of a plan that is %s', async (kind) => {
    expect((await poster(scene.outOfSight[kind])).status).toBe(404);
  });

  it('is not printed of a plan that one cannot vote on', async () => {
    await scene.west.rows(`update proposal set state = 'closed' where number = $1`, [scene.plan]);
    const answer = await poster(scene.plan);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
      409,
      'proposal-not-open',
    ]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});
