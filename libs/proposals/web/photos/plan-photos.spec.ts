import { provideHttpClient } from '@angular/common/http';
import {
  HttpTestingController,
  provideHttpClientTesting,
  type TestRequest,
} from '@angular/common/http/testing';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { fireEvent, waitFor, within } from '@testing-library/dom';
import type { Picture } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { PlanPhotos } from './plan-photos';

const PICTURES = '/api/v1/districts/west/proposals/41/pictures';
const ORDER = '/api/v1/districts/west/proposals/41/picture-order';

const aPicture = (id: string, alt = ''): Picture => ({
  id,
  url: `/${id}.jpg`,
  sources: [],
  alt,
  width: 800,
  height: 600,
});
const aFile = (name: string, type = 'image/jpeg', size = 4): File => {
  const file = new File(['foto'], name, { type });
  Object.defineProperty(file, 'size', { value: size });
  return file;
};

/** The network under `XMLHttpRequest`: what is sent waits here for its answer. */
class Sending {
  static waiting: Sending[] = [];

  readonly upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  status = 0;
  responseText = '';
  readonly sent: string[] = [];

  open(method: string, url: string): void {
    this.sent.push(method, url);
  }
  setRequestHeader(_name: string, value: string): void {
    this.sent.push(value);
  }
  getResponseHeader(): null {
    return null;
  }
  send({ name }: File): void {
    this.sent.push(name);
    Sending.waiting.push(this);
  }
  answer(status: number, body: unknown): void {
    this.status = status;
    this.responseText = typeof body === 'string' ? body : JSON.stringify(body);
    this.onload?.();
  }
}

@Component({
  selector: 'bs-test-page',
  imports: [PlanPhotos],
  template: `<bs-plan-photos [plan]="41" [pictures]="pictures()" (changed)="pictures.set($event)" />`,
})
class TestPage {
  readonly pictures = signal<Picture[]>([]);
}

function photosOf(...pictures: Picture[]) {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting()],
  });
  TestBed.inject(CurrentDistrict).choose('west');
  const http = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(TestPage);
  fixture.componentInstance.pictures.set(pictures);
  document.body.append(fixture.nativeElement as HTMLElement);
  fixture.detectChanges();
  const screen = within(fixture.nativeElement as HTMLElement);
  const settle = async (): Promise<void> => {
    // Not until it is stable: a request that waits keeps it from that.
    await new Promise((settled) => setTimeout(settled));
    fixture.detectChanges();
  };
  const choose = async (...files: File[]): Promise<void> => {
    fireEvent.change(screen.getByLabelText(/foto.*\(hoeft niet\)/), { target: { files } });
    await settle();
  };
  /** The one photo that is on its way. */
  const sent = (): Sending => {
    const [sending, ...others] = Sending.waiting;
    if (!sending || others.length > 0)
      throw new Error(`${others.length + Number(!!sending)} photos are sent.`);
    Sending.waiting = [];
    return sending;
  };
  const answer = async (request: TestRequest | Sending, ...items: Picture[]): Promise<void> => {
    if (request instanceof Sending) request.answer(200, { items });
    else request.flush({ items });
    await settle();
  };
  const press = async (name: string | RegExp): Promise<void> => {
    fireEvent.click(screen.getByRole('button', { name }));
    await settle();
  };
  const shown = (): (string | null)[] =>
    screen.queryAllByRole('listitem').map((item) => item.querySelector('img')?.getAttribute('src') ?? null);
  const photos = fixture.debugElement.children[0]?.componentInstance as PlanPhotos;
  return { http, screen, settle, choose, sent, answer, press, shown, photos };
}

describe('the photos beside one’s own plan', () => {
  const real = window.XMLHttpRequest;
  beforeEach(() => {
    Sending.waiting = [];
    window.XMLHttpRequest = Sending as unknown as typeof XMLHttpRequest;
  });
  afterEach(() => {
    window.XMLHttpRequest = real;
    document.body.replaceChildren();
  });

  it('are sent one after the other, each with how far it is', async () => {
    const { screen, settle, choose, sent, answer, shown, photos } = photosOf();
    await choose(aFile('brug.jpg'), aFile('weg.png', 'image/png'));
    const first = sent();
    expect([first.sent[0], first.sent[1], ...first.sent.slice(2)]).toEqual([
      'PUT',
      expect.stringMatching(
        `^${PICTURES}/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`,
      ),
      'image/jpeg',
      'brug.jpg',
    ]);
    first.upload.onprogress?.({ loaded: 1, total: 4 });
    await settle();
    const bar = screen.getByRole('progressbar', { name: 'Versturen van brug.jpg' });
    expect(bar).toHaveProperty('value', 25);
    expect(screen.getByText('25% verstuurd')).toBeTruthy();
    expect(screen.getByText('Wacht op de foto hiervoor.')).toBeTruthy();
    expect(photos.unfinished()).toBe('Een foto wordt nog verstuurd. Wacht nog even.');
    await answer(first, aPicture('a'));
    await answer(sent(), aPicture('a'), aPicture('b'));
    expect(shown()).toEqual(['/a.jpg', '/b.jpg']);
    expect(screen.getByRole('status').textContent).toBe('Foto 2 staat erbij.');
    expect([screen.queryByRole('progressbar'), photos.unfinished()]).toEqual([null, null]);
    expect(Sending.waiting).toEqual([]);
  });

  it('are sent again under the same name after a connection that was lost, and the next one does not wait', async () => {
    const { screen, settle, choose, sent, answer, press, shown, photos } = photosOf();
    await choose(aFile('brug.jpg'), aFile('weg.jpg'));
    const lost = sent();
    lost.onerror?.();
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('Er is geen verbinding');
    await answer(sent(), aPicture('b'));
    expect(photos.unfinished()).toBe(
      'Een foto is nog niet verstuurd. Probeer het opnieuw, of laat de foto weg.',
    );
    await press('Probeer het opnieuw (brug.jpg)');
    const again = sent();
    expect(again.sent).toEqual(lost.sent);
    await answer(again, aPicture('b'), aPicture('a'));
    expect([shown(), screen.queryByRole('alert')]).toEqual([['/b.jpg', '/a.jpg'], null]);
  });

  it('may be sent again when what stands before the site has no answer', async () => {
    const { screen, settle, choose, sent } = photosOf();
    await choose(aFile('brug.jpg'));
    sent().answer(502, '<h1>Bad gateway</h1>');
    await settle();
    expect(screen.getByRole('button', { name: 'Probeer het opnieuw (brug.jpg)' })).toBeTruthy();
  });

  it('are not sent again when the answer would be the same, and can be left out', async () => {
    const { screen, settle, choose, sent, press, photos } = photosOf();
    await choose(aFile('virus.jpg'));
    sent().answer(422, { code: 'picture-not-a-photo' });
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('Dit bestand is geen foto');
    expect(screen.queryByRole('button', { name: /Probeer het opnieuw/ })).toBeNull();
    await press(/Laat deze foto weg/);
    expect([screen.queryByRole('alert'), photos.unfinished()]).toEqual([null, null]);
    expect(document.activeElement?.textContent).toBe('Foto’s bij uw plan');
  });

  it.each([
    ['larger than 10 MB', aFile('groot.jpg', 'image/jpeg', 60 * 1024 * 1024), /te groot/],
    ['no photo', aFile('brief.pdf', 'application/pdf'), /geen foto/],
  ])('are not sent at all when they are %s', async (_what, file, words) => {
    const { screen, choose } = photosOf();
    await choose(file);
    expect(screen.getByRole('alert').textContent).toMatch(words);
    expect(Sending.waiting).toEqual([]);
  });

  it('are five at most: it says how many more fit, and takes none of too many', async () => {
    const four = ['a', 'b', 'c', 'd'].map((id) => aPicture(id));
    const { screen, settle, choose, sent, answer } = photosOf(...four);
    expect(screen.getByText(/Er is plaats voor één foto\./)).toBeTruthy();
    await choose(aFile('een.jpg'), aFile('twee.jpg'));
    expect(screen.getByText(/U koos 2 foto’s\. Er is plaats voor 1\./)).toBeTruthy();
    expect(Sending.waiting).toEqual([]);
    await choose(aFile('een.jpg'));
    await answer(sent(), ...four, aPicture('e'));
    await settle();
    expect(screen.queryByLabelText(/hoeft niet/)).toBeNull();
    expect(screen.getByText(/Meer passen er niet bij een plan/)).toBeTruthy();
  });

  it('change places by buttons, and the button stays under the finger', async () => {
    const { http, screen, answer, press, shown } = photosOf(aPicture('a'), aPicture('b'), aPicture('c'));
    expect(screen.getByRole('button', { name: 'Zet foto 1 eerder' })).toHaveProperty('disabled', true);
    expect(screen.getByRole('button', { name: 'Zet foto 3 later' })).toHaveProperty('disabled', true);
    await press('Zet foto 3 eerder');
    const order = http.expectOne({ method: 'PUT', url: ORDER });
    expect(order.request.body).toEqual({ pictures: ['a', 'c', 'b'] });
    await answer(order, aPicture('a'), aPicture('c'), aPicture('b'));
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Zet foto 2 eerder'));
    expect([shown(), screen.getByRole('status').textContent]).toEqual([
      ['/a.jpg', '/c.jpg', '/b.jpg'],
      'De foto staat nu op plaats 2.',
    ]);
    await press('Zet foto 2 eerder');
    await answer(http.expectOne({ method: 'PUT', url: ORDER }), aPicture('c'), aPicture('a'), aPicture('b'));
    // It stands first: the one button that still leads somewhere.
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Zet foto 1 later'));
  });

  it('are described, and a description that says nothing is not sent', async () => {
    const { http, screen, settle, answer } = photosOf(aPicture('a'), aPicture('b'));
    const field = screen.getByLabelText('Wat staat er op foto 2?');
    fireEvent.change(field, { target: { value: 'weg' } });
    await settle();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(/Dit is te kort/)).toBeTruthy();
    fireEvent.change(field, { target: { value: ' Kinderen bij de weg ' } });
    await settle();
    const described = http.expectOne({ method: 'PATCH', url: `${PICTURES}/b` });
    expect(described.request.body).toEqual({ alt: 'Kinderen bij de weg' });
    await answer(described, aPicture('a'), aPicture('b', 'Kinderen bij de weg'));
    expect(field.getAttribute('aria-invalid')).toBeNull();
    expect(screen.getByRole('status').textContent).toBe('De beschrijving van foto 2 is bewaard.');
  });

  it('are taken away, or stay when that is refused', async () => {
    const { http, screen, settle, press, shown } = photosOf(aPicture('a'), aPicture('b'));
    await press('Haal foto 1 weg');
    http
      .expectOne({ method: 'DELETE', url: `${PICTURES}/a` })
      .flush({ code: 'picture-under-review' }, { status: 409, statusText: 'Conflict' });
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('Een moderator kijkt nu naar deze foto.');
    expect(shown()).toHaveLength(2);
    await press('Haal foto 1 weg');
    http.expectOne({ method: 'DELETE', url: `${PICTURES}/a` }).flush(null);
    await settle();
    expect([shown(), screen.queryByRole('alert')]).toEqual([['/b.jpg'], null]);
  });
});
