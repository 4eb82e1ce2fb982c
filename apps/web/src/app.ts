import {
  Component,
  computed,
  DOCUMENT,
  effect,
  inject,
  signal,
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
} from '@buurtstem/ui';
import { filter, map, pairwise, startWith } from 'rxjs';

/** Header, page, footer; and what holds between pages: the title, the focus, signing out. */
@Component({
  selector: 'bs-root',
  imports: [RouterOutlet, Header, Footer, Notice, OfflineLine, StaffBar, StaffNotice],
  templateUrl: './app.html',
  host: { class: 'bs-frame' },
})
export class App {
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');
  protected readonly current = inject(CurrentDistrict);
  protected readonly visitor = inject(Visitor);

  private readonly navigations = this.router.events.pipe(
    filter((event) => event instanceof NavigationEnd),
    map((event) => event.urlAfterRedirects),
    startWith(this.router.url),
  );
  protected readonly url = toSignal(this.navigations, { initialValue: this.router.url });
  protected readonly path = computed(() => pathOf(this.url()));
  /** After signing in one comes back here, never to the sign-in page itself. */
  protected readonly returnTo = computed(() => (this.path().startsWith('/inloggen') ? '/' : this.url()));
  protected readonly skip = computed(() => `${LANGUAGE_PATH}${this.path()}#inhoud`);
  protected readonly message = signal<string | null>(null);

  constructor() {
    // Made here, so that every rendered page carries the server's time, also one that shows no dates itself.
    inject(PageClock);
    const page = inject(DOCUMENT).documentElement;
    effect(() => {
      const district = this.current.value();
      if (!district) return;
      this.pageTitle.nameDistrict(district.name);
      // A district's look is a block of tokens under this name; nothing else changes.
      page.setAttribute('data-theme', district.theme);
    });
    // A screen reader starts at the top of the new page, as after a full load; a change of filter keeps the focus.
    this.navigations.pipe(pairwise()).subscribe(([from, to]) => {
      if (pathOf(from) !== pathOf(to)) this.main().nativeElement.focus({ preventScroll: true });
    });
  }

  protected signOut(): void {
    this.message.set(null);
    this.visitor.signOut().subscribe({
      next: () => this.message.set($localize`U bent uitgelogd.`),
      error: (error: unknown) => this.message.set(failureWords(failureOf(error).code)),
    });
  }
}

function pathOf(url: string): string {
  return url.replace(/[?#].*$/, '');
}
