import { DISPLAY_NAME_LENGTH, parseDisplayName } from './index';

describe('the name that others see', () => {
  it.each([
    ['Charlie', 'Charlie'],
    ['  Noor   El Amrani ', 'Noor El Amrani'],
    ['Fatma Yıldız', 'Fatma Yıldız'],
    ['Bo', 'Bo'],
    ['x'.repeat(DISPLAY_NAME_LENGTH.max), 'x'.repeat(DISPLAY_NAME_LENGTH.max)],
  ])('%j is shown as %j', (text, shown) => {
    expect(parseDisplayName(text)).toEqual({ ok: true, value: shown });
  });

  it.each([
    [''],
    ['B'],
    ['   '],
    ['123'],
    ['Jan\nPiet'],
    ['Jan\u202Enaj'],
    ['x'.repeat(DISPLAY_NAME_LENGTH.max + 1)],
  ])('%j is refused', (text) => {
    expect(parseDisplayName(text)).toEqual({ ok: false, refusal: 'invalid-input' });
  });
});
