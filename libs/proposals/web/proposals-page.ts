import {
  afterNextRender,
  afterRenderEffect,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { CurrentDistrict } from '@buurtstem/districts-web';
import {
  counted,
  describePage,
  fromNow,
  Icon,
  lastValue,
  Opened,
  PageClock,
  ProposalCard,
  StateMessage,
  takeOver,
} from '@buurtstem/ui';
import { PlanMap } from './map/plan-map';
import { type ProposalFilters, type ProposalQuery, ProposalsApi } from './proposals-api';

const SORTS = [
  { value: 'random', words: $localize`Elke dag anders (eerlijk)` },
  { value: 'votes', words: $localize`Meeste stemmen voor` },
  { value: 'newest', words: $localize`Nieuwste eerst` },
] as const;
const STATES = [
  { value: 'open', words: $localize`Open voor stemmen` },
  { value: 'all', words: $localize`Alle plannen, ook oude` },
  { value: 'closed', words: $localize`Gesloten zonder winst` },
] as const;
const KINDS = [
  { value: '', words: $localize`Alles` },
  { value: 'plan', words: $localize`Plannen` },
  { value: 'idea', words: $localize`Ideeën` },
  { value: 'statement', words: $localize`Stellingen` },
] as const;

/**
 * The list of plans. Search and filters live in the address: a form that is sent (GET) works before any script runs, and
 * a list can be shared, reloaded and gone back to.
 */
@Component({
  selector: 'bs-proposals-page',
  imports: [Icon, Opened, PlanMap, ProposalCard, RouterLink, StateMessage],
  templateUrl: './proposals-page.html',
})
export class ProposalsPage {
  readonly q = input<string>();
  readonly sort = input<string>();
  readonly state = input<string>();
  readonly kind = input<string>();
  readonly neighbourhood = input<string>();
  readonly theme = input<string>();
  readonly weergave = input<string>();
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
    theme: this.theme() ?? '',
    weergave: this.weergave() === 'kaart' ? 'kaart' : '',
  }));
  private readonly filters = computed<ProposalFilters>(() => {
    const { q, state, kind, neighbourhood, theme } = this.chosen();
    return { q, state, kind, neighbourhood, theme };
  });
  private readonly query = computed<ProposalQuery>(() => ({
    ...this.filters(),
    sort: this.chosen().sort,
    after: this.after() ?? '',
    limit: 12,
  }));
  private readonly api = inject(ProposalsApi);
  protected readonly page = this.api.list(this.query);
  /** Keeps the last list in sight while the next one loads, so that the page does not jump. */
  protected readonly shown = lastValue(this.page);
  protected readonly isMap = computed(() => this.chosen().weergave === 'kaart');
  protected readonly zoom = signal<number | null>(null);
  protected readonly map = this.api.map(this.isMap);
  private readonly pinsNow = this.api.pins(() => {
    const zoom = this.zoom();
    return this.isMap() && zoom !== null ? { ...this.filters(), zoom } : undefined;
  });
  /** Keeps the last pins while the next ones load, so that none flicker. */
  private readonly pinsShown = lastValue(this.pinsNow);
  protected readonly pins = computed(() => this.pinsShown()?.items ?? []);
  protected readonly filterCount = computed(() => {
    const { state, kind, neighbourhood, theme } = this.chosen();
    return [state !== 'open', kind !== '', neighbourhood !== '', theme !== ''].filter(Boolean).length;
  });
  protected readonly found = computed(() => {
    const shown = this.shown();
    if (!shown) return '';
    const total = counted(shown.total, $localize`plan`, $localize`plannen`);
    return shown.hasMoreThanTotal
      ? $localize`Meer dan ${total}:total: gevonden`
      : $localize`${total}:total: gevonden`;
  });
  protected readonly nextPage = computed(() => ({
    ...withoutDefaults(this.chosen()),
    after: this.shown()?.next ?? undefined,
  }));
  /** The links of the switch keep the search and the filters. */
  protected readonly asList = computed(() => withoutDefaults({ ...this.chosen(), weergave: '' }));
  protected readonly asMap = computed(() => withoutDefaults({ ...this.chosen(), weergave: 'kaart' }));
  protected readonly countdown = computed(() => {
    const round = this.current.value()?.currentRound;
    return round?.state === 'open' && Date.parse(round.closesAt) > this.now.getTime()
      ? $localize`De telling is ${fromNow(round.closesAt, this.now)}:fromNow:`
      : null;
  });
  protected readonly openWords = computed(() => {
    const open = this.current.value()?.openProposals ?? 0;
    return $localize`${counted(open, $localize`plan is`, $localize`plannen zijn`)}:counted: open.`;
  });

  private readonly isWide = signal(false);
  /** On a wide screen the filters stand beside the list and are in nobody's way. */
  protected readonly filtersOpen = computed(() => this.isWide() || this.filterCount() > 0);

  private readonly words = viewChild<ElementRef<HTMLInputElement>>('words');

  constructor() {
    this.keepWhatIsTyped();
    afterNextRender(() => this.isWide.set(matchMedia('(min-width: 64rem)').matches));
    describePage(() => {
      const district = this.current.value();
      return district
        ? {
            title: $localize`Plannen`,
            description: $localize`Alle plannen van bewoners in ${district.name}:name:. Zoek, lees en stem.`,
          }
        : null;
    });
  }

  /** What somebody typed before the page ran stays; only an address that changes after that fills the field. */
  private keepWhatIsTyped(): void {
    let shown: string | undefined;
    afterRenderEffect({
      write: () => {
        const words = this.words()?.nativeElement;
        const { q } = this.chosen();
        if (words && shown !== undefined && shown !== q) words.value = q;
        if (words) shown = q;
      },
    });
  }

  /** Sends the form's fields as the address; what stands at its default is left out. */
  protected search(event: Event): void {
    if (!takeOver(event)) return;
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
