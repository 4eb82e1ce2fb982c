import { Drawings } from './drawings';

/** Something to draw that is done when the spec says so. */
function pending() {
  let [finish, fail]: [(value: string) => void, (error: Error) => void] = [() => undefined, () => undefined];
  const drawing = new Promise<string>((resolve, reject) => ([finish, fail] = [resolve, reject]));
  const draw = jest.fn(() => drawing);
  return { draw, finish: (value: string) => finish(value), fail: () => fail(new Error('no')) };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('drawings', () => {
  it('draws what many ask for once, and keeps it', async () => {
    const drawings = new Drawings<string>({ atOnce: 2, waiting: 2, kept: 10 });
    const card = pending();
    const asked = [1, 2, 3].map(() => drawings.get('a', card.draw));
    card.finish('card');
    expect(await Promise.all([...asked, drawings.get('a', card.draw)])).toEqual([
      'card',
      'card',
      'card',
      'card',
    ]);
    expect(card.draw).toHaveBeenCalledTimes(1);
  });

  it('draws no more at once than allowed, lets few wait, and asks the rest to come back', async () => {
    const drawings = new Drawings<string>({ atOnce: 1, waiting: 1, kept: 10 });
    const [first, second, third] = [pending(), pending(), pending()];
    const one = drawings.get('1', first.draw);
    const two = drawings.get('2', second.draw);
    await expect(drawings.get('3', third.draw)).rejects.toMatchObject({ code: 'temporarily-unavailable' });
    await turn();
    expect(second.draw).not.toHaveBeenCalled();
    first.finish('1');
    expect(await one).toBe('1');
    await turn();
    expect(second.draw).toHaveBeenCalled();
    const later = drawings.get('3', third.draw);
    second.finish('2');
    third.finish('3');
    expect(await Promise.all([two, later])).toEqual(['2', '3']);
  });

  it('gives the place of what failed to the next, and draws it afresh', async () => {
    const drawings = new Drawings<string>({ atOnce: 1, waiting: 1, kept: 10 });
    const [bad, good] = [pending(), pending()];
    const failed = drawings.get('a', bad.draw);
    const waiting = drawings.get('b', good.draw);
    bad.fail();
    await expect(failed).rejects.toThrow('no');
    good.finish('b');
    expect(await waiting).toBe('b');
    expect(await drawings.get('a', () => Promise.resolve('a'))).toBe('a');
  });

  it('keeps only so many: what was asked for longest ago is drawn afresh', async () => {
    const drawings = new Drawings<string>({ atOnce: 1, waiting: 1, kept: 2 });
    const draw = jest.fn((key: string) => Promise.resolve(key));
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await drawings.get(key, () => draw(key));
    expect(draw.mock.calls.flat()).toEqual(['a', 'b', 'c', 'b']);
  });
});
