import { TestBed } from '@angular/core/testing';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { showPage } from '@buurtstem/ui/testing';
import { AuditLogPage } from './audit-log-page';

const ENTRIES = '/api/v1/districts/west/audit-entries';
const RUNS = '/api/v1/districts/west/retention-runs';
const INVITED = {
  actId: 'e1',
  at: '2026-11-29T13:00:00Z',
  actor: 'Ingrid de Boer (administrator)',
  action: 'inviteStaff',
  object: 'POST /districts/west/staff-invitations',
  result: 'done',
  network: '3f9a',
};

async function auditLogPage(page: object) {
  const shown = await showPage(AuditLogPage, {
    before: () => TestBed.inject(CurrentDistrict).choose('west'),
  });
  await shown.answer('GET', ENTRIES, page);
  await shown.answer('GET', RUNS, {
    items: [
      { rule: 'origins', ranAt: '2026-11-29T02:00:00Z', before: '2026-10-30T02:00:00Z', removed: 1204 },
      { rule: 'something-new', ranAt: '2026-11-29T02:00:00Z', before: '2026-10-30T02:00:00Z', removed: 1 },
    ],
  });
  const line = (what: string) => shown.screen.getByRole('heading', { name: what }).closest('li')!.textContent;
  return { ...shown, line };
}

describe('the audit log', () => {
  afterEach(() => document.body.replaceChildren());

  it('says who did what, when, and how it ended, in words', async () => {
    const { line } = await auditLogPage({ items: [INVITED], next: null });
    const words = line('Nodigde een medewerker uit');
    expect(words).toContain('Ingrid de Boer (beheerder)');
    expect(words).toContain('Zondag 29\u00a0november om 14.00\u00a0uur');
    expect(words).toContain('Gelukt');
    expect(words).toContain('netwerk 3f9a');
  });

  it.each([
    ['cut-off', 'Afgebroken', 'het einde staat er niet'],
    ['under-way', 'Bezig', 'Net begonnen'],
    ['last-administrator', 'Geweigerd', 'minstens één beheerder'],
    ['unheard-of', 'Geweigerd', 'Reden: unheard-of'],
  ])('marks the result %s as %s', async (result, outcome, reason) => {
    const { line } = await auditLogPage({ items: [{ ...INVITED, result }], next: null });
    expect(line('Nodigde een medewerker uit')).toContain(outcome);
    expect(line('Nodigde een medewerker uit')).toContain(reason);
  });

  it('leaves out no act that it has no words for', async () => {
    const { screen } = await auditLogPage({ items: [{ ...INVITED, action: 'danceAround' }], next: null });
    expect(screen.getByRole('heading', { name: 'danceAround' })).toBeTruthy();
  });

  it('puts older lines under the newer ones, until there are none', async () => {
    const { press, answer, screen, said } = await auditLogPage({ items: [INVITED], next: '41' });
    await press('Oudere regels');
    await answer('GET', `${ENTRIES}?cursor=41`, {
      items: [{ ...INVITED, actId: 'e0', action: 'withdrawRole' }],
      next: null,
    });
    expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(['Nodigde een medewerker uit', 'Trok een rol in']),
    );
    expect(said()).toContain('1\u00a0oudere regel erbij.');
    expect(screen.queryByRole('button', { name: 'Oudere regels' })).toBeNull();
  });

  it('says what the retention rules removed', async () => {
    const { line } = await auditLogPage({ items: [INVITED], next: null });
    expect(line('Netwerkadressen, ouder dan 30 dagen')).toContain('1.204');
    expect(line('something-new')).toContain('1');
  });
});
