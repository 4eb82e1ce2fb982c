import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { Config } from './config';

/** A statement as the driver takes it; with a name it is prepared. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values: unknown[];
}

/** Answers the rows of a statement. */
export type Ask = <Row>(statement: Statement) => Promise<Row[]>;

/**
 * A list among the values of a prepared statement, `$1` and its type, of which PostgreSQL does not see how long it is when it plans. Else it
 * plans for every short list anew, which costs three times what the statement does, and goes on so when the lists get longer.
 */
export const ofAnyLength = (value: string, type: string): string => `(select ${value}::${type})::${type}`;

/** What of the driver's pool and of its connections is used here and in `Transaction`: they ask nobody around who wants to know of a statement. */
export interface Connection {
  query(statement: string | Statement): Promise<{ rows: unknown[] }>;
}

/**
 * Asks what is asked many times a second. PostgreSQL reads such a statement once for each connection and may keep its plan,
 * unless the settings say that a pooler stands between that does not know of prepared statements.
 */
@Injectable()
export class Prepared {
  /** What is read of an entity's table, and from which. */
  private readonly readings = new Map<EntityTarget<ObjectLiteral>, string>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
  ) {}

  /** `name` is the statement's own: another text needs another. Within the transaction of `em` where one is given. */
  async query<T>(name: string, text: string, values: unknown[], em?: EntityManager): Promise<T[]> {
    const statement = this.statement(name, text, values);
    if (em) return askWithin(em)<T>(statement);
    return (await this.pool().query(statement)).rows as T[];
  }

  /** For who decides elsewhere when it is asked. */
  statement(name: string, text: string, values: unknown[]): Statement {
    return this.config.preparesStatements ? { name, text, values } : { text, values };
  }

  /** Whole records, with the properties that the entity calls its columns; `rest` follows the name of the table. */
  find<T extends ObjectLiteral>(
    entity: EntityTarget<T> & object,
    name: string,
    rest: string,
    values: unknown[],
    em?: EntityManager,
  ): Promise<T[]> {
    const reading = this.readings.get(entity) ?? this.readingOf(entity);
    this.readings.set(entity, reading);
    return this.query<T>(name, `${reading} ${rest}`, values, em);
  }

  private readingOf(entity: EntityTarget<ObjectLiteral>): string {
    const { columns, tableName } = this.dataSource.getMetadata(entity);
    const read = columns
      .filter(({ isSelect }) => isSelect)
      .map(({ databaseName, propertyName }) => `"${databaseName}" as "${propertyName}"`);
    return `select ${read.join(', ')} from "${tableName}"`;
  }

  private pool(): Connection {
    return (this.dataSource.driver as unknown as { readonly master: Connection }).master;
  }
}

/** Asks within this transaction. */
export function askWithin(em: EntityManager): Ask {
  return async <Row>(statement: Statement) => (await (await connectionOf(em)).query(statement)).rows as Row[];
}

/** Of a transaction that is open. */
async function connectionOf(em: EntityManager): Promise<Connection> {
  if (!em.queryRunner) throw new Error('This is no transaction.');
  return (await em.queryRunner.connect()) as Connection;
}
