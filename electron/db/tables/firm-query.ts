import { type FirmField, firmFields } from '#shared/domain/firm.ts';
import type { FirmRule } from '#shared/domain/firm-query.ts';
import { figureOfField } from '#shared/domain/firm-query.ts';
import { yearFigureColumns } from '#shared/domain/firm-year.ts';
import type { ReadDb, SqlValue } from '../handles.ts';
import { idArray } from './firm-list.ts';
import { firmColumns } from './firm-row.ts';

/** A test that rows can pass; the negative ones are the complement of these. */
type Asked = { readonly sql: string; readonly values: readonly SqlValue[] };

/**
 * Ids of the firms for which the positive side of a rule holds: 包含 for 不包含, 属于 for 不属于, 已填 for 未填.
 * The rule is one whose answer stands in the ledger's tables; titles and pools are derived elsewhere.
 */
export function firmsPassing(db: ReadDb, rule: FirmRule): readonly number[] {
  const figure = figureOfField(rule.field);
  if (figure !== undefined) {
    const { sql, values } = asked(`y.${yearFigureColumns[figure]}`, rule);
    const [year, years]: [string, SqlValue[]] =
      rule.year === null
        ? ['y.year = (SELECT max(newest.year) FROM firm_year AS newest WHERE newest.firm_id = y.firm_id)', []]
        : ['y.year = ?', [rule.year]];
    const query = `SELECT json_group_array(y.firm_id) AS ids FROM firm_year AS y WHERE ${year} AND ${sql}`;
    return idArray(db, query, [...years, ...values]);
  }
  if (rule.field === 'decided' || rule.field === 'paid') return firmsAwarded(db, rule, rule.field);
  const { sql, values } = asked(columnOf(rule.field), rule);
  return idArray(db, `SELECT json_group_array(id) AS ids FROM firm WHERE ${sql}`, values);
}

function columnOf(field: string): string {
  if (field === 'status') return 'status';
  const known: FirmField | undefined = firmFields.find((each) => each === field);
  if (known === undefined) throw new Error(`no column for the field ${field}`);
  return firmColumns[known];
}

/** Sums of a firm's claims; a firm without any has nothing, which is no sum of zero. */
function firmsAwarded(db: ReadDb, rule: FirmRule, field: 'decided' | 'paid'): readonly number[] {
  const { sql, values } = asked('total', rule);
  const [year, years]: [string, SqlValue[]] = rule.year === null ? ['1', []] : ['year = ?', [rule.year]];
  return idArray(
    db,
    `SELECT json_group_array(firm_id) AS ids FROM (
       SELECT firm_id, nullif(sum(${field}_fen), 0) AS total FROM claim WHERE ${year} GROUP BY firm_id
     ) WHERE ${sql}`,
    [...years, ...values],
  );
}

function asked(column: string, rule: FirmRule): Asked {
  switch (rule.test) {
    case 'contains':
    case 'lacks':
      return { sql: `${column} LIKE ? ESCAPE '\\'`, values: [`%${literal((rule.text ?? '').trim())}%`] };
    case 'anyOf':
    case 'noneOf':
      return { sql: `${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(rule.list)] };
    case 'yes':
      return { sql: `${column} = 1`, values: [] };
    case 'no':
      return { sql: `${column} = 0`, values: [] };
    case 'atLeast':
      return { sql: `${column} >= ?`, values: [rule.day ?? rule.number] };
    case 'atMost':
      return { sql: `${column} <= ?`, values: [rule.day ?? rule.number] };
    default:
      return { sql: `${column} IS NOT NULL`, values: [] };
  }
}

function literal(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
