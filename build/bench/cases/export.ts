import { rmSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { firmListColumns } from '#shared/text/firm-columns.ts';
import { type BenchCase, type Place, timed } from '../bench-case.ts';
import { inventedFirm } from '../invented-firms.ts';
import { ask, fillLedger, openCore, spreadOfDistrict } from '../ledger.ts';

const ledgerOf = ({ folder }: Place) => join(folder, 'export.sqlite');
/** Cells of a row of the list: 序号, 企业名称 and every column. */
const cellsOfRow = firmListColumns.length + 2;

/**
 * The list of firms goes into a styled workbook; the floor is the streaming writer of exceljs with as many cells of the
 * same firms, no ledger behind it. Memory of the run must stay bounded: the rows are never held together.
 */
export const exportCase: BenchCase = {
  name: 'export',
  sizes: { quick: [1_000], full: [1_000, 10_000, 100_000] },
  repeat: 3,
  floorName: 'exceljs streams as many cells of invented firms, without a ledger',
  prepare: async (place) => fillLedger(ledgerOf(place), place.size),
  floor: async (place) => {
    const path = join(place.folder, `floor-${process.pid}.xlsx`);
    const { ms } = await timed(() => streamRows(path, place.size));
    rmSync(path);
    return { export: ms };
  },
  run: async (place) => {
    const path = join(place.folder, `run-${process.pid}.xlsx`);
    const core = openCore(ledgerOf(place));
    await ask(core, 'ledger.state', {});
    const token = 'bench-target';
    const { ms, value } = await timed(() =>
      ask(
        core,
        'exports.firms',
        { target: token, scope: 'all', filter: { asOf: '2026-06-30' }, columns: [...firmListColumns] },
        { [token]: { path, name: '企业台账.xlsx' } },
      ),
    );
    if (value.rows !== place.size) throw new Error(`${value.rows} of ${place.size} firms were written`);
    core.close();
    rmSync(path);
    return { export: ms };
  },
};

async function streamRows(path: string, rows: number): Promise<void> {
  const spread = spreadOfDistrict();
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({
    filename: path,
    useSharedStrings: false,
    useStyles: true,
  });
  const sheet = book.addWorksheet('企业台账', { views: [{ state: 'frozen', ySplit: 1 }] });
  for (let index = 0; index < rows; index += 1) {
    const cells = Object.values(inventedFirm(spread, index)).slice(0, cellsOfRow);
    sheet.addRow([...cells]).commit();
  }
  sheet.commit();
  await book.commit();
}
