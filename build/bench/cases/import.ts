import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import ExcelJS from 'exceljs';
import { type BenchCase, type Marks, type Place, timed } from '../bench-case.ts';
import { writeRoster } from '../invented-firms.ts';
import { ask, openCore, packId, spreadOfDistrict } from '../ledger.ts';
import { scanCells } from '../scan-cells.ts';

const rosterOf = ({ folder }: Place) => join(folder, '名册.xlsx');

/** A roster becomes a draft that is ready to preview, then firms; the floor reads the cells and inserts them, no more. */
export const importCase: BenchCase = {
  name: 'import',
  sizes: { quick: [1_000], full: [1_000, 10_000, 100_000] },
  repeat: 3,
  floorName: 'exceljs reads the cells; one prepared insert with a unique index',
  prepare: (place) => writeRoster(rosterOf(place), spreadOfDistrict(), place.size),
  floor: async (place) => {
    const read = await timed(() => readCells(rosterOf(place)));
    const path = join(place.folder, `floor-${process.pid}.sqlite`);
    const insert = await timed(() => insertCells(path, read.value));
    removeDatabase(path);
    return { 'file to draft': read.ms, commit: insert.ms };
  },
  run: runImport,
};

/** The same work against the bare pipeline: the bytes of the sheet scanned, its cells inserted, nothing typed or checked. */
export const importScanCase: BenchCase = {
  ...importCase,
  name: 'import-scan',
  floorName: 'the bytes of the sheet scanned and inserted, nothing typed, checked or compared',
  floor: async (place) => {
    const path = join(place.folder, `scan-${process.pid}.sqlite`);
    const both = await timed(() => insertCells(path, [...scanCells(rosterOf(place))]));
    removeDatabase(path);
    return { 'file to draft': both.ms, commit: both.ms };
  },
};

async function runImport(place: Place): Promise<Marks> {
  const path = join(place.folder, `run-${process.pid}.sqlite`);
  const core = openCore(path);
  await ask(core, 'ledger.create', { packId });
  const token = 'bench-roster';
  const files = { [token]: { path: rosterOf(place), name: '名册.xlsx' } };
  const draft = await timed(() => ask(core, 'imports.open', { tokens: [token] }, files));
  const commit = await timed(() => ask(core, 'imports.commit', { draftId: draft.value.draftId }));
  const created = commit.value.files.reduce((sum, { counts }) => sum + counts.created, 0);
  if (created !== place.size) throw new Error(`${created} of ${place.size} rows became firms`);
  core.close();
  removeDatabase(path);
  return { 'file to draft': draft.ms, commit: commit.ms };
}

async function readCells(path: string): Promise<string[][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const rows: string[][] = [];
  book.worksheets[0]?.eachRow((row) => {
    const cells: string[] = [];
    for (let column = 1; column <= row.cellCount; column += 1) cells.push(row.getCell(column).text);
    rows.push(cells);
  });
  return rows;
}

function insertCells(path: string, [header = [], ...rows]: string[][]): void {
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  const columns = header.map((_, index) => `c${index}`);
  database.exec(`CREATE TABLE firm (${columns.map((name) => `${name} TEXT`).join(', ')}) STRICT`);
  database.exec('CREATE UNIQUE INDEX firm_code ON firm (c2)');
  const insert = database.prepare(`INSERT INTO firm VALUES (${columns.map(() => '?').join(', ')})`);
  database.transaction(() => {
    for (const row of rows) insert.run(...columns.map((_, index) => row[index] ?? null));
  })();
  database.close();
}

function removeDatabase(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
}
