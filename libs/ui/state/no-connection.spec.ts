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

  it('data that does not come is not called busy, and is asked for again once the connection is back', async () => {
    const { screen, fixture } = await showPage(Failed);
    let asked = 0;
    (fixture.componentInstance as Failed).again.subscribe(() => (asked += 1));
    expect(screen.getByRole('heading', { name: 'Het is nu erg druk' })).toBeTruthy();
    goes('offline');
    TestBed.tick();
    expect(screen.getByRole('heading', { name: 'Geen verbinding' })).toBeTruthy();
    expect(asked).toBe(0);
    goes('online');
    TestBed.tick();
    expect(asked).toBe(1);
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
    // By itself: nobody has to watch for the end of the tunnel.
    asked('GET', '/health/live').error(new ProgressEvent('error'));
  });

  it('the first page of a visit is not tried again by itself, or it would be loaded for ever', async () => {
    const { http } = await showPage(NoConnection);
    http.expectNone('/health/live');
  });
});
