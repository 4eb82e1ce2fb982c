import type { Response } from 'express';
import { keepFields } from './kept-fields';

const FORM = '/formulier/west/plannen/3/argument';

/** What the page reads of it again. */
function kept(body: string): { value: string; body: string | null; name: string } {
  const cookies: [string, string][] = [];
  const response = { cookie: (name: string, value: string) => cookies.push([name, value]) };
  keepFields(
    response as unknown as Response,
    FORM,
    { side: 'for', body },
    { publicUrl: 'https://west.example' },
  );
  const [[name, value] = ['', '']] = cookies;
  const fields = new URLSearchParams(value);
  expect([fields.get('form'), fields.get('side')]).toEqual([FORM, 'for']);
  return { name, value, body: fields.get('body') };
}

describe('what was typed in a form that was refused', () => {
  it.each([
    'Te kort.',
    'Meer groen; "echt", zegt mijn buurvrouw = 100 % voor,\nen ik \\ ook.',
    'Ağaçlar 树木 الأشجار 👩‍👧',
  ])('comes back as it was: %j', (body) => {
    expect(kept(body).body).toBe(body);
  });

  it('has only characters that a cookie may have, and is of this very host', () => {
    const { name, value } = kept('Groen; "echt", \\ één\n\t👍');
    expect(value).toMatch(/^[!#-+\--:<-[\]-~]*$/);
    expect(name).toBe('__Host-buurtstem-getypt');
  });

  it.each(['a', 'é', '水', '👍'])(
    'fits into a cookie however long it is, cut between characters: %s',
    (one) => {
      const { value, body } = kept(one.repeat(5000));
      expect(value.length).toBeLessThanOrEqual(3_500);
      expect(body).toMatch(new RegExp(`^(?:${one})+$`, 'u'));
    },
  );
});
