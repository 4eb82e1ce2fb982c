import { PROPOSALS, draft, kept, onDevice, wizard } from './testing';

describe('a plan that is open in two windows', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => document.body.replaceChildren());

  const elsewhere = draft({ version: 2, title: 'Twee bankjes bij de bushalte' });

  it('shows both texts, and sends the one that stands here when its writer says so', async () => {
    kept({ server: { number: 41, version: 1 }, isUnsent: false, summary: '', body: '' });
    const { fill, http, press, refused, saved, screen, settle } = await wizard();
    http.expectOne(`${PROPOSALS}/41`).flush(draft());
    await settle();
    await fill('Drie bankjes bij de bushalte');
    await press('Ga verder');
    await refused('PATCH', `${PROPOSALS}/41`, 409, { code: 'version-conflict' });
    http.expectOne({ method: 'GET', url: `${PROPOSALS}/41` }).flush(elsewhere);
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('Uw plan is ook op een andere plek veranderd.');
    const both = screen.getByRole('region', { name: 'Hoe heet uw plan?' }).textContent;
    expect(both).toContain('Drie bankjes bij de bushalte');
    expect(both).toContain('Twee bankjes bij de bushalte');
    await press('Houd wat hier staat');
    expect(await saved('PATCH', draft({ version: 3 }))).toMatchObject({
      title: 'Drie bankjes bij de bushalte',
      version: 2,
    });
  });

  it('takes the other text when its writer says so', async () => {
    kept({ server: { number: 41, version: 1 }, title: 'Drie bankjes bij de bushalte' });
    const { field, http, press, settle } = await wizard();
    http.expectOne(`${PROPOSALS}/41`).flush(elsewhere);
    await settle();
    await press('Neem de andere tekst');
    expect(field().value).toBe('Twee bankjes bij de bushalte');
    expect(onDevice()).toMatchObject({ title: 'Twee bankjes bij de bushalte', isUnsent: false });
  });

  it('does not write over what another window kept on this device', async () => {
    const { fill, screen } = await wizard('/west/indienen', null);
    await fill('Een bankje');
    kept({ title: 'Uit het andere venster', mark: 'other' });
    await fill('Een bankje erbij');
    expect(screen.getByRole('region', { name: 'Hoe heet uw plan?' }).textContent).toContain(
      'Uit het andere venster',
    );
    expect(onDevice()).toMatchObject({ title: 'Uit het andere venster' });
  });
});
