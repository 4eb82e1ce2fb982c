import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { DataSource } from 'typeorm';
import { West } from './west';

/** Written with SQL alone, so no entity speaks for them. */
const WITHOUT_ENTITY = [
  'session',
  'rate_bucket',
  'role_grant',
  'audit_entry',
  'audit_origin',
  'retention_run',
  'outbox_message',
  'outbox_promise',
  'news',
  'notification_preference',
  'mailbox',
  'mail_bounce',
  'mail_pace',
  'standing_summary',
  'standing_change',
  'dev_mail',
  'setting',
  'migration',
];

describe('entities and migrations', () => {
  let west: West;
  beforeAll(async () => (west = await West.open()));
  afterAll(() => west.close());

  it('say the same of every column: name, type, and whether it may be empty', async () => {
    const rows = await west.rows(
      `select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, null) || case when a.attnotnull then '' else ' null' end as text
       from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped
         and not c.relname = any($1)`,
      [WITHOUT_ENTITY],
    );
    const database = rows.map((row) => String(row['text'])).sort();
    const entities = west.app
      .get(DataSource)
      .entityMetadatas.flatMap((entity) =>
        entity.columns.map((column) => `${entity.tableName}.${described(column)}`),
      )
      .sort();
    expect(entities.length).toBeGreaterThan(100);
    expect(entities).toEqual(database);
  });

  it('agree on the primary keys', async () => {
    const rows = await west.rows(
      `select c.relname || ' ' || string_agg(a.attname, ' ' order by a.attname) as text
       from pg_index x join pg_class c on c.oid = x.indrelid
       join pg_attribute a on a.attrelid = c.oid and a.attnum = any(x.indkey::smallint[])
       where x.indisprimary and c.relnamespace = 'public'::regnamespace and not c.relname = any($1) group by c.relname`,
      [WITHOUT_ENTITY],
    );
    const entities = west.app.get(DataSource).entityMetadatas.map((entity) => {
      const key = entity.primaryColumns.map((column) => column.databaseName).sort();
      return [entity.tableName, ...key].join(' ');
    });
    expect(entities.sort()).toEqual(rows.map((row) => String(row['text'])).sort());
  });

  it('are never synchronised by the ORM', () => {
    expect(west.app.get(DataSource).options.synchronize).toBe(false);
  });
});

const LONG_NAMES: Record<string, string> = { timestamptz: 'timestamp with time zone' };

function described(column: ColumnMetadata): string {
  const type = String(column.type);
  return `${column.databaseName} ${LONG_NAMES[type] ?? type}${column.isArray ? '[]' : ''}${column.isNullable ? ' null' : ''}`;
}
