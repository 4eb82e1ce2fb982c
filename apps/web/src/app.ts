import { Location } from '@angular/common';
import {
  afterNextRender,
  Component,
  computed,
  DOCUMENT,
  effect,
  inject,
  linkedSignal,
  viewChild,
  type ElementRef,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { StaffBar, StaffNotice, Visitor } from '@buurtstem/accounts-web';
import { CurrentDistrict } from '@buurtstem/districts-web';
import {
  failureOf,
  failureWords,
  Footer,
  Header,
  LANGUAGE_PATH,
  Notice,
  OfflineLine,
  PageClock,
  PageTitle,
  steadyPresses,
} from '@buurtstem/ui';
import { filter, map, pairwise } from 'rxjs';
import { isLost } from './lost-page';

const SIGNED_OUT = $localize`U bent uitgelogd.`;

/** Header, page, footer; and what holds between pages: the title, the focus, signing out. */
@Component({
  selector: 'bs-root',
  imports: [RouterOutlet, Header, Footer, Notice, OfflineLine, StaffBar, StaffNotice],
  templateUrl: './app.html',
  host: { class: 'bs-frame' },
})
export class App {
  private readonly router = inject(Router);
  private readonly location = inject(Location);
  private readonly pageTitle = inject(PageTitle);
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');
  protected readonly current = inject(CurrentDistrict);
  protected readonly visitor = inject(Visitor);

  private readonly navigations = this.router.events.pipe(
    filter((event) => event instanceof NavigationEnd),
    map(({ urlAfterRedirects }) =>
      isLost(urlAfterRedirects) ? this.location.path(true) : urlAfterRedirects,
    ),
  );
  protected readonly url = toSignal(this.navigations, { initialValue: this.router.url });
  protected readonly path = computed(() => pathOf(this.url()));
  /** After signing in one comes back here, never to the sign-in page itself. */
  protected readonly returnTo = computed(() =>
    this.path().startsWith('/inloggen') ? '/' : withoutMessage(this.url()),
  );
  protected readonly skip = computed(() => `${LANGUAGE_PATH}${this.path()}#inhoud`);
  /** What was done; also what a form did that was sent without scripts, if it is true. */
  protected readonly message = linkedSignal<string | null>(() =>
    /[?&]melding=uitgelogd\b/.test(this.url()) && !this.visitor.isSignedIn() ? SIGNED_OUT : null,
  );

  constructor() {
    // Made here, so that every rendered page carries the server's time, also one that shows no dates itself.
    inject(PageClock);
    steadyPresses();
    const page = inject(DOCUMENT).documentElement;
    effect(() => {
      const district = this.current.value();
      if (!district) return;
      this.pageTitle.nameDistrict(district.name);
      // A district's look is a block of tokens under this name; nothing else changes.
      page.setAttribute('data-theme', district.theme);
    });
    // A browser may show a page again as it left it, with who was signed in then, and their vote.
    const view = inject(DOCUMENT).defaultView;
    const again = (event: PageTransitionEvent): void =>
      event.persisted ? view?.location.reload() : undefined;
    afterNextRender(() => view?.addEventListener('pageshow', again));
    // A screen reader starts at the top of the new page, as after a full load; a change of filter keeps the focus. So does
    // the start of the page itself: somebody may be at the first link already.
    this.navigations.pipe(pairwise()).subscribe(([from, to]) => {
      if (pathOf(from) !== pathOf(to)) this.main().nativeElement.focus({ preventScroll: true });
    });
  }

  protected signOut(): void {
    this.message.set(null);
    this.visitor.signOut().subscribe({
      next: () => this.message.set(SIGNED_OUT),
      error: (error: unknown) => this.message.set(failureWords(failureOf(error).code)),
    });
  }
}

/** What was said on a page once is not said again to who comes back to it. */
function withoutMessage(url: string): string {
  const { pathname, searchParams, hash } = new URL(url, 'http://page');
  for (const name of ['melding', $localize`wacht`]) searchParams.delete(name);
  const search = searchParams.toString();
  return pathname + (search && `?${search}`) + hash;
}

function pathOf(url: string): string {
  return url.replace(/[?#].*$/, '');
}
