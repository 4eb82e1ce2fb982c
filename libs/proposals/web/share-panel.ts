import { afterNextRender, Component, computed, DOCUMENT, inject, input, signal } from '@angular/core';
import type { Proposal } from '@buurtstem/contract';
import { frameCode, shortPath } from '@buurtstem/proposals-domain';
import { Icon, Notice, PublicAddress } from '@buurtstem/ui';

/**
 * What one needs to bring others to a plan: the link, ways to send it, the poster, and the code for another site. All of it
 * is there without scripts; the buttons that need one come with it.
 */
@Component({
  selector: 'bs-share-panel',
  imports: [Icon, Notice],
  templateUrl: './share-panel.html',
})
export class SharePanel {
  readonly proposal = input.required<Proposal>();
  readonly district = input.required<string>();

  private readonly address = inject(PublicAddress);
  private readonly browser = inject(DOCUMENT).defaultView?.navigator;
  /** Not before the page runs: a button that does nothing is worse than none. */
  protected readonly canCopy = signal(false);
  protected readonly canShare = signal(false);
  protected readonly said = signal<'link' | 'code' | 'failed' | null>(null);

  private readonly plan = computed(() => ({ district: this.district(), number: this.proposal().number }));
  protected readonly isOpen = computed(() => this.proposal().state === 'open');
  protected readonly link = computed(() => this.address.of(shortPath(this.plan())));
  protected readonly linkInWords = computed(() => this.link().replace(/^https?:\/\//, ''));
  protected readonly poster = computed(() => {
    const { district, number } = this.plan();
    return `/api/v1/districts/${district}/proposals/${number}/poster`;
  });
  protected readonly code = computed(() =>
    frameCode({ proposal: this.plan(), title: this.proposal().title, site: this.address.origin }),
  );
  private readonly message = computed(() => {
    const { title } = this.proposal();
    return this.isOpen()
      ? $localize`Wat vindt u van dit plan: ${title}:title:? Stem op ${this.link()}:link:`
      : $localize`Lees dit plan: ${title}:title:. Ga naar ${this.link()}:link:`;
  });
  protected readonly whatsapp = computed(() => `https://wa.me/?text=${encodeURIComponent(this.message())}`);
  protected readonly mail = computed(
    () =>
      `mailto:?subject=${encodeURIComponent(this.proposal().title)}&body=${encodeURIComponent(this.message())}`,
  );

  constructor() {
    afterNextRender(() => {
      this.canCopy.set(this.browser?.clipboard !== undefined);
      this.canShare.set(typeof this.browser?.share === 'function');
    });
  }

  protected async copy(what: 'link' | 'code'): Promise<void> {
    this.said.set(null);
    try {
      await this.browser?.clipboard.writeText(what === 'link' ? this.link() : this.code());
      this.said.set(what);
    } catch {
      this.said.set('failed');
    }
  }

  protected async share(): Promise<void> {
    const { title } = this.proposal();
    // Who closes the choice of their phone changed their mind: that is no failure.
    await this.browser?.share({ title, text: title, url: this.link() }).catch(() => undefined);
  }
}
