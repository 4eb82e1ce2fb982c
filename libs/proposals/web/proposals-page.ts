import { afterNextRender, Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { CurrentDistrict } from '@buurtstem/districts-web';
import {
  counted,
  describePage,
  fromNow,
  Icon,
  lastValue,
  PageClock,
  ProposalCard,
  StateMessage,
} from '@buurtstem/ui';
import { type ProposalQuery, ProposalsApi } from './proposals-api';

const SORTS = [
  { value: 'random', words: 'Elke dag anders (eerlijk)' },
  { value: 'votes', words: 'Meeste stemmen voor' },
  { value: 'newest', words: 'Nieuwste eerst' },
] as const;
const STATES = [
  { value: 'open', words: 'Open voor stemmen' },
  { value: 'all', words: 'Alle plannen, ook oude' },
  { value: 'closed', words: 'Gesloten zonder winst' },
] as const;
const KINDS = [
  { value: '', words: 'Alles' },
  { value: 'plan', words: 'Plannen' },
  { value: 'idea', words: 'Ideeën' },
  { value: 'statement', words: 'Stellingen' },
] as const;

/**
 * The list of plans. Search and filters live in the address: a form that is sent (GET) works before any script runs, and
 * a list can be shared, reloaded and gone back to.
 */
@Component({
  selector: 'bs-proposals-page',
  imports: [RouterLink, Icon, ProposalCard, StateMessage],
  templateUrl: './proposals-page.html',
})
export class ProposalsPage {
  readonly q = input<string>();
  readonly sort = input<string>();
  readonly state = input<string>();
  readonly kind = input<string>();
  readonly neighbourhood = input<string>();
  readonly after = input<string>();

  private readonly router = inject(Router);
  private readonly now = inject(PageClock).now();
  protected readonly current = inject(CurrentDistrict);
  protected readonly sorts = SORTS;
  protected readonly states = STATES;
  protected readonly kinds = KINDS;

  protected readonly chosen = computed(() => ({
    q: this.q() ?? '',
    sort: SORTS.find(({ value }) => value === this.sort())?.value ?? 'votes',
    state: STATES.find(({ value }) => value === this.state())?.value ?? 'open',
    kind: KINDS.find(({ value }) => value === this.kind())?.value ?? '',
    neighbourhood: this.neighbourhood() ?? '',
  }));
  private readonly query = computed<ProposalQuery>(() => ({
    ...this.chosen(),
    after: this.after() ?? '',
    limit: 12,
  }));
  protected readonly page = inject(ProposalsApi).list(this.query);
  /** Keeps the last list in sight while the next one loads, so that the page does not jump. */
  protected readonly shown = lastValue(this.page);
  protected readonly filterCount = computed(() => {
    const { state, kind, neighbourhood } = this.chosen();
    return [state !== 'open', kind !== '', neighbourhood !== ''].filter(Boolean).length;
  });
  protected readonly found = computed(() => {
    const shown = this.shown();
    return shown ? `${counted(shown.total, 'plan', 'plannen')} gevonden` : '';
  });
  protected readonly nextPage = computed(() => ({
    ...withoutDefaults(this.chosen()),
    after: this.shown()?.next ?? undefined,
  }));
  protected readonly countdown = computed(() => {
    const round = this.current.value()?.currentRound;
    return round?.state === 'open' && Date.parse(round.closesAt) > this.now.getTime()
      ? `De telling is ${fromNow(round.closesAt, this.now)}`
      : null;
  });
  protected readonly openWords = computed(() => {
    const open = this.current.value()?.openProposals ?? 0;
    return `${counted(open, 'plan is', 'plannen zijn')} open.`;
  });

  private readonly isWide = signal(false);
  /** On a wide screen the filters stand beside the list and are in nobody's way. */
  protected readonly filtersOpen = computed(() => this.isWide() || this.filterCount() > 0);

  constructor() {
    afterNextRender(() => this.isWide.set(matchMedia('(min-width: 64rem)').matches));
    describePage(() => {
      const district = this.current.value();
      return district
        ? {
            title: 'Plannen',
            description: `Alle plannen van bewoners in ${district.name}. Zoek, lees en stem.`,
          }
        : null;
    });
  }

  /** Sends the form's fields as the address; what stands at its default is left out. */
  protected search(event: Event): void {
    event.preventDefault();
    const fields = new FormData(event.currentTarget as HTMLFormElement);
    const wanted = Object.fromEntries([...fields].map(([name, value]) => [name, String(value).trim()]));
    void this.router.navigate([], { queryParams: withoutDefaults(wanted) });
  }
}

function withoutDefaults(query: Record<string, string>): Record<string, string> {
  const defaults: Record<string, string> = { sort: 'votes', state: 'open' };
  return Object.fromEntries(
    Object.entries(query).filter(([name, value]) => value !== '' && defaults[name] !== value),
  );
}
