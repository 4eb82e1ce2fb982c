import { readBestCursor, readCursor, writeBestCursor, writeCursor } from './cursor';

const place = { postedAt: '2026-11-24 12:00:00.123456+00', id: '00000000-0000-4000-8000-000000000001' };
const best = {
  ...place,
  score: '0.20765496',
  moment: '2026-11-25T12:00:00.123Z',
  likes: { for: 12, against: 0 },
};
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('the cursor of a list of arguments', () => {
  it('comes back as it was handed out', () => {
    expect(readCursor('newest for', writeCursor('newest for', place))).toEqual(place);
    expect(readBestCursor('best for', writeBestCursor('best for', best))).toEqual(best);
    for (const score of ['0', '0.5', '1', '5e-05', '6.938893903907228e-18'])
      expect(readBestCursor('best', writeBestCursor('best', { ...best, score }))).toMatchObject({ score });
  });

  it.each([
    ['made for another list', writeCursor('newest against', place)],
    ['made for the order by score', writeBestCursor('newest for', best)],
    ['not base64 of JSON', 'x'],
    ['no list', encode({})],
    ['with a forged time', writeCursor('newest for', { ...place, postedAt: "now' or true --" })],
    [
      'with a time that never was',
      writeCursor('newest for', { ...place, postedAt: '2026-13-45 99:00:00+00' }),
    ],
    ['with a forged id', writeCursor('newest for', { ...place, id: 'x' })],
  ])('is refused when it is %s', (_, text) => {
    expect(() => readCursor('newest for', text)).toThrow('cursor-not-valid');
  });

  it.each([
    ['made for another side', writeBestCursor('best against', best)],
    ['made for the order by time', writeCursor('best for', place)],
    ['with a forged score', writeBestCursor('best for', { ...best, score: 'NaN' })],
    ['with a forged moment', writeBestCursor('best for', { ...best, moment: 'tomorrow' })],
    ['with half a like', writeBestCursor('best for', { ...best, likes: { for: 0.5, against: 0 } })],
    ['with fewer than no likes', writeBestCursor('best for', { ...best, likes: { for: 0, against: -1 } })],
    [
      'with more likes than fit',
      writeBestCursor('best for', { ...best, likes: { for: 2 ** 31, against: 0 } }),
    ],
  ])('of the best ones is refused when it is %s', (_, text) => {
    expect(() => readBestCursor('best for', text)).toThrow('cursor-not-valid');
  });
});
