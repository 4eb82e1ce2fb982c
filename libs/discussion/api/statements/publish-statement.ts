import { Injectable } from '@nestjs/common';
import type { CurrentAccount } from '@buurtstem/platform-api';
import type { StatementDto } from './statements.dto';

/** Publishes a statement under the name and role of its author. */
@Injectable()
export class PublishStatement {
  execute(_: {
    district: string;
    number: number;
    author: CurrentAccount;
    body: string;
  }): Promise<StatementDto> {
    throw new Error('to be written');
  }
}
