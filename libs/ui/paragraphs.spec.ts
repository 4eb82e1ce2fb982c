import { TestBed } from '@angular/core/testing';
import { within } from '@testing-library/dom';
import { Paragraphs } from './paragraphs';

function paragraphs(text: string): HTMLElement {
  const fixture = TestBed.createComponent(Paragraphs);
  fixture.componentRef.setInput('text', text);
  fixture.detectChanges();
  return fixture.nativeElement;
}

describe("a resident's text", () => {
  it('makes a paragraph of every blank line and a line of every other', () => {
    const element = paragraphs('Eerste regel\ntweede regel\n\nTweede alinea');
    expect([...element.querySelectorAll('p')].map((one) => one.querySelectorAll('br').length)).toEqual([
      1, 0,
    ]);
  });

  it('shows markup as text', () => {
    const element = paragraphs('<img src=x onerror=alert(1)> <b>vet</b>');
    expect(element.querySelector('img, b')).toBeNull();
    expect(element.textContent).toContain('<b>vet</b>');
  });

  it('links web addresses without the point that ends the sentence', () => {
    const element = paragraphs('Kijk op https://example.org/brug. Daar staat het.');
    expect(within(element).getByRole('link').getAttribute('href')).toBe('https://example.org/brug');
    expect(element.textContent?.trim()).toBe('Kijk op https://example.org/brug. Daar staat het.');
  });

  it('links nothing but http and https', () => {
    expect(within(paragraphs('javascript:alert(1) data:text/html,x')).queryByRole('link')).toBeNull();
  });
});
