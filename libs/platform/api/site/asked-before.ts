const MOST_KINDS = 200;

/** The number that an address is about, such as that of a plan. */
const NUMBER = /\/(\d+)(?=[/?]|$)/;
const ANY = '/#';

/**
 * What a page of each kind asked the API the last time. Addresses that differ by the number in their path alone are of one
 * kind: pages of plans ask the same, each of its own plan.
 */
export class AskedBefore {
  private readonly kinds = new Map<string, readonly string[]>();

  note(page: string, asked: readonly string[]): void {
    const { kind, without } = kindOf(page);
    this.kinds.delete(kind);
    this.kinds.set(kind, asked.map(without));
    // A Map remembers in which order its keys came: the first is what was drawn longest ago.
    for (const oldest of this.kinds.keys()) {
      if (this.kinds.size <= MOST_KINDS) return;
      this.kinds.delete(oldest);
    }
  }

  /** What this page will ask, if it is like the last one of its kind; nothing where there was none. */
  of(page: string): readonly string[] {
    const { kind, with: own } = kindOf(page);
    return (this.kinds.get(kind) ?? []).map(own);
  }
}

interface KindOfPage {
  readonly kind: string;
  without(address: string): string;
  with(address: string): string;
}

function kindOf(page: string): KindOfPage {
  const number = NUMBER.exec(page)?.[1];
  if (number === undefined) return { kind: page, without: (address) => address, with: (address) => address };
  const own = new RegExp(`/${number}(?=[/?]|$)`, 'g');
  const without = (address: string): string => address.replace(own, ANY);
  return { kind: without(page), without, with: (address) => address.replaceAll(ANY, `/${number}`) };
}
