import { Component, computed, input, output } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { LANGUAGE_PATH } from '../format/language';
import { Icon } from '../icon';
import { LanguageLink } from './language-link';
import { takeOver } from '../platform/take-over';

const SECTIONS = [
  { path: 'plannen', words: $localize`Plannen` },
  { path: 'uitslagen', words: $localize`Uitslagen` },
  { path: 'agenda', words: $localize`Agenda` },
  { path: 'opvolging', words: $localize`Wat is ermee gebeurd?` },
] as const;

/** Logo, sections, sign-in. On a phone a native `details` menu, which opens before any script runs. */
@Component({
  selector: 'bs-header',
  imports: [RouterLink, RouterLinkActive, Icon, LanguageLink],
  templateUrl: './header.html',
})
export class Header {
  readonly district = input.required<{ slug: string; name: string; municipality: string } | null>();
  /** The name or address of who is signed in; null when nobody is. */
  readonly visitor = input.required<string | null>();
  /** Where to come back to after signing in. */
  readonly returnTo = input.required<string>();
  /** The address of this page, without the language. */
  readonly url = input.required<string>();
  readonly signOut = output();

  /** Signs out where there are no scripts. */
  protected readonly signOutAddress = computed(
    () => `${LANGUAGE_PATH}/formulier/uitloggen?terug=${encodeURIComponent(this.returnTo())}`,
  );

  protected readonly sections = SECTIONS;
  /** There is room for a first name; an address says less than "mijn stemmen". */
  protected readonly shortName = computed(() => {
    const name = this.visitor() ?? '';
    return name.includes('@') ? null : (name.trim().split(/\s+/)[0] ?? null);
  });

  protected leave(event: Event): void {
    if (takeOver(event)) this.signOut.emit();
  }
}
