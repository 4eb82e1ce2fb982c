import { TestBed } from '@angular/core/testing';
import { PageTitle } from './page-title';
import { PUBLIC_URL } from './public-address';

const SITE = 'https://buurtstem.example';
const PLAN = {
  title: 'Veilig oversteken',
  description: 'Een zebrapad.',
  share: {
    path: '/west/plannen/5',
    image: '/api/v1/districts/west/proposals/5/share-card',
    imageAlt: 'Veilig oversteken: 87 stemmen voor.',
    embed: '/api/v1/oembed?url=x',
  },
};

describe('what a page says to sites that show links', () => {
  let page: PageTitle;
  beforeEach(() => {
    document.head.replaceChildren();
    TestBed.configureTestingModule({ providers: [{ provide: PUBLIC_URL, useValue: SITE }] });
    page = TestBed.inject(PageTitle);
    page.nameDistrict('West');
  });

  const shown = (of: Parameters<PageTitle['describe']>[0]) => {
    page.describe(of);
    TestBed.tick();
    const tags = [...document.head.querySelectorAll('meta')].map((tag) => [
      tag.getAttribute('property') ?? tag.name,
      tag.content,
    ]);
    const links = [...document.head.querySelectorAll('link')].map(({ rel, href }) => [rel, href]);
    return { ...Object.fromEntries(tags), ...Object.fromEntries(links) } as Record<string, string>;
  };

  it('of a plan: its words, its card, and its one address', () => {
    expect(shown(PLAN)).toEqual({
      description: 'Een zebrapad.',
      'og:site_name': 'Buurtstem West',
      'og:title': 'Veilig oversteken',
      'og:description': 'Een zebrapad.',
      'og:type': 'article',
      'og:url': `${SITE}/west/plannen/5`,
      'og:image': `${SITE}/api/v1/districts/west/proposals/5/share-card`,
      'og:image:width': '1200',
      'og:image:height': '630',
      'og:image:alt': 'Veilig oversteken: 87 stemmen voor.',
      'twitter:card': 'summary_large_image',
      canonical: `${SITE}/west/plannen/5`,
      alternate: `${SITE}/api/v1/oembed?url=x`,
    });
    expect(document.head.querySelector('link[rel=alternate]')?.getAttribute('type')).toBe(
      'application/json+oembed',
    );
  });

  it('of another page than: nothing of the plan before it', () => {
    shown(PLAN);
    expect(shown({ title: 'Plannen' })).toEqual({
      description: expect.stringContaining('Dien een plan in') as string,
      'og:site_name': 'Buurtstem West',
      'og:title': 'Plannen',
      'og:description': expect.stringContaining('Dien een plan in') as string,
      'og:type': 'website',
      'twitter:card': 'summary',
    });
  });

  it('of a page without a title: the name of the site', () => {
    expect(shown({ title: '' })['og:title']).toBe('Buurtstem West');
  });
});
