import { DOCUMENT, inject, Injectable } from '@angular/core';
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

type Attributes = Readonly<Record<string, string>>;

/** The tags in the head that other sites read (Open Graph), and the one address that a page has. */
@Injectable({ providedIn: 'root' })
export class ShareTags {
  private readonly head = inject(DOCUMENT).head;
  private readonly address = inject(PublicAddress);

  write({ site, title, description }: SharedWords, page: SharedPage | null): void {
    this.tag('meta', 'name', 'description', { content: description });
    this.property('og:site_name', site);
    this.property('og:title', title);
    this.property('og:description', description);
    this.property('og:type', page ? 'article' : 'website');
    this.property('og:url', page && this.address.of(LANGUAGE_PATH + page.path));
    this.property('og:image', page && this.address.of(page.image));
    this.property('og:image:width', page && '1200');
    this.property('og:image:height', page && '630');
    this.property('og:image:alt', page && page.imageAlt);
    this.tag('meta', 'name', 'twitter:card', { content: page ? 'summary_large_image' : 'summary' });
    this.tag('link', 'rel', 'canonical', page && { href: this.address.of(LANGUAGE_PATH + page.path) });
    const embed = page && { href: this.address.of(page.embed), type: 'application/json+oembed', title };
    this.tag('link', 'rel', 'alternate', embed);
  }

  private property(property: string, content: string | null): void {
    this.tag('meta', 'property', property, content === null ? null : { content });
  }

  /** Without attributes the tag goes: the page before this one may have left it. */
  private tag(element: 'meta' | 'link', key: string, name: string, attributes: Attributes | null): void {
    const known = this.known(element, key, name);
    if (!attributes) return known?.remove();
    const tag = known ?? this.head.appendChild(this.head.ownerDocument.createElement(element));
    tag.setAttribute(key, name);
    for (const [attribute, value] of Object.entries(attributes)) tag.setAttribute(attribute, value);
  }

  /** Looked for among the head's own children: Angular's `Meta` walks through the whole page, for each tag anew. */
  private known(element: string, key: string, name: string): Element | null {
    let tag = this.head.firstElementChild;
    while (tag && (tag.localName !== element || tag.getAttribute(key) !== name)) tag = tag.nextElementSibling;
    return tag;
  }
}
