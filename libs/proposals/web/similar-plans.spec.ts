import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { fireEvent, within } from '@testing-library/dom';
import type { SimilarProposal } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { showPage } from '@buurtstem/ui/testing';
import { SimilarPlans } from './similar-plans';

const SIMILAR = '/api/v1/districts/west/similar-proposals';
const TITLE = 'Een fietsenrek bij het station';

function like(number: number, changes: Partial<SimilarProposal> = {}): SimilarProposal {
  return {
    number,
    title: `Plan ${number}`,
    summary: 'Kort.',
    state: 'open',
    picture: null,
    standing: { votesFor: 1087, votesAgainst: 9 },
    words: ['fietsenrek', 'station'],
    ...changes,
  };
}

/** The panel beside a title that is being typed; time passes only when the spec says so. */
async function similarPlans(inputs: Record<string, unknown> = {}) {
  jest.useFakeTimers();
  const page = await showPage(SimilarPlans, {
    inputs: { title: '', district: 'west', ...inputs },
    before: () => TestBed.inject(CurrentDistrict).choose('west'),
  });
  const pass = async (ms: number) => {
    for (const time of [ms, 0, 0]) {
      await jest.advanceTimersByTimeAsync(time);
      TestBed.tick();
    }
  };
  const write = async (title: string) => {
    page.fixture.componentRef.setInput('title', title);
    await pass(0);
  };
  return {
    ...page,
    pass,
    write,
    writeAndPause: async (title: string) => {
      await write(title);
      await pass(400);
    },
    found: async (items: SimilarProposal[]) => {
      page.asked('GET', `${SIMILAR}?text=${encodeURIComponent(TITLE)}`).flush({ items });
      await pass(0);
    },
  };
}

describe('plans that are like the one being written', () => {
  afterEach(() => {
    jest.useRealTimers();
    document.body.replaceChildren();
  });

  it('are asked for once, after a pause in typing', async () => {
    const { found, http, pass, write } = await similarPlans();
    await write('Een fietsenrek');
    await pass(399);
    await write(TITLE);
    await pass(399);
    http.expectNone(({ url }) => url === SIMILAR);
    await pass(1);
    await found([]);
    http.expectNone(({ url }) => url === SIMILAR);
  });

  it('are not asked for with less than eight characters, also not with invisible ones', async () => {
    const { http, writeAndPause } = await similarPlans();
    await writeAndPause(' Bankje\u200B\u200B\u200B ');
    http.expectNone(({ url }) => url === SIMILAR);
  });

  it('are announced by number, and say what they have in common and how they stand', async () => {
    const { found, said, screen, writeAndPause } = await similarPlans();
    await writeAndPause(TITLE);
    await found([like(5), like(9, { state: 'closed', words: [] })]);
    expect(said()).toBe('2 plannen lijken op uw plan.');
    const [first, second] = within(
      screen.getByRole('region', { name: 'Deze plannen lijken erop' }),
    ).getAllByRole('listitem');
    expect(first!.textContent).toContain('Overeenkomst: fietsenrek, station');
    expect(first!.textContent).toContain('1.087 voor');
    expect(second!.textContent).toContain('Gesloten zonder winst');
    expect(second!.textContent).not.toContain('Overeenkomst');
    expect(screen.getByRole('link', { name: 'Plan 5' }).getAttribute('href')).toBe('/west/plannen/5');
  });

  it('say so before the visitor leaves for one of them, so that the text is kept', async () => {
    const { fixture, found, screen, writeAndPause } = await similarPlans();
    jest.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
    const opened = jest.fn();
    (fixture.componentInstance as SimilarPlans).opened.subscribe(opened);
    await writeAndPause(TITLE);
    await found([like(5)]);
    fireEvent.click(screen.getByRole('link', { name: 'Plan 5' }));
    expect(opened).toHaveBeenCalledTimes(1);
  });

  it('go on “Mijn plan is anders”, and do not come back', async () => {
    const { found, http, pass, said, screen, writeAndPause } = await similarPlans();
    await writeAndPause(TITLE);
    await found([like(5)]);
    fireEvent.click(screen.getByRole('button', { name: 'Mijn plan is anders' }));
    await pass(0);
    expect(screen.queryByRole('region')).toBeNull();
    expect(said()).toBe('U schrijft verder aan uw eigen plan.');
    expect(document.activeElement).toBe(screen.getByRole('status'));
    await writeAndPause('Nog een fietsenrek bij het station');
    http.expectNone(({ url }) => url === SIMILAR);
  });

  it('do not count the plan that is being changed', async () => {
    const { found, said, screen, writeAndPause } = await similarPlans({ own: 5 });
    await writeAndPause(TITLE);
    await found([like(5)]);
    expect(screen.queryByRole('region')).toBeNull();
    expect(said()).toBe('');
  });

  it('are left out when they cannot be found, and are looked for again with the next words', async () => {
    const { asked, pass, screen, writeAndPause } = await similarPlans();
    await writeAndPause(TITLE);
    asked('GET', `${SIMILAR}?text=${encodeURIComponent(TITLE)}`).flush('', {
      status: 503,
      statusText: 'Busy',
    });
    await pass(0);
    expect(screen.queryByRole('region')).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
    await writeAndPause('Een bankje bij de halte');
    expect(asked('GET', `${SIMILAR}?text=${encodeURIComponent('Een bankje bij de halte')}`)).toBeTruthy();
  });
});
