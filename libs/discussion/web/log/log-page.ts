import {
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
  effect,
  inject,
  input,
  numberAttribute,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { counted, Failed, Icon, lastValue, MomentPipe, WholePipe } from '@buurtstem/ui';
import { LogApi } from './log-api';
import { logExplanation, logReason, logWords } from './log-words';

const FEED_LINK = 'besluiten-feed';

/** Every decision of the moderators of a district, newest first, with what it takes to check that none was changed. */
@Component({
  selector: 'bs-log-page',
  imports: [RouterLink, Failed, Icon, MomentPipe, WholePipe],
  templateUrl: './log-page.html',
})
export class LogPage {
  /** Only decisions before this position (`?voor=`). */
  readonly voor = input(undefined, {
    transform: (value: unknown) => positionIn(value),
  });

  private readonly api = inject(LogApi);
  protected readonly current = inject(CurrentDistrict);
  protected readonly resource = this.api.page(this.voor);
  private readonly last = lastValue(this.resource);
  protected readonly feed = this.api.feed;
  protected readonly everyLine = this.api.lines;

  protected readonly page = computed(() => {
    const page = this.last();
    return (
      page && {
        total: counted(page.total, $localize`besluit`, $localize`besluiten`),
        next: page.next,
        lines: page.items.map((line) => ({
          ...line,
          what: logWords(line),
          why: logReason(line),
          words: logExplanation(line),
        })),
      }
    );
  });
  /** The newest line, on the first page only. */
  protected readonly head = computed(() =>
    this.voor() === undefined ? (this.last()?.items[0] ?? null) : null,
  );

  constructor() {
    this.announceFeed();
  }

  /** Feed readers find the feed by a link in the head of the page. */
  private announceFeed(): void {
    const page = inject(DOCUMENT);
    effect(() => {
      const feed = this.feed();
      if (feed === null) return;
      // The server may have written it already; its document has no `append`.
      const link = page.getElementById(FEED_LINK) ?? page.createElement('link');
      link.id = FEED_LINK;
      link.setAttribute('rel', 'alternate');
      link.setAttribute('type', 'application/atom+xml');
      link.setAttribute('title', $localize`Besluiten van moderators`);
      link.setAttribute('href', feed);
      page.head.appendChild(link);
    });
    inject(DestroyRef).onDestroy(() => page.getElementById(FEED_LINK)?.remove());
  }
}

/** A position in an address; what is no position is left out, so that the newest decisions show. */
function positionIn(value: unknown): number | undefined {
  const position = numberAttribute(value, 0);
  return Number.isSafeInteger(position) && position > 0 ? position : undefined;
}
