import { TestBed } from '@angular/core/testing';
import { OfflineLine } from '../shell/offline-line';
import { showPage } from '../testing';
import { Failed } from './failed';
import { NoConnection } from './no-connection';

const goes = (how: 'offline' | 'online') => {
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: how === 'online' });
  window.dispatchEvent(new Event(how));
};

describe('without a connection', () => {
  afterEach(() => {
    goes('online');
    document.body.replaceChildren();
  });

  it('a line says so in a region that was there before, and goes when the connection is back', async () => {
    const { screen, settle } = await showPage(OfflineLine);
    await settle();
    expect(screen.getByRole('status').textContent?.trim()).toBe('');
    goes('offline');
    TestBed.tick();
    expect(screen.getByRole('status').textContent).toContain(
      'U bent offline. Lezen kan, versturen nog niet.',
    );
    goes('online');
    TestBed.tick();
    expect(screen.getByRole('status').textContent?.trim()).toBe('');
  });

  it('data that does not come is not called busy', async () => {
    const { screen } = await showPage(Failed);
    expect(screen.getByRole('heading', { name: 'Het is nu erg druk' })).toBeTruthy();
    goes('offline');
    TestBed.tick();
    expect(screen.getByRole('heading', { name: 'Geen verbinding' })).toBeTruthy();
  });

  it('a page that does not come says what to do, and looks for the site before it loads anything', async () => {
    goes('offline');
    const { screen, press, asked, settle } = await showPage(NoConnection);
    expect(screen.getByRole('heading', { level: 1, name: 'Geen verbinding' })).toBeTruthy();
    await press('Probeer het opnieuw');
    asked('GET', '/health/live').error(new ProgressEvent('error'));
    await settle();
    expect(screen.getByRole('status').textContent).toContain('Er is nog geen verbinding.');
    goes('online');
    TestBed.tick();
    expect(screen.getByRole('heading', { level: 1, name: 'Deze pagina kwam niet aan' })).toBeTruthy();
  });
});
