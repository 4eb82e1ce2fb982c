import {
  isSlug,
  isStandardSlug,
  MAX_PAGES,
  mayRemove,
  mayRestore,
  mistakesIn,
  movePage,
  PAGE_LENGTHS,
  slugFor,
  writePage,
  type Page,
  type WrittenPages,
} from './index';

const TEXT = {
  title: ' Wat is een commissie? ',
  body: ' Mensen uit de buurt die meepraten. ',
  titleEn: '',
  bodyEn: '',
};
const PAGE: Page = { ...TEXT, slug: 'commissie', state: 'published', version: 3 };
const NEW: WrittenPages = { page: null, count: 0, lastVersion: 0 };

describe('the address of a page', () => {
  it.each(['privacy', 'wat-is-een-commissie', 'a1', '2026', 'x'.repeat(60)])('can be %s', (slug) =>
    expect(isSlug(slug)).toBe(true),
  );
  it.each(['', 'a', 'Privacy', 'a--b', '-a', 'a-', 'a b', 'café', 'a/b', 'a.b', 'x'.repeat(61)])(
    'cannot be %j',
    (slug) => expect(isSlug(slug)).toBe(false),
  );
  it.each([
    ['Wat is een stadsdeelcommissie?', 'wat-is-een-stadsdeelcommissie'],
    ['  Één café’s & 2 bar’s ', 'een-cafes-2-bars'],
    ['?!', ''],
    ['a'.repeat(59) + ' bcd', 'a'.repeat(59)],
  ])('is made from the title %j', (title, slug) => expect(slugFor(title)).toBe(slug));
});

describe('a text', () => {
  it('is fine with a title and a body, and English or none', () => {
    expect(mistakesIn(TEXT)).toEqual([]);
    expect(mistakesIn({ ...TEXT, titleEn: 'What is it?', bodyEn: 'People who join in the talk.' })).toEqual(
      [],
    );
  });

  it('names everything that is wrong at once', () => {
    const long = 'x'.repeat(PAGE_LENGTHS.body.max + 1);
    expect(mistakesIn({ title: ' ab ', body: long, titleEn: 'x', bodyEn: '' })).toEqual([
      { field: 'title', code: 'page-title-length' },
      { field: 'body', code: 'page-body-length' },
      { field: 'titleEn', code: 'page-title-length' },
      { field: 'bodyEn', code: 'page-body-length' },
    ]);
  });

  it('has its English whole, or not at all', () => {
    expect(mistakesIn({ ...TEXT, bodyEn: 'People who join in the talk.' })).toEqual([
      { field: 'titleEn', code: 'page-title-length' },
    ]);
  });
});

describe('writing a page', () => {
  it('begins as a draft, without blanks around its texts', () => {
    expect(writePage('commissie', TEXT, 0, NEW)).toEqual({
      ok: true,
      value: {
        slug: 'commissie',
        title: 'Wat is een commissie?',
        body: 'Mensen uit de buurt die meepraten.',
        titleEn: '',
        bodyEn: '',
        state: 'draft',
        version: 1,
      },
    });
  });

  it('counts on after a page that was removed', () => {
    expect(writePage('commissie', TEXT, 0, { ...NEW, lastVersion: 7 })).toMatchObject({
      value: { version: 8 },
    });
  });

  it('keeps a published page published', () => {
    expect(writePage('commissie', TEXT, 3, { page: PAGE, count: MAX_PAGES, lastVersion: 3 })).toMatchObject({
      value: { state: 'published', version: 4 },
    });
  });

  it.each([
    ['page-slug-not-valid', 'Geen adres', 0, NEW],
    ['version-conflict', 'commissie', 1, NEW],
    ['version-conflict', 'commissie', 2, { page: PAGE, count: 1, lastVersion: 3 }],
    ['too-many-pages', 'commissie', 0, { ...NEW, count: MAX_PAGES }],
  ] as const)('is refused: %s', (refusal, slug, version, written) => {
    expect(writePage(slug, TEXT, version, written)).toEqual({ ok: false, refusal });
  });
});

describe('publishing and taking back', () => {
  it('changes the state and nothing else', () => {
    expect(movePage(PAGE, 'draft', 3)).toEqual({ ok: true, value: { ...PAGE, state: 'draft', version: 4 } });
  });
  it('is refused to who read another version', () => {
    expect(movePage(PAGE, 'draft', 2)).toEqual({ ok: false, refusal: 'version-conflict' });
  });
  it('is refused where it is so already', () => {
    expect(movePage(PAGE, 'published', 3)).toEqual({ ok: false, refusal: 'page-transition-not-possible' });
  });
});

describe('removing and restoring', () => {
  const standard: Page = { ...PAGE, slug: 'privacy' };

  it('takes a page of their own away, and gives a standard page its text back', () => {
    expect(isStandardSlug('privacy')).toBe(true);
    expect(mayRemove(PAGE, 3)).toEqual({ ok: true, value: null });
    expect(mayRestore(standard, 3)).toEqual({ ok: true, value: null });
  });
  it('is not possible the other way round', () => {
    expect(mayRemove(standard, 3)).toEqual({ ok: false, refusal: 'page-is-standard' });
    expect(mayRestore(PAGE, 3)).toEqual({ ok: false, refusal: 'page-not-standard' });
  });
  it('is refused to who read another version', () => {
    expect(mayRemove(PAGE, 2)).toEqual({ ok: false, refusal: 'version-conflict' });
    expect(mayRestore(standard, 2)).toEqual({ ok: false, refusal: 'version-conflict' });
  });
});
