import { showPage } from '@buurtstem/ui/testing';
import { within } from '@testing-library/dom';
import { PageText } from './page-text';

const textPage = (text: string) => showPage(PageText, { inputs: { text } });

describe('the text of a page on the screen', () => {
  afterEach(() => document.body.replaceChildren());

  it('has headings, paragraphs and lists', async () => {
    const { screen, fixture } = await textPage('Begin\nverder\n\n## Een kop\n- een\n- twee');
    expect(screen.getByRole('heading', { level: 2, name: 'Een kop' })).toBeTruthy();
    const items = within(screen.getByRole('list')).getAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent?.trim())).toEqual(['een', 'twee']);
    expect((fixture.nativeElement as HTMLElement).querySelector('p')?.innerHTML).toContain('<br>');
  });

  it.each([
    '<script>window.pwned = 1</script>',
    '<img src=x onerror="window.pwned = 1">',
    '## <b onclick="window.pwned = 1">kop</b>',
    '- <svg onload=alert(1)>',
    '[klik](javascript:alert(1))',
    '[<b>klik</b>](/west)',
    '{{ constructor.constructor("alert(1)")() }}',
  ])('shows %s as words, and makes no element of it', async (text) => {
    const { fixture } = await textPage(text);
    const page = fixture.nativeElement as HTMLElement;
    expect(page.querySelector('script, img, b, svg, [onclick], [onerror], a[href^="javascript"]')).toBeNull();
    expect(page.textContent).toContain(text.replace(/^(##|-) /, '').replace(/^\[<b>.*/, '<b>klik</b>'));
  });

  it('links to pages of this site without loading everything anew, and to files and elsewhere with', async () => {
    const { screen } = await textPage(
      '[regels](/west/spelregels?a=b#c) [lijst](/api/v1/openapi.json) [elders](https://voorbeeld.example/x) [stuk](/west/%zz)',
    );
    const href = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
    expect(href('regels')).toBe('/west/spelregels?a=b#c');
    expect(href('lijst')).toBe('/api/v1/openapi.json');
    expect(href('elders')).toBe('https://voorbeeld.example/x');
    expect(href('stuk')).toBe('/west/%zz');
  });
});
