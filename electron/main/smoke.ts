import { basename } from 'node:path';
import { app, BrowserWindow } from 'electron';
import { api, type DataMethodName, type InputOf, type OutputOf } from '#shared/contract/api.ts';
import type { DataProcess } from './data-process.ts';
import { unwrap } from './failure.ts';
import type { GrantedFile } from './file-tokens.ts';
import { openMainWindow, whenDrawn } from './main-window.ts';
import { countPages, reportPdf } from './report-window.ts';

/** What the smoke test found, printed as one line of JSON. */
export type SmokeResult = {
  readonly smoke: 'ok';
  readonly version: string;
  readonly electron: string;
  readonly packed: boolean;
  /** Firms that the roster brought; null without a roster. */
  readonly imported: number | null;
  readonly changeSets: number;
  readonly pdfPages: number;
};

/**
 * Proves on a ledger that is thrown away that the parts of this very program work together: the page loads and draws,
 * the data process makes a ledger from a pack, the worker reads a roster, a paper prints, the audit chain holds.
 */
export async function runSmoke(data: DataProcess, roster: string | null): Promise<SmokeResult> {
  await whenDrawn(openMainWindow({ show: false }));
  await ask(data, 'ledger.create', { packId: 'qiantang-2024' });
  const imported = roster === null ? null : await importRoster(data, roster);
  const pdf = await reportPdf({
    kind: 'progress',
    asOf: '2026-06-30',
    year: 2026,
    batchId: null,
    unit: null,
    whatIf: null,
    firmIds: [],
  });
  const verified = await ask(data, 'ledger.verify', {});
  if (!verified.ok) throw new Error(verified.problems.join(' '));
  for (const each of BrowserWindow.getAllWindows()) each.destroy();
  return {
    smoke: 'ok',
    version: app.getVersion(),
    electron: process.versions.electron ?? '',
    packed: app.isPackaged,
    imported,
    changeSets: verified.changeSets,
    pdfPages: countPages(pdf),
  };
}

async function importRoster(data: DataProcess, path: string): Promise<number> {
  const token = 'smoke-roster';
  const files = { [token]: { path, name: basename(path) } };
  const { draftId, failures } = await ask(data, 'imports.open', { tokens: [token] }, files);
  if (failures.length > 0) throw new Error(failures.map(({ message }) => message).join(' '));
  const receipt = await ask(data, 'imports.commit', { draftId });
  return receipt.files.reduce((sum, { counts }) => sum + counts.created, 0);
}

async function ask<M extends DataMethodName>(
  data: DataProcess,
  method: M,
  input: InputOf<M>,
  paths: Readonly<Record<string, GrantedFile>> = {},
): Promise<OutputOf<M>> {
  // The schema that reads the answer is the one that gives this method its output type.
  return api[method].output.parse(unwrap(await data.call(method, input, { paths }))) as OutputOf<M>;
}
