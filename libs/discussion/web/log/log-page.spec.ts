import type { LogAct, LogLine, LogSubject } from '@buurtstem/contract';
import { LOG_ACTS, LOG_SUBJECTS, REASON_CODES, REASONS } from '@buurtstem/discussion-domain';
import { aLogLine, showAs } from '../testing';
import { LogPage } from './log-page';
import { logExplanation, logWords } from './log-words';

const LOG = '/api/v1/districts/west/moderation-log';

async function logPage(items: LogLine[], next: number | null = null, inputs: Record<string, unknown> = {}) {
  const shown = await showAs(null, LogPage, inputs);
  const before = inputs['voor'];
  const url = typeof before === 'string' && /^\d+$/.test(before) ? `${LOG}?before=${before}` : LOG;
  await shown.answer('GET', url, { items, total: 41, next });
  return shown;
}

describe('the public log of moderators', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('says what was done, when, why and under which plan', async () => {
    const { screen } = await logPage([aLogLine()]);
    const line = screen.getByRole('heading', { name: 'Reactie verborgen' }).closest('li')!;
    expect(line.textContent).toMatch(/25.november.2026/);
    expect(line.textContent).toContain('Reden: Gaat niet over het plan.');
    expect(line.textContent).toContain('Uw reactie gaat over een ander plein.');
    expect(line.textContent).toContain('Besluit 41');
    expect(screen.getByRole('link', { name: 'plan 5' }).getAttribute('href')).toBe('/west/plannen/5');
  });

  it('says why an explanation is left out, and nothing where there was nothing to explain', () => {
    expect(logExplanation({ reason: 'personal-data', explanation: '' })).toBe(
      'De uitleg staat hier niet. Die zou herhalen wat weg moest.',
    );
    expect(logExplanation({ reason: null, explanation: '' })).toBeNull();
    expect(logExplanation({ reason: 'irrelevant', explanation: '' })).toBeNull();
  });

  it.each(REASON_CODES)('gives the explanation with %s only as the API gave it', (reason) => {
    const left = logExplanation({ reason, explanation: '' });
    expect(left !== null).toBe(!REASONS[reason].isExplainedInPublic);
  });

  it('has words for every act on every subject, each with a capital', () => {
    const all = LOG_ACTS.flatMap((act) => LOG_SUBJECTS.map((subject) => logWords({ act, subject })));
    expect(new Set(all).size).toBe(LOG_ACTS.length * LOG_SUBJECTS.length);
    expect(all.every((words) => /^[A-Z]/.test(words))).toBe(true);
  });

  it.each<[LogAct, LogSubject, string]>([
    ['kept', 'picture', 'Foto gemeld, en blijft staan'],
    ['redacted', 'argument', 'Iets weggehaald uit argument'],
    ['merged', 'proposal', 'Plan samengevoegd met een ander plan'],
  ])('writes %s of a %s as “%s”', (act, subject, words) => {
    expect(logWords({ act, subject })).toBe(words);
  });

  it('gives the newest number and hash to keep, and the lines to check them with', async () => {
    const { screen } = await logPage([aLogLine(), aLogLine({ position: 40, hash: 'cd'.repeat(32) })]);
    const panel = screen.getByRole('region', { name: 'Reken het na' });
    expect(panel.textContent).toContain('Nummer 41');
    expect(panel.textContent).toContain('ab'.repeat(32));
    expect(panel.textContent).not.toContain('cd'.repeat(32));
    expect(screen.getByRole('link', { name: /controlegetallen/ }).getAttribute('href')).toBe(
      `${LOG}?limit=500`,
    );
  });

  it('leads to older ones by a link, and back; the newest hash stands with the newest only', async () => {
    const { screen } = await logPage([aLogLine()], 22);
    expect(screen.getByRole('link', { name: 'Oudere besluiten' }).getAttribute('href')).toContain('voor=22');
    expect(screen.queryByRole('link', { name: /^Terug naar/ })).toBeNull();
  });

  it('reads what comes before the position in the address', async () => {
    const { screen } = await logPage([aLogLine({ position: 21 })], null, { voor: '22' });
    expect(screen.getByRole('link', { name: 'Terug naar de nieuwste besluiten' })).toBeTruthy();
    expect(screen.queryByText('Controlegetal')).toBeNull();
    expect(screen.queryByRole('link', { name: 'Oudere besluiten' })).toBeNull();
  });

  it.each(['0', '-3', 'x', '1.5'])('shows the newest where the address asks for %s', async (voor) => {
    const shown = await showAs(null, LogPage, { voor });
    await shown.answer('GET', LOG, { items: [aLogLine()], total: 41, next: null });
    expect(shown.screen.getByRole('heading', { name: 'De nieuwste besluiten' })).toBeTruthy();
  });

  it('can be followed by feed, also by who only has the address of the page', async () => {
    const { fixture, screen } = await logPage([aLogLine()]);
    expect(
      screen.getByRole('link', { name: 'Volg de besluiten in een feedlezer' }).getAttribute('href'),
    ).toBe(`${LOG}/feed`);
    const links = () => document.head.querySelectorAll('link[rel=alternate][type="application/atom+xml"]');
    expect([...links()].map((link) => link.getAttribute('href'))).toEqual([`${LOG}/feed`]);
    fixture.destroy();
    expect(links()).toHaveLength(0);
  });

  it('says that nothing was decided yet', async () => {
    const { screen } = await logPage([]);
    expect(screen.getByText('Er is nog niets besloten.')).toBeTruthy();
  });

  it('says that it is not there when reading it fails', async () => {
    const shown = await showAs(null, LogPage);
    await shown.refuse('GET', LOG, 503, {});
    expect(shown.screen.getByRole('heading', { name: 'Het is nu erg druk' })).toBeTruthy();
  });
});
