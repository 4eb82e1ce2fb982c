import { TestBed } from '@angular/core/testing';
import { LanguageLink } from './language-link';

describe('the link to the other language', () => {
  it.each([
    ['/west', '/west?taal=en'],
    ['/west/plannen?sort=newest', '/west/plannen?sort=newest&taal=en'],
    ['/west/plannen/3#stem', '/west/plannen/3?taal=en#stem'],
    ['/', '/?taal=en'],
  ])('leads from %s to %s, and calls the language by its own name', (url, address) => {
    const fixture = TestBed.createComponent(LanguageLink);
    fixture.componentRef.setInput('url', url);
    fixture.detectChanges();
    const link = (fixture.nativeElement as HTMLElement).querySelector('a');
    expect(link?.getAttribute('href')).toBe(address);
    expect(link?.textContent).toBe('English');
    expect(link?.lang).toBe('en');
  });
});
