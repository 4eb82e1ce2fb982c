import { randomUUID } from 'node:crypto';
import { photo, type Answer, type Browser } from '@buurtstem/platform-api/testing';
import { West } from './west';

export interface Picture {
  readonly id: string;
  readonly url: string;
  readonly alt: string;
  readonly sources: readonly { readonly type: string; readonly srcset: string }[];
}
export interface Problem {
  readonly code: string;
  readonly errors?: readonly { readonly field: string; readonly code: string }[];
}
export interface Plan {
  readonly number: number;
  readonly picture: Picture | null;
  readonly pictures: readonly Picture[];
}
export type Pictures = Answer<Problem & { readonly items: readonly Picture[] }>;

export const ALT = 'Kinderen steken over bij de brug';
export const BODY =
  'Bij de Sluisbrug rijden auto’s hard van de helling af. Zij zien ons pas op het laatst. '.repeat(2);

/** Charlie, who puts photos beside his plans, and Bob, who looks at them. */
export class PhotosScene {
  private constructor(
    readonly west: West,
    readonly charlie: Browser,
    readonly bob: Browser,
    readonly jpeg: Buffer,
  ) {}

  static async open(): Promise<PhotosScene> {
    const west = await West.open();
    const signIn = async (name: string): Promise<Browser> => {
      const browser = west.test.browser();
      await browser.signIn(`${name}@voorbeeld.example`);
      await browser.patch('/account', { displayName: name });
      return browser;
    };
    const jpeg = await photo(900, 600).jpeg().toBuffer();
    return new PhotosScene(west, await signIn('charlie'), await signIn('bob'), jpeg);
  }

  close(): Promise<void> {
    return this.west.close();
  }

  /** The limit of an hour is a spec of its own. */
  forgetLimits(): Promise<unknown> {
    return this.west.rows('delete from rate_bucket');
  }

  async draft(): Promise<number> {
    const text = {
      kind: 'plan',
      title: 'Veilig oversteken',
      summary: 'Hier steken 200 kinderen over.',
      body: BODY,
    };
    const { body } = await this.charlie.post<Plan>('/districts/west/proposals', {
      ...text,
      neighbourhood: null,
    });
    return body.number;
  }

  publish(plan: number): Promise<Answer> {
    return this.charlie.post(`/districts/west/proposals/${plan}/publication`);
  }

  at(plan: number, id: string): string {
    return `/districts/west/proposals/${plan}/pictures/${id}`;
  }

  put(
    plan: number,
    {
      id = randomUUID() as string,
      bytes = this.jpeg as unknown,
      alt = ALT,
      type = 'image/jpeg',
      by = this.charlie,
    } = {},
  ): Promise<Pictures> {
    return by.send('PUT', `${this.at(plan, id)}?alt=${encodeURIComponent(alt)}`, bytes, {
      'content-type': type,
    });
  }

  order(plan: number, pictures: readonly string[]): Promise<Pictures> {
    return this.charlie.put(`/districts/west/proposals/${plan}/picture-order`, { pictures });
  }

  async read(plan: number, by = this.charlie): Promise<Plan> {
    return (await by.get<Plan>(`/districts/west/proposals/${plan}`)).body;
  }

  async idsOf(plan: number): Promise<string[]> {
    return (await this.read(plan)).pictures.map(({ id }) => id);
  }

  addressesOf({ url, sources }: Picture): string[] {
    return [
      url,
      ...sources.flatMap(({ srcset }) => srcset.split(', ').map((one) => one.split(' ')[0] ?? '')),
    ];
  }

  async statusesOf(addresses: readonly string[], by = this.bob): Promise<number[]> {
    const statuses = new Set<number>();
    for (const address of addresses) statuses.add((await by.send('GET', `/${address}`)).status);
    return [...statuses];
  }

  async refused(answer: Promise<Pictures>): Promise<[number, string]> {
    const { status, body } = await answer;
    return [status, body.errors?.[0]?.code ?? body.code];
  }
}
