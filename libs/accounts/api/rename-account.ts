import { Injectable } from '@nestjs/common';
import { parseDisplayName } from '@buurtstem/accounts-domain';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import { Accounts } from './accounts';

/** Sets the name that stands beside somebody's plans and arguments. */
@Injectable()
export class RenameAccount {
  constructor(private readonly accounts: Accounts) {}

  /** Answers the name as it is kept. */
  async execute(id: ResidentId, text: string): Promise<string> {
    const name = nameOf(text);
    await this.accounts.rename(id, name);
    return name;
  }
}

/** The name that somebody typed, or a refusal that says what is wrong with it. */
export function nameOf(text: string): string {
  const name = parseDisplayName(text);
  if (name.ok) return name.value;
  throw new Refusal(name.refusal, [{ field: 'displayName', code: name.refusal, message: 'is not a name' }]);
}
