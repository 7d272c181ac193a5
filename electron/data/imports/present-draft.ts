import type { z } from 'zod';
import { wasImported } from '#electron/db/tables/imports.ts';
import type { DraftRowSchema, DraftSchema, RowIssueSchema } from '#shared/contract/methods/imports.ts';
import { firmFieldLabels, firmFields } from '#shared/domain/firm.ts';
import { titleEventText } from '#shared/domain/title.ts';
import type { ComparedRow, FieldChange } from '#shared/roster/compare-rows.ts';
import { type RosterField, rosterFieldLabels, titleFieldLabels, titleFields } from '#shared/roster/fields.ts';
import type { TableColumn } from '#shared/roster/find-tables.ts';
import { addressOf } from '#shared/roster/grid.ts';
import type { RowIssue } from '#shared/roster/issue.ts';
import { errorLine } from '#shared/text/error-text.ts';
import { firmFieldText } from '#shared/text/firm-text.ts';
import { maskPhone } from '#shared/text/mask.ts';
import type { OpenLedger } from '../context.ts';
import { placeLabels, titleLabel } from '../labels.ts';
import { countRows } from './counts.ts';
import type { DraftTable, ImportDraft } from './draft-store.ts';
import { fieldLabel, recordChanges, recordChoices } from './present-records.ts';

/** Values shown below a column's header, so that a person can tell what it holds. */
const samplesShown = 3;
/** Rows from the top in which they are looked for. */
const samplesWithin = 60;
/** Remarks listed with a table; the rest is on its rows. */
const issuesShown = 200;

/** A draft as the wizard shows it. */
export function presentDraft(open: OpenLedger, draft: ImportDraft): z.output<typeof DraftSchema> {
  const choices = (fields: Readonly<Record<string, string>>) =>
    Object.entries(fields).map(([field, label]) => ({ field, label }));
  return {
    draftId: draft.id,
    tables: draft.tables.map((table, index) => presentTable(open, table, index)),
    fieldChoices: {
      firms: choices({ ...firmFieldLabels, formerName: titleFieldLabels.formerName }),
      titles: choices(rosterFieldLabels),
      reviews: choices(rosterFieldLabels),
      publicity: choices(rosterFieldLabels),
      ...recordChoices(open, draft),
    },
    leftOut: [...draft.leftOut],
    failures: draft.failures.map(({ fileName, code, params }) => ({
      fileName,
      code,
      params: { ...params },
      message: errorLine({ code, params, id: '' }),
    })),
  };
}

function presentTable(
  open: OpenLedger,
  draft: DraftTable,
  index: number,
): z.output<typeof DraftSchema>['tables'][number] {
  const { table } = draft;
  return {
    table: index,
    fileName: draft.fileName,
    sheet: table.sheet,
    headerRow: table.headerRow,
    kind: table.kind,
    kindReason: table.kindReason,
    columns: table.columns.map((column) => presentColumn(open, draft, column)),
    skippedLines: table.skipped.map(({ row, reason }) => ({ row, reason })),
    counts: countRows(draft),
    issues: firstIssues(draft),
    seenBefore: wasImported(open.ledger.read, draft.sha256),
    remembered: draft.work.mapping?.byHand === false,
    mode: draft.work.decisions.mode,
    clearBlanks: [...draft.work.decisions.clearBlanks],
  };
}

function presentColumn(
  open: OpenLedger,
  draft: DraftTable,
  column: TableColumn,
): z.output<typeof DraftSchema>['tables'][number]['columns'][number] {
  const field = fieldOf(draft, column);
  const samples = draft.table.rows
    .slice(0, samplesWithin)
    .flatMap((row) => row.cells.filter((cell) => cell.column === column.index).map((cell) => cell.text));
  return {
    index: column.index,
    letter: column.letter,
    header: column.header,
    field,
    fieldLabel: field === null ? null : fieldLabel(open, draft.table.kind, field),
    together: field === null || column.pair === undefined ? null : columnLabel(open, draft, column, field),
    unit: column.unit,
    suggestion: column.suggestion,
    samples: samples
      .slice(0, samplesShown)
      .map((text) => (statesPhone(column) ? (maskPhone(text) ?? '') : text)),
  };
}

/** What a column feeds in words; of two fields in one both. */
function columnLabel(
  open: OpenLedger,
  { table }: DraftTable,
  { pair }: TableColumn,
  field: RosterField,
): string {
  return (pair ?? [field]).map((each) => fieldLabel(open, table.kind, each)).join('和');
}

function statesPhone({ field, pair }: TableColumn): boolean {
  return field === 'contactPhone' || pair?.[1] === 'contactPhone';
}

/** The field a column feeds; a list of firms has no use for what only a title list says. */
function fieldOf({ table }: DraftTable, { field }: TableColumn): RosterField | null {
  return field !== null && table.kind === 'firms' && titleFields.has(field) ? null : field;
}

function firstIssues({ rows }: DraftTable): z.output<typeof RowIssueSchema>[] {
  const shown: z.output<typeof RowIssueSchema>[] = [];
  for (const row of rows) {
    if (shown.length >= issuesShown) break;
    shown.push(...row.issues.map(presentIssue));
  }
  return shown.slice(0, issuesShown);
}

/** A remark without what only the program needs. */
export function presentIssue({
  cell,
  code,
  severity,
  message,
  fix,
}: RowIssue): z.output<typeof RowIssueSchema> {
  return { cell, code, severity, message, fix };
}

/** One row of the preview, values in words. */
export function presentRow(
  open: OpenLedger,
  draft: DraftTable,
  table: number,
  row: ComparedRow,
): z.output<typeof DraftRowSchema> {
  const labels = placeLabels(open.pack);
  const text = (field: (typeof firmFields)[number], value: string | number | boolean | null) =>
    field === 'contactPhone'
      ? maskPhone(value === null ? null : String(value))
      : firmFieldText(field, value, labels);
  const changes: z.output<typeof DraftRowSchema>['changes'] = contentOf(row).map(
    ({ field, before, after }) => ({
      field,
      label: firmFieldLabels[field],
      before: text(field, before),
      after: text(field, after),
    }),
  );
  changes.push(...recordChanges(open, draft, row));
  const { title } = row.checked;
  if (row.addsTitle && title !== null) {
    const after = `${titleLabel(open.pack, title.titleId)} ${titleEventText[title.kind]} ${title.on}`;
    changes.push({ field: 'titleName', label: '称号事件', before: null, after });
  }
  return {
    table,
    row: row.checked.row,
    outcome: row.outcome,
    toConfirm: row.toConfirm,
    confirmed: draft.work.confirmed.has(row.checked.row),
    name: row.checked.fields.name ?? null,
    code: row.checked.fields.code ?? null,
    reason: row.reason,
    changes,
    issues: row.issues.map(presentIssue),
    cells: presentCells(open, draft, row),
    codeCandidates: [...row.checked.codeCandidates],
    choices: row.choices.map(({ decision, label }) => ({ decision, label })),
    decision: row.decision,
  };
}

/** What a row would change; of a new firm, everything it starts with beside name and code, which have columns of their own. */
function contentOf(row: ComparedRow): readonly FieldChange[] {
  if (row.outcome !== 'create') return row.changes;
  return firmFields.flatMap((field) => {
    const after = row.checked.fields[field] ?? null;
    return after === null || field === 'name' || field === 'code' ? [] : [{ field, before: null, after }];
  });
}

/** The cell of every column that is used, blank ones too, with what stood in it before a correction. */
function presentCells(
  open: OpenLedger,
  draft: DraftTable,
  { checked }: ComparedRow,
): z.output<typeof DraftRowSchema>['cells'] {
  const read = checked.cells();
  return draft.table.columns.flatMap((column) => {
    const field = fieldOf(draft, column);
    if (field === null) return [];
    const address = addressOf(checked.row, column.index);
    const shown = (text: string) => (statesPhone(column) ? (maskPhone(text) ?? '') : text);
    return [
      {
        field,
        label: columnLabel(open, draft, column, field),
        address,
        raw: shown(read[field]?.raw ?? ''),
        original: draft.work.fixes.has(address) ? shown(textAsSent(draft, checked.row, column.index)) : null,
      },
    ];
  });
}

function textAsSent({ found }: DraftTable, row: number, column: number): string {
  const cells = found.rows.find(({ number }) => number === row)?.cells ?? [];
  return cells.find((cell) => cell.column === column)?.text ?? '';
}
