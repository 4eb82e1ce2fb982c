import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { within } from '@testing-library/dom';
import { StandingList, type StandingLine } from './standing';

const line = (number: number, votesFor: number): StandingLine => ({
  number,
  title: `Plan ${number}`,
  neighbourhood: { name: 'Molenwijk' },
  picture: null,
  standing: { votesFor, votesAgainst: 9 },
});

function standing(...lines: StandingLine[]): HTMLElement {
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
  const fixture = TestBed.createComponent(StandingList);
  fixture.componentRef.setInput('lines', lines);
  fixture.componentRef.setInput('threshold', 100);
  fixture.componentRef.setInput('district', 'west');
  fixture.detectChanges();
  return fixture.nativeElement;
}

describe('the standing', () => {
  it('says in words who has enough votes and what the others still need', () => {
    const [first, second, third] = within(standing(line(1, 143), line(2, 100), line(3, 87))).getAllByRole(
      'listitem',
    );
    expect(first!.textContent).toMatch(/143\s*voor[\s\S]*Genoeg stemmen/);
    expect(second!.textContent).toMatch(/Genoeg stemmen/);
    expect(third!.textContent).toMatch(/87\s*voor[\s\S]*Nog 13\snodig/);
  });

  it('tells the place of each plan also to who does not see the circle', () => {
    const items = within(standing(line(5, 40), line(8, 30))).getAllByRole('listitem');
    expect(items.map((item) => item.textContent)).toEqual([
      expect.stringContaining('Plaats 1'),
      expect.stringContaining('Plaats 2'),
    ]);
  });

  it('links each plan once, by its title', () => {
    const links = within(standing(line(5, 40))).getAllByRole('link');
    expect(links.map((link) => [link.textContent?.trim(), link.getAttribute('href')])).toEqual([
      ['Plan 5', '/west/plannen/5'],
    ]);
  });

  it('draws all bars on one scale, with the threshold on the same spot', () => {
    const svgs = [...standing(line(1, 200), line(2, 50)).querySelectorAll('svg.bs-bar')];
    const marks = svgs.map((svg) => svg.querySelector('.bs-bar__mark')?.getAttribute('x1'));
    const fills = svgs.map((svg) =>
      parseFloat(svg.querySelector('.bs-bar__fill')?.getAttribute('width') ?? ''),
    );
    expect(new Set(marks).size).toBe(1);
    expect(fills[0]! / fills[1]!).toBeCloseTo(4, 1);
  });
});
