import { searchFirmIds } from '#electron/db/tables/firm-list.ts';
import type { FirmRecord } from '#electron/db/tables/firm-row.ts';
import { countFirms, getFirms } from '#electron/db/tables/firms.ts';
import type { SheetColumn, TableRow, TableSheet, TableValue } from '#electron/excel/write/table-sheet.ts';
import { writeTableFile } from '#electron/excel/write/write-table-file.ts';
import type { OutputOf, ParsedInputOf } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import { type FirmListColumn, firmListColumns, firmListLabels } from '#shared/text/firm-columns.ts';
import { scaleText, statusText } from '#shared/text/firm-text.ts';
import type { Context, OpenLedger } from '../context.ts';
import { firmConditions } from '../firm-conditions.ts';
import { presentFirm } from '../firm-view.ts';
import type { JobControl } from '../job-control.ts';
import { titleBook } from '../title-holdings.ts';
import { describeExport, exportNotes } from './export-notes.ts';
import { recordCopy, targetFile } from './target-file.ts';

type Request = ParsedInputOf<'exports.firms'>;

/** Firms read from the ledger at a time. */
const batchSize = 200;
/** Columns that name persons or how to reach them. */
const personal: ReadonlySet<FirmListColumn> = new Set<FirmListColumn>(['contactName', 'contactPhone']);

/**
 * Writes the list of firms to the chosen place: the columns of the screen in their order, the firms of the filter, of a
 * selection, or all. Personal data is masked unless asked for; the copy is recorded in the audit trail.
 */
export async function exportFirms(
  context: Context,
  request: Request,
  job: JobControl,
): Promise<OutputOf<'exports.firms'>> {
  const open = context.open();
  const file = targetFile(context, request.target);
  const ids = wantedFirms(open, request);
  if (ids.length === 0) throw new AppError('export-empty');
  const columns = firmListColumns.filter((column) => request.columns.includes(column));
  const exported = { request, rows: ids.length, columns };
  const sheets = [listSheet(open, ids, columns, request), exportNotes(context, open, exported)];
  const clear = request.unmasked && columns.some((column) => personal.has(column));
  let changeSetId: number | null = null;
  const { rows } = await writeTableFile(file.path, sheets, {
    signal: job.signal,
    onRows: (done) => job.progress('写出', done, ids.length),
    beforePlacing: (written) => {
      const what = describeExport(open, exported);
      const clearFor = clear ? request.purpose : null;
      changeSetId = recordCopy(context, { what, fileName: file.name, clearFor }, written);
    },
  });
  return { fileName: file.name, rows, changeSetId };
}

function wantedFirms(open: OpenLedger, { scope, filter, ids, sort }: Request): readonly number[] {
  if (scope === 'all') return searchFirmIds(open.ledger.read, { sort });
  if (scope === 'selection') return searchFirmIds(open.ledger.read, { ids, sort });
  return searchFirmIds(open.ledger.read, { ...firmConditions(open, filter), sort });
}

function listSheet(
  open: OpenLedger,
  ids: readonly number[],
  columns: readonly FirmListColumn[],
  request: Request,
): TableSheet {
  const samples = countFirms(open.ledger.read).samples > 0;
  return {
    name: '企业台账',
    lines: [],
    columns: [
      { label: '序号', kind: 'count', width: 7 },
      { label: '企业名称', kind: 'text', width: 36 },
      ...columns.map(
        (column): SheetColumn => ({
          label: firmListLabels[column],
          kind: 'text',
          width: widths[column],
        }),
      ),
      ...(samples ? [{ label: '示例', kind: 'text', width: 8 } as const] : []),
    ],
    batches: firmBatches(open, ids, columns, request, samples),
    total: null,
    footLines: [],
    frozenColumns: 2,
    filter: true,
  };
}

const widths: Readonly<Record<FirmListColumn, number>> = {
  code: 21,
  street: 12,
  platform: 16,
  chain: 16,
  titles: 44,
  industry: 20,
  scale: 9,
  mainProduct: 28,
  contactName: 10,
  contactPhone: 16,
  status: 7,
};

/** Rows in the order of the ids; a firm that went away meanwhile is left out by the reading, never half written. */
function* firmBatches(
  open: OpenLedger,
  ids: readonly number[],
  columns: readonly FirmListColumn[],
  request: Request,
  samples: boolean,
): Generator<readonly TableRow[]> {
  const { byFirm } = titleBook(open.ledger.read, open.pack);
  let number = 0;
  for (let from = 0; from < ids.length; from += batchSize) {
    const firms = getFirms(open.ledger.read, ids.slice(from, from + batchSize));
    yield firms.map((record) => {
      number += 1;
      const view = presentFirm(record, byFirm.get(record.id) ?? [], open.pack, request.filter.asOf);
      const cells = columns.map((column) => cellOf[column](view, record, request.unmasked) ?? notFilled);
      return [number, view.name, ...cells, ...(samples ? [view.sample ? '示例' : null] : [])];
    });
  }
}

type View = ReturnType<typeof presentFirm>;

/** 未填, as on screen: a sign that the import reads as nothing, while a blank below a street could mean the same street. */
const notFilled = '—';

/** What each column writes: the words of the screen. */
const cellOf: Readonly<
  Record<FirmListColumn, (view: View, record: FirmRecord, unmasked: boolean) => TableValue>
> = {
  code: (view) => view.code,
  street: (view) => view.streetLabel,
  platform: (view) => view.platformLabel,
  chain: (view) => view.chainLabel,
  titles: (view) => view.titles.map(titleWords).join('、') || null,
  industry: (view) => view.industry,
  scale: (view) => (view.scale === null ? null : scaleText[view.scale]),
  mainProduct: (view) => view.mainProduct,
  contactName: (view, record, unmasked) => (unmasked ? record.fields.contactName : view.contactName),
  contactPhone: (view, record, unmasked) => (unmasked ? record.fields.contactPhone : view.contactPhone),
  status: (view) => statusText[view.status],
};

function titleWords({ label, state, until }: View['titles'][number]): string {
  if (state === 'lapsed') return `${label}（已失效）`;
  return until === null ? label : `${label}（至 ${until}）`;
}
