import { computed, effect, inject, Injectable, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { ShareTags, type SharedPage } from './share-tags';

export interface PageDescription {
  readonly title: string;
  readonly description?: string;
  /** Of a page that people are to share. */
  readonly share?: SharedPage;
}

const DEFAULT_DESCRIPTION = $localize`Dien een plan in voor uw buurt of stem op plannen van uw buren. De winnaar komt op de agenda van de stadsdeelcommissie.`;

/** The title and the description of the page: from the route, until a page knows better. */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly shareTags = inject(ShareTags);
  private readonly page = signal<PageDescription>({ title: '' });
  private readonly districtName = signal('');

  private readonly site = computed(() => $localize`Buurtstem ${this.districtName()}:districtName:`.trim());
  readonly text = computed(() => (this.page().title ? `${this.page().title} - ${this.site()}` : this.site()));

  constructor() {
    super();
    effect(() => {
      this.title.setTitle(this.text());
      const { title, description = DEFAULT_DESCRIPTION, share = null } = this.page();
      this.shareTags.write({ site: this.site(), title: title || this.site(), description }, share);
    });
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.page.set({ title: this.buildTitle(snapshot) ?? '' });
  }

  /** For pages whose title is in their data. */
  describe(page: PageDescription): void {
    this.page.set(page);
  }

  nameDistrict(name: string): void {
    this.districtName.set(name);
  }
}

/** Keeps title and description in step with the page's data; nothing while that is loading. */
export function describePage(page: () => PageDescription | null): void {
  const pageTitle = inject(PageTitle);
  effect(() => {
    const described = page();
    if (described) pageTitle.describe(described);
  });
}
