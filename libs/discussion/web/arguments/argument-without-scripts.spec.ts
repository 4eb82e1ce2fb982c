import { TestBed } from '@angular/core/testing';
import { anAccount } from '@buurtstem/accounts-web/testing';
import type { Account, Argument } from '@buurtstem/contract';
import { REQUEST_COOKIE } from '@buurtstem/ui';
import { anArgument, showAs, windowIs } from '../testing';
import { Discussion } from './discussion';

const ARGUMENTS = '/api/v1/districts/west/proposals/5/arguments';
const FORM = '/formulier/west/plannen/5/argument';
const INPUTS = { proposal: 5, open: true, returnTo: '/west/plannen/5', isAsked: true };

interface Came {
  readonly said?: string;
  readonly typed?: Record<string, string>;
  readonly forSide?: Argument[];
  readonly visitor?: Account;
}

/** The page as the server makes it after a form was sent without scripts. */
async function pageAfter({ said, typed, forSide = [anArgument()], visitor = anAccount() }: Came) {
  const cookie = typed ? `buurtstem=x; buurtstem-getypt=${new URLSearchParams(typed).toString()}` : '';
  TestBed.overrideProvider(REQUEST_COOKIE, { useValue: cookie });
  const shown = await showAs(visitor, Discussion, { ...INPUTS, said });
  const list = (side: string) => `${ARGUMENTS}?side=${side}&sort=best&limit=5`;
  await shown.answer('GET', list('for'), { items: forSide, total: forSide.length, next: null });
  await shown.answer('GET', list('against'), { items: [], total: 0, next: null });
  const { screen } = shown;
  return {
    ...shown,
    details: screen.getByText('Geef uw argument').closest('details'),
    field: (label: string) => screen.getByLabelText(label) as HTMLTextAreaElement,
    radio: (label: string) => screen.getByLabelText(label) as HTMLInputElement,
  };
}

describe('an argument without scripts', () => {
  beforeEach(() => windowIs('wide'));
  afterEach(() => document.body.replaceChildren());

  it('is a form that posts to an address of its own, its fields named', async () => {
    const { field, screen } = await pageAfter({});
    const form = screen.getByRole('button', { name: 'Plaats mijn argument' }).closest('form');
    expect([form?.method, form?.getAttribute('action')]).toEqual(['post', FORM]);
    const radios = [...(form?.querySelectorAll('input') ?? [])].map(({ name, value }) => [name, value]);
    expect([...radios, field('Uw argument').name]).toEqual([
      ['argument.side', 'for'],
      ['argument.side', 'against'],
      'argument.body',
    ]);
  });

  it('that was refused stands in the field again, open, with what is wrong beside it', async () => {
    const { details, field, radio, screen } = await pageAfter({
      said: 'argument-length',
      typed: { form: FORM, side: 'against', body: 'Te kort.' },
    });
    expect(details?.open).toBe(true);
    expect(field('Uw argument').value).toBe('Te kort.');
    expect(radio('Tegen').checked).toBe(true);
    expect(screen.getByText(/Schrijf er nog 22\s?tekens bij/)).toBeTruthy();
    expect(screen.queryByText('Kies voor of tegen.')).toBeNull();
  });

  it('without a side is told to choose one', async () => {
    const body = 'Dit is een argument dat lang genoeg is.';
    const { field, screen } = await pageAfter({
      said: 'invalid-input',
      typed: { form: FORM, side: '', body },
    });
    expect(screen.getByText('Kies voor of tegen.')).toBeTruthy();
    expect(field('Uw argument').value).toBe(body);
  });

  it('that is refused for another reason says that, and keeps the text', async () => {
    const body = 'Dit is een argument dat lang genoeg is.';
    const typed = { form: FORM, side: 'for', body };
    const { field, screen } = await pageAfter({ said: 'proposal-not-open', typed });
    expect(screen.getByText(/niet meer open/)).toBeTruthy();
    expect(field('Uw argument').value).toBe(body);
  });

  it('for another plan stays with that plan', async () => {
    const { field } = await pageAfter({
      said: 'argument-length',
      typed: { form: '/formulier/west/plannen/6/argument', side: 'for', body: 'Over iets anders.' },
    });
    expect(field('Uw argument').value).toBe('');
  });

  it('waits in the field for who had to sign in first, and nothing is wrong with it', async () => {
    const { details, field, screen } = await pageAfter({ typed: { form: FORM, side: 'for', body: 'Kort.' } });
    expect(details?.open).toBe(true);
    expect(field('Uw argument').value).toBe('Kort.');
    expect(screen.queryByText(/Dit is te kort/)).toBeNull();
  });

  it('is said to be placed where it is shown, and not on the word of an address', async () => {
    const placed = await pageAfter({ said: 'geplaatst', forSide: [anArgument({ mine: true })] });
    expect(placed.said()).toContain('Uw argument staat erbij.');
    expect(placed.details?.open).toBe(false);
    document.body.replaceChildren();
    TestBed.resetTestingModule();
    const pretended = await pageAfter({ said: 'geplaatst' });
    expect(pretended.said()).not.toContain('Uw argument staat erbij.');
  });

  it('asks first for a name, by a form that comes back to the argument', async () => {
    const { field, screen } = await pageAfter({
      visitor: anAccount({ displayName: null }),
      said: 'invalid-input',
      typed: { form: '/formulier/naam', displayName: 'O' },
    });
    const form = screen.getByRole('button', { name: 'Bewaar mijn naam' }).closest('form');
    const address = new URL(form?.getAttribute('action') ?? '', 'http://page');
    expect([address.pathname, address.searchParams.get('terug')]).toEqual([
      '/formulier/naam',
      '/west/plannen/5?bij=argument#geef-argument',
    ]);
    const name = field('Welke naam mag erbij staan?');
    expect([name.name, name.value]).toEqual(['naam.displayName', 'O']);
    expect(screen.getByText(/Dit is te kort/)).toBeTruthy();
  });
});
