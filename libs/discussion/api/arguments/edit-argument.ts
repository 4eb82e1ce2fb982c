import { Injectable } from '@nestjs/common';
import type { CurrentAccount } from '@buurtstem/platform-api';

/** Changes an own argument or reply, until the first like or reply. */
@Injectable()
export class EditArgument {
  execute(_: {
    district: string;
    number: number;
    author: CurrentAccount;
    argument: string;
    body: string;
    version: number;
  }): Promise<void> {
    throw new Error('to be written');
  }
}
