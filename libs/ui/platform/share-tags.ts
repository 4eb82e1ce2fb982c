import { DOCUMENT, inject, Injectable } from '@angular/core';
import { Meta, type MetaDefinition } from '@angular/platform-browser';
import { LANGUAGE_PATH } from '../format/language';
import { PublicAddress } from './public-address';

/** How a page is shown where somebody shares its address. All of them are paths of this site. */
export interface SharedPage {
  readonly path: string;
  /** A picture of 1200 by 630. */
  readonly image: string;
  readonly imageAlt: string;
  /** Where other sites ask how to show it (oEmbed). */
  readonly embed: string;
}

export interface SharedWords {
  readonly site: string;
  readonly title: string;
  readonly description: string;
}

/** The tags in the head that other sites read (Open Graph), and the one address that a page has. */
@Injectable({ providedIn: 'root' })
export class ShareTags {
  private readonly meta = inject(Meta);
  private readonly head = inject(DOCUMENT).head;
  private readonly address = inject(PublicAddress);

  write({ site, title, description }: SharedWords, page: SharedPage | null): void {
    this.property('og:site_name', site);
    this.property('og:title', title);
    this.property('og:description', description);
    this.property('og:type', page ? 'article' : 'website');
    this.property('og:url', page && this.address.of(LANGUAGE_PATH + page.path));
    this.property('og:image', page && this.address.of(page.image));
    this.property('og:image:width', page && '1200');
    this.property('og:image:height', page && '630');
    this.property('og:image:alt', page && page.imageAlt);
    this.meta.updateTag({ name: 'twitter:card', content: page ? 'summary_large_image' : 'summary' });
    this.link('canonical', page && { href: this.address.of(LANGUAGE_PATH + page.path) });
    this.link(
      'alternate',
      page && { href: this.address.of(page.embed), type: 'application/json+oembed', title },
    );
  }

  /** Without a value the tag goes: the page before this one may have left it. */
  private property(property: string, content: string | null): void {
    if (content === null) return this.meta.removeTag(`property='${property}'`);
    this.meta.updateTag({ property, content } satisfies MetaDefinition);
  }

  private link(rel: string, attributes: Record<string, string> | null): void {
    const known = this.head.querySelector(`link[rel='${rel}']`);
    if (!attributes) return known?.remove();
    const link = known ?? this.head.appendChild(this.head.ownerDocument.createElement('link'));
    link.setAttribute('rel', rel);
    for (const [name, value] of Object.entries(attributes)) link.setAttribute(name, value);
  }
}
