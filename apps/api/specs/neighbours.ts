import { PostArgument, ReplyToArgument } from '@buurtstem/discussion-api';
import type { Browser } from '@buurtstem/platform-api/testing';
import type { ResidentId } from '@buurtstem/shared-domain';
import type { West } from './west';

/** A resident who is signed in and has a name. */
export interface Neighbour {
  readonly browser: Browser;
  readonly id: ResidentId;
}

export async function signInAs(west: West, name: string): Promise<Neighbour> {
  const browser = west.test.browser();
  await browser.signIn(`${name.toLowerCase()}@voorbeeld.example`);
  const { body } = await browser.patch<{ account: { id: ResidentId } }>('/account', { displayName: name });
  return { browser, id: body.account.id };
}

export interface Said {
  readonly proposalNumber: number;
  readonly by?: ResidentId;
  readonly body?: string;
  readonly at?: Date;
}

/** An argument by another door than the site, where nobody waits for their turn; answers its id. */
export async function argue(
  west: West,
  { side = 'for', ...said }: Said & { readonly side?: 'for' | 'against' },
): Promise<string> {
  const argument = await west.app.get(PostArgument).execute({ ...(await textOf(west, said)), side });
  return argument.id;
}

/** The same for a reply. */
export async function reply(west: West, argument: string, said: Said): Promise<string> {
  const posted = await west.app.get(ReplyToArgument).execute({ ...(await textOf(west, said)), argument });
  return posted.id;
}

async function textOf(west: West, { proposalNumber, by, body, at }: Said) {
  const id = by ?? ((await west.residents(1)) as [ResidentId])[0];
  return {
    districtId: west.districtId,
    proposalNumber,
    author: { id, displayName: 'Buur' },
    body: body ?? 'Mijn kinderen steken hier elke dag over naar school.',
    ...(at && { at }),
  };
}
