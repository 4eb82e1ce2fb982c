import type { Account } from '@buurtstem/contract';

/** Builders for the specs: one valid thing each, of which a spec changes what it is about. */
export function anAccount(changes: Partial<Account> = {}): Account {
  return {
    id: 'u1',
    email: 'ans@voorbeeld.nl',
    displayName: 'Ans Vermeer',
    roles: [],
    staffAccess: 'none',
    household: { position: 1, limit: 1, others: [] },
    ...changes,
  };
}
