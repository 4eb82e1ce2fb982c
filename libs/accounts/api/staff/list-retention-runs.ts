import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface RetentionRun {
  readonly rule: string;
  readonly ranAt: Date;
  readonly before: Date;
  readonly removed: number;
}

const SHOWN = 100;

/** The proof that what need not be kept is thrown away; for the whole deployment, newest first. */
@Injectable()
export class ListRetentionRuns {
  constructor(private readonly dataSource: DataSource) {}

  execute(): Promise<RetentionRun[]> {
    return this.dataSource.query<RetentionRun[]>(
      `select rule, ran_at as "ranAt", before, removed from retention_run order by id desc limit ${SHOWN}`,
    );
  }
}
