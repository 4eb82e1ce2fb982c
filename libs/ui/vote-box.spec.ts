import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { fireEvent, within } from '@testing-library/dom';
import { VoteBox } from './vote-box';
import type { BallotVote } from './vote-words';

const CLOSES_AT = '2026-12-08T15:00:00Z';
const DEFAULTS = {
  signedIn: true,
  vote: null,
  votesFor: 87,
  votesAgainst: 9,
  threshold: 100,
  district: 'West',
  returnTo: '/west/plannen/5',
  now: new Date('2026-11-29T13:32:00Z'),
  closesAt: CLOSES_AT,
  rank: 5,
  outOf: 24,
};

function box(inputs: Partial<Record<string, unknown>> = {}) {
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
  const fixture = TestBed.createComponent(VoteBox);
  for (const [name, value] of Object.entries({ ...DEFAULTS, ...inputs })) {
    fixture.componentRef.setInput(name, value);
  }
  fixture.detectChanges();
  const element: HTMLElement = fixture.nativeElement;
  document.body.append(element);
  return { fixture, element, screen: within(element) };
}

function voted(
  choice: 'for' | 'against',
  status: BallotVote['status'] = 'counts',
  changes: Partial<BallotVote> = {},
): BallotVote {
  return {
    choice,
    status,
    countedAt: CLOSES_AT,
    neededLevel: 1,
    reason: null,
    channel: 'online',
    ...changes,
  };
}

const chosen = (fixture: ComponentFixture<VoteBox>): string[] => {
  const choices: string[] = [];
  fixture.componentInstance.choose.subscribe((choice) => choices.push(choice));
  return choices;
};

describe('the vote box', () => {
  afterEach(() => document.body.replaceChildren());

  it('asks what you think, with two buttons that are not pressed', () => {
    const { screen } = box();
    expect(screen.getByRole('heading', { name: /Wat vindt u van dit plan/ })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Voor', pressed: false })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Tegen', pressed: false })).toBeTruthy();
    expect(screen.getByText(/De telling is over 9\sdagen/)).toBeTruthy();
  });

  it('sends the same choice again when it is pressed again: no toggle', () => {
    const { fixture, screen } = box({ vote: voted('for') });
    const choices = chosen(fixture);
    fireEvent.click(screen.getByRole('button', { name: 'Voor', pressed: true }));
    expect(choices).toEqual(['for']);
  });

  it('says that a vote is in, on which day it counts, and lets it be withdrawn', () => {
    const { fixture, screen } = box({ vote: voted('against') });
    expect(screen.getByRole('heading', { name: 'U stemde tegen' })).toBeTruthy();
    expect(screen.getByRole('status').textContent).toMatch(
      /Uw stem is binnen en telt mee op dinsdag 8\sdecember\./,
    );
    const withdrawals = jest.fn();
    fixture.componentInstance.withdraw.subscribe(withdrawals);
    fireEvent.click(screen.getByRole('button', { name: 'Trek mijn stem in' }));
    expect(withdrawals).toHaveBeenCalledTimes(1);
  });

  it('keeps the focus on a button that stays when the vote is withdrawn', () => {
    const { screen } = box({ vote: voted('against') });
    fireEvent.click(screen.getByRole('button', { name: 'Trek mijn stem in' }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Tegen' }));
  });

  it('keeps the same buttons from not voted to voted, so that the focus stays', () => {
    const { fixture, screen } = box();
    const button = screen.getByRole('button', { name: 'Voor' });
    fixture.componentRef.setInput('vote', voted('for'));
    fixture.detectChanges();
    expect(screen.getByRole('button', { name: 'Voor', pressed: true })).toBe(button);
  });

  it.each([
    ['waiting', 'Nog één stap', /Uw stem voor telt nog niet mee\. Laat eerst zien dat u in West woont/],
    ['held', 'U stemde voor', /Uw stem is in onderzoek/],
    ['invalid', 'U stemde voor', /Uw stem voor telt niet mee/],
  ] as const)('says what a vote that is %s means', (status, heading, words) => {
    const { screen } = box({ vote: voted('for', status) });
    expect(screen.getByRole('heading', { name: heading })).toBeTruthy();
    expect(screen.getByRole('status').textContent).toMatch(words);
  });

  it('leads a vote that waits to the page that proves it, and back to the plan', () => {
    const { screen } = box({ vote: voted('for', 'waiting'), identityPage: '/west/bevestigen' });
    expect(screen.getByRole('link', { name: 'Bevestig mijn adres' }).getAttribute('href')).toBe(
      '/west/bevestigen?terug=%2Fwest%2Fplannen%2F5',
    );
  });

  it('asks who one is where an address is not enough', () => {
    const { screen } = box({
      vote: voted('for', 'waiting', { neededLevel: 2 }),
      identityPage: '/west/bevestigen',
    });
    expect(screen.getByRole('status').textContent).toMatch(/Laat eerst zien wie u bent/);
    expect(screen.getByRole('link', { name: 'Bevestig wie ik ben' })).toBeTruthy();
  });

  it('gives the published reason of an invalid vote, and no buttons that could only refuse', () => {
    const { screen } = box({ vote: voted('for', 'invalid', { reason: 'Gestemd met gekochte adressen.' }) });
    expect(screen.getByRole('status').textContent).toMatch(/De reden: Gestemd met gekochte adressen\./);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says that a vote came in on paper, and may still be changed here', () => {
    const { screen } = box({ vote: voted('for', 'counts', { channel: 'paper' }) });
    expect(screen.getByRole('status').textContent).toMatch(/U stemde op papier\./);
    expect(screen.getByRole('button', { name: 'Tegen' })).toBeTruthy();
  });

  it('says after too many votes how long to wait, and that nothing is lost', () => {
    const { screen } = box({ failure: { code: 'too-many-requests', retryAfter: 240 } });
    expect(screen.getByRole('alert').textContent).toMatch(
      /Uw stem is nog niet binnen\. Wat u eerder stemde, blijft staan\. Probeer het over 4\sminuten weer/,
    );
  });

  it('says that a waiting vote is not in the number', () => {
    const { element } = box({ vote: voted('for', 'waiting') });
    expect(element.textContent).toContain('Uw stem zit nog niet in dit getal.');
  });

  it('gives the reason when voting is closed, and no buttons', () => {
    const { screen } = box({ closed: 'Het won niet.', vote: voted('for') });
    expect(screen.getByRole('heading', { name: 'Stemmen is gesloten' })).toBeTruthy();
    expect(screen.getByRole('status').textContent).toMatch(/Het won niet\.\s*U stemde voor\./);
    expect(screen.queryByRole('button', { name: 'Voor' })).toBeNull();
  });

  it.each([
    ['offline', /Uw stem is niet verstuurd\. Er is geen verbinding\. Er is niets veranderd\./],
    ['temporarily-unavailable', /Het is nu erg druk\. Uw stem is nog niet binnen\./],
  ] as const)('says after %s whether the vote is safe, and offers to try again', (failure, words) => {
    const { fixture, screen } = box({ failure: { code: failure } });
    expect(screen.getByRole('alert').textContent).toMatch(words);
    const again = jest.fn();
    fixture.componentInstance.again.subscribe(again);
    fireEvent.click(screen.getByRole('button', { name: 'Probeer het opnieuw' }));
    expect(again).toHaveBeenCalledTimes(1);
  });

  it('does not offer to try again where that cannot help', () => {
    const { screen } = box({ failure: { code: 'voting-closed' } });
    expect(screen.getByRole('alert').textContent).toMatch(/Stemmen op dit plan is gesloten/);
    expect(screen.queryByRole('button', { name: 'Probeer het opnieuw' })).toBeNull();
  });

  it('says that a vote was withdrawn', () => {
    const { screen } = box({ withdrawn: true });
    expect(screen.getByRole('status').textContent).toMatch(/Uw stem is ingetrokken/);
  });

  it('takes no second vote while one is being sent', () => {
    const { fixture, screen } = box({ sending: true });
    const choices = chosen(fixture);
    fireEvent.click(screen.getByRole('button', { name: 'Tegen' }));
    expect(choices).toEqual([]);
  });

  it('leads to the sign-in page without scripts, and back to the plan', () => {
    const { element, screen } = box({ signedIn: false });
    const form = element.querySelector('form');
    expect(form?.getAttribute('action')).toBe('/inloggen');
    expect(form?.querySelector('input')?.value).toBe('/west/plannen/5');
    expect(screen.getByRole('button', { name: 'Voor' }).getAttribute('type')).toBe('submit');
  });

  it('posts the vote without scripts when signed in, and puts the choice in no address when not', () => {
    const { element, screen, fixture } = box({ vote: voted('for') });
    const form = element.querySelector('form')!;
    expect([form.method, form.getAttribute('action')]).toEqual(['post', '/formulier/west/plannen/5/stem']);
    const sent = screen
      .getAllByRole<HTMLButtonElement>('button')
      .map(({ type, name, value }) => [type, name, value]);
    expect(sent).toEqual([
      ['submit', 'choice', 'for'],
      ['submit', 'choice', 'against'],
      ['submit', 'choice', 'none'],
    ]);
    fixture.componentRef.setInput('signedIn', false);
    fixture.detectChanges();
    expect(form.method).toBe('get');
    expect(screen.getAllByRole<HTMLButtonElement>('button').map(({ name }) => name)).toEqual(['', '', '']);
  });

  it('lets the scripts send the vote once they are there, without loading a page', () => {
    const { fixture, screen } = box();
    const choices = chosen(fixture);
    expect(fireEvent.click(screen.getByRole('button', { name: 'Voor' }))).toBe(false);
    expect(choices).toEqual(['for']);
  });

  it('sends a press from before the scripts came not once more: the browser did', () => {
    const { fixture, screen } = box({ vote: voted('against') });
    const choices = chosen(fixture);
    const withdrawals = jest.fn();
    fixture.componentInstance.withdraw.subscribe(withdrawals);
    for (const name of ['Voor', 'Trek mijn stem in'])
      fireEvent(screen.getByRole('button', { name }), repeatedPress());
    expect(choices).toEqual([]);
    expect(withdrawals).not.toHaveBeenCalled();
  });

  it('leads no second time to signing in for such a press: the browser did, and the frame of the page kept the choice', () => {
    const { element, fixture, screen } = box({ signedIn: false });
    const choices = chosen(fixture);
    expect(element.querySelector('form')?.dataset['chosenFor']).toBe('/west/plannen/5');
    fireEvent(screen.getByRole('button', { name: 'Voor' }), repeatedPress());
    expect(choices).toEqual([]);
  });

  it('offers to try again only what it can', () => {
    const { screen } = box({ failure: { code: 'unexpected' }, mayRetry: false });
    expect(screen.getByRole('alert')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Probeer het opnieuw' })).toBeNull();
  });

  it.each([
    [87, /Nog 13\snodig\s+om de 100 te halen\.\s*Plaats 5 van 24\./],
    [100, /Genoeg stemmen\s+om te kunnen winnen\./],
  ])('says what %i votes for mean for the threshold', (votesFor, words) => {
    expect(box({ votesFor }).element.textContent).toMatch(words);
  });
});

/** As Angular marks what it repeats. */
function repeatedPress(): MouseEvent {
  const press = new MouseEvent('click', { bubbles: true, cancelable: true });
  Object.defineProperty(press, 'eventPhase', { value: 101 });
  return press;
}
