import { readCursor, writeCursor } from './cursor';

describe('the cursor of a list', () => {
  it('comes back as it was handed out', () => {
    const cursor = { value: '12', number: 7 };
    expect(readCursor('votes', writeCursor('votes', cursor))).toEqual(cursor);
  });

  it.each([
    ['made for another order', writeCursor('newest', { value: '12', number: 7 })],
    ['not base64 of JSON', 'x'],
    ['no list', Buffer.from('{}').toString('base64url')],
    ['with a forged value', writeCursor('votes', { value: "1' or 1=1", number: 7 })],
    ['with half a number', writeCursor('votes', { value: '1', number: 7.5 })],
  ])('is refused when it is %s', (_why, text) => {
    expect(() => readCursor('votes', text)).toThrow('cursor-not-valid');
  });
});
