import { anAccount } from '@buurtstem/accounts-web/testing';
import type { Account, Statement } from '@buurtstem/contract';
import { aStatement, showAs } from '../testing';
import { Statements } from './statements';

const STATEMENTS = '/api/v1/districts/west/proposals/5/statements';
const MEMBER = anAccount({ roles: [{ district: 'west', role: 'committee-member' }], staffAccess: 'open' });
const TEXT = 'Wij vragen de verkeersdienst om cijfers over deze brug.';

async function statements(items: Statement[], visitor: Account | null = null) {
  const shown = await showAs(visitor, Statements, { proposal: 5 });
  await shown.answer('GET', STATEMENTS, { items });
  return shown;
}

describe('statements of the committee', () => {
  afterEach(() => document.body.replaceChildren());

  it('name who says it, in which role and when, in paragraphs', async () => {
    const { screen } = await statements([
      aStatement({ id: 's2', authorName: 'Piet de Wit', authorRole: 'committee-member' }),
      aStatement(),
    ]);
    const section = screen.getByRole('region', { name: 'Reacties van de commissie' });
    expect(section.textContent).toContain('Piet de Wit, commissielid');
    expect(section.textContent).toMatch(/Samira Kaya, moderator22.november.2026/);
    expect(screen.getAllByText('Dat zoeken we uit.')).toHaveLength(2);
  });

  it('take no room where there are none', async () => {
    const { fixture, screen } = await statements([]);
    expect(screen.queryByRole('heading')).toBeNull();
    expect((fixture.nativeElement as HTMLElement).textContent).toBe('');
  });

  it('say that they are not there when reading them fails', async () => {
    const { refuse, said } = await showAs(null, Statements, { proposal: 5 });
    await refuse('GET', STATEMENTS, 503, {});
    expect(said()).toContain('De reacties van de commissie zijn er nu even niet.');
  });

  it('are published by a committee member, and stand on top', async () => {
    const { answer, press, said, screen, type } = await statements([aStatement()], MEMBER);
    type('Uw reactie namens de commissie', TEXT);
    await press('Plaats mijn reactie');
    const request = await answer(
      'POST',
      STATEMENTS,
      aStatement({ id: 's2', body: TEXT, authorName: 'Piet de Wit', authorRole: 'committee-member' }),
    );
    expect(request.body).toEqual({ body: TEXT });
    expect(screen.getAllByRole('article').map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Piet de Wit'),
      expect.stringContaining('Samira Kaya'),
    ]);
    expect(said()).toContain('Uw reactie staat boven de discussie.');
  });

  it.each([
    ['a visitor', null],
    ['a resident', anAccount()],
    ['a committee member before the second step', { ...MEMBER, staffAccess: 'enrol' as const }],
    ['a clerk', anAccount({ roles: [{ district: 'west', role: 'clerk' }], staffAccess: 'open' })],
  ])('are not published by %s', async (_whom, visitor) => {
    const { screen } = await statements([aStatement()], visitor);
    expect(screen.queryByText('Plaats een reactie van de commissie')).toBeNull();
  });
});
