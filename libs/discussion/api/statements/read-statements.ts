import { Injectable } from '@nestjs/common';
import type { CurrentAccount } from '@buurtstem/platform-api';
import type { StatementDto } from './statements.dto';

/** Statements on a proposal, newest first. */
@Injectable()
export class ReadStatements {
  list(_district: string, _number: number, _reader: CurrentAccount | null): Promise<StatementDto[]> {
    throw new Error('to be written');
  }
}
