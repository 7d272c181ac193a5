import type { z } from 'zod';
import { wasImported } from '#electron/db/tables/imports.ts';
import type { DraftRowSchema, DraftSchema, RowIssueSchema } from '#shared/contract/methods/imports.ts';
import { firmFieldLabels, type firmFields } from '#shared/domain/firm.ts';
import type { ComparedRow } from '#shared/roster/compare-rows.ts';
import { rosterFieldLabels, titleFieldLabels } from '#shared/roster/fields.ts';
import type { RowIssue } from '#shared/roster/issue.ts';
import { errorLine } from '#shared/text/error-text.ts';
import { firmFieldText } from '#shared/text/firm-text.ts';
import { maskPhone } from '#shared/text/mask.ts';
import type { OpenLedger } from '../context.ts';
import { placeLabels, titleLabel } from '../labels.ts';
import { countRows } from './counts.ts';
import type { DraftTable, ImportDraft } from './draft-store.ts';

/** Values shown below a column's header, so that a person can tell what it holds. */
const samplesShown = 3;
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
    },
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
    columns: table.columns.map((column) => ({
      index: column.index,
      letter: column.letter,
      header: column.header,
      field: column.field,
      fieldLabel: column.field === null ? null : rosterFieldLabels[column.field],
      unit: column.unit,
      suggestion: column.suggestion,
      samples: table.rows
        .flatMap((row) => row.cells.filter((cell) => cell.column === column.index).map((cell) => cell.text))
        .slice(0, samplesShown)
        .map((text) => (column.field === 'contactPhone' ? (maskPhone(text) ?? '') : text)),
    })),
    skippedLines: table.skipped.map(({ row, reason }) => ({ row, reason })),
    counts: countRows(draft),
    issues: draft.rows.flatMap((row) => row.issues.map(presentIssue)).slice(0, issuesShown),
    seenBefore: wasImported(open.ledger.read, draft.sha256),
  };
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
  const changes: z.output<typeof DraftRowSchema>['changes'] = row.changes.map(({ field, before, after }) => ({
    field,
    label: firmFieldLabels[field],
    before: text(field, before),
    after: text(field, after),
  }));
  const { title } = row.checked;
  if (row.addsTitle && title !== null) {
    const after = `${titleLabel(open.pack, title.titleId)} ${title.on}`;
    changes.push({ field: 'titleName', label: '新增称号', before: null, after });
  }
  return {
    table,
    row: row.checked.row,
    outcome: row.outcome,
    toConfirm: row.toConfirm,
    confirmed: draft.confirmed.has(row.checked.row),
    name: row.checked.fields.name ?? null,
    code: row.checked.fields.code ?? null,
    reason: row.reason,
    changes,
    issues: row.issues.map(presentIssue),
  };
}
