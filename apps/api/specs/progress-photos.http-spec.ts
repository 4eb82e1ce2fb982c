import { RecordOutcome } from '@buurtstem/agenda-api';
import type { Browser, Answer } from '@buurtstem/platform-api/testing';
import sharp from 'sharp';
import { AgendaScene } from './agenda-scene';

interface Problem {
  readonly code: string;
  readonly errors?: readonly { readonly field: string; readonly code: string }[];
}
interface Items {
  readonly items: readonly {
    readonly progress: readonly { readonly picture: { readonly url: string; readonly alt: string } | null }[];
  }[];
}
const ALT = 'Kinderen spelen tussen de waterstralen';

describe('a photo beside a progress report', () => {
  let scene: AgendaScene;
  let item: string;
  let report: number;
  let photo: Buffer;
  beforeAll(async () => {
    scene = await AgendaScene.open();
    const meeting = await scene.meeting(90);
    item = await scene.winner('Een waterspeelplek op het Kersenplein');
    await scene.hold(meeting);
    await scene.decide(item, 'adopted');
    report = await scene.west.app
      .get(RecordOutcome)
      .report(
        scene.districtId,
        item,
        { text: 'De eerste spuiters staan er.', responsible: 'Team Groen', finishes: false },
        scene.official.id,
      );
    photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#0b5563' } })
      .jpeg()
      .toBuffer();
  });
  afterAll(() => scene.close());

  const put = (
    body: unknown = photo,
    { alt = ALT, by = scene.official.browser, number = report, type = 'image/jpeg' } = {} as {
      alt?: string;
      by?: Browser;
      number?: number;
      type?: string;
    },
  ): Promise<Answer<Problem>> =>
    by.send(
      'PUT',
      `/districts/west/agenda-items/${item}/progress-reports/${number}/picture?alt=${encodeURIComponent(alt)}`,
      body,
      { 'content-type': type },
    );
  const shown = async () => {
    const { body } = await scene.west.test.browser().get<Items>('/districts/west/agenda-items');
    return body.items[0]?.progress[0]?.picture ?? null;
  };

  it('is none where what is sent is no photo, says nothing, belongs to nothing, or is too large', async () => {
    const refused = async (answer: Promise<Answer<Problem>>) => {
      const { status, body } = await answer;
      return [status, body.errors?.[0]?.code ?? body.code];
    };
    const broken = photo.subarray(0, photo.length - 20);
    expect(await refused(put(broken))).toEqual([422, 'picture-not-a-photo']);
    expect(await refused(put(Buffer.from('<svg/>'), { type: 'image/png' }))).toEqual([
      422,
      'picture-not-a-photo',
    ]);
    expect(await refused(put('<svg/>', { type: 'image/svg+xml' }))).toEqual([415, 'unsupported-media-type']);
    expect(await refused(put({}, { type: 'application/json' }))).toEqual([415, 'unsupported-media-type']);
    expect(await refused(put(photo, { alt: 'ja' }))).toEqual([400, 'picture-alt-length']);
    expect(await refused(put(photo, { alt: `${ALT}\u202e` }))).toEqual([400, 'hidden-characters']);
    expect(await refused(put(photo, { number: report + 1 }))).toEqual([404, 'progress-report-not-found']);
    expect(await refused(put(Buffer.alloc(11 * 1024 * 1024, 1)))).toEqual([413, 'picture-too-large']);
    expect(await shown()).toBeNull();
  });

  it('is for the official and the clerk to put there, and for nobody else', async () => {
    expect((await put(photo, { by: scene.west.test.browser() })).status).toBe(401);
    expect((await put(photo, { by: scene.charlie })).status).toBe(403);
    expect((await put(photo, { by: scene.member.browser })).status).toBe(403);
    expect((await put(photo, { by: scene.clerk.browser })).status).toBe(204);
  });

  it('is read by everybody, with its words, and is hidden with its plan: the file too', async () => {
    expect((await put()).status).toBe(204);
    const picture = await shown();
    expect(picture).toMatchObject({ alt: ALT, width: 60, height: 40 });
    const file = () => scene.west.test.browser().send('GET', `/${picture?.url ?? ''}`);
    expect((await file()).status).toBe(200);
    await scene.west.rows('update proposal set hidden = true');
    expect((await file()).status).toBe(404);
    await scene.west.rows('update proposal set hidden = false');
    expect((await file()).status).toBe(200);
  });
});
