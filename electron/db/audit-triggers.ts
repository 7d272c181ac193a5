/** How a table takes part in the audit trail. */
export type AuditMode = 'editable' | 'appendOnly';

/**
 * SQL of the triggers that write the audit trail of one table; used inside the migration that makes the
 * table, with the columns as that migration leaves them. Each row before and after goes to `change` as
 * JSON of all columns, and a write while no change set is open aborts. Rows keep their id for life.
 * An `appendOnly` table accepts new rows only.
 */
export function auditTriggers(
  table: string,
  columns: readonly string[],
  mode: AuditMode = 'editable',
): string {
  const insert = recordTrigger(table, columns, 'insert');
  if (mode === 'appendOnly') return [insert, refuseEdits(table)].join('\n');
  return [insert, recordTrigger(table, columns, 'update'), recordTrigger(table, columns, 'delete')].join(
    '\n',
  );
}

/** SQL of a trigger that lets rows of an unaudited table in only while a change set is open, and never out. */
export function appendOnlyTriggers(table: string): string {
  return [
    `CREATE TRIGGER ${table}_guard_insert BEFORE INSERT ON ${table} BEGIN\n  ${openCheck(table)}\nEND;`,
    refuseEdits(table),
  ].join('\n');
}

/** SQL of the triggers that refuse to change or remove a row that is there. */
export function refuseEdits(table: string): string {
  return ['UPDATE', 'DELETE']
    .map(
      (operation) =>
        `CREATE TRIGGER ${table}_refuse_${operation.toLowerCase()} BEFORE ${operation} ON ${table} BEGIN\n` +
        `  SELECT RAISE(ABORT, '${table}: append-only');\nEND;`,
    )
    .join('\n');
}

type Operation = 'insert' | 'update' | 'delete';

function recordTrigger(table: string, columns: readonly string[], operation: Operation): string {
  const row = operation === 'delete' ? 'OLD' : 'NEW';
  const before = operation === 'insert' ? 'NULL' : image('OLD', columns);
  const after = operation === 'delete' ? 'NULL' : image('NEW', columns);
  const differs = columns.map((column) => `OLD.${column} IS NOT NEW.${column}`).join(' OR ');
  return [
    `CREATE TRIGGER ${table}_audit_${operation} AFTER ${operation.toUpperCase()} ON ${table}`,
    ...(operation === 'update' ? [`WHEN ${differs}`] : []),
    'BEGIN',
    `  ${openCheck(table)}`,
    ...(operation === 'update'
      ? [`  SELECT RAISE(ABORT, '${table}: a row keeps its id') WHERE OLD.id <> NEW.id;`]
      : []),
    '  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)',
    `  SELECT change_set_id, '${table}', ${row}.id, ${firmOf(table, columns, row)}, '${operation}',`,
    `    ${before},`,
    `    ${after}`,
    '  FROM change_context;',
    'END;',
  ].join('\n');
}

/** The firm that a row belongs to, so that the history of a firm holds its titles and awards too. */
function firmOf(table: string, columns: readonly string[], row: 'OLD' | 'NEW'): string {
  if (table === 'firm') return `${row}.id`;
  return columns.includes('firm_id') ? `${row}.firm_id` : 'NULL';
}

function openCheck(table: string): string {
  return `SELECT RAISE(ABORT, '${table}: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);`;
}

function image(row: 'OLD' | 'NEW', columns: readonly string[]): string {
  return `json_object(${columns.map((column) => `'${column}', ${row}.${column}`).join(', ')})`;
}
