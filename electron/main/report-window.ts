import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { BrowserWindow } from 'electron';
import type { z } from 'zod';
import { AppError } from '#shared/contract/errors.ts';
import type { ReportSpecSchema } from '#shared/contract/methods/reports.ts';
import { appOrigin } from './app-address.ts';
import { drawsPageNumbers, stampPageNumbers } from './page-numbers.ts';
import { lockContents, webPreferences } from './security.ts';

/** Which paper, for which day and year. */
export type ReportSpec = z.output<typeof ReportSpecSchema>;

/** Longest time a paper may take to be drawn, in milliseconds. */
const drawingLimit = 60_000;
const waiting = new Map<string, (failure: string | null) => void>();

/** The print page says that it is drawn, or why it cannot be. */
export function reportReady(ticket: string, failure: string | null): void {
  waiting.get(ticket)?.(failure);
}

/** Draws a paper in a hidden window of its own and hands the window to `use`; it is closed afterwards. */
export async function withReportWindow<T>(
  spec: ReportSpec,
  use: (window: BrowserWindow) => Promise<T>,
): Promise<T> {
  const window = new BrowserWindow({
    show: false,
    width: 1123,
    height: 1123,
    webPreferences: { ...webPreferences, preload: join(__dirname, 'preload.cjs') },
  });
  lockContents(window.webContents);
  const ticket = randomUUID();
  try {
    const drawn = new Promise<string | null>((resolve) => {
      waiting.set(ticket, resolve);
      setTimeout(() => resolve('绘制超时'), drawingLimit).unref();
    });
    const query = new URLSearchParams({ ticket, spec: JSON.stringify(spec) });
    await window.loadURL(`${appOrigin}report.html?${query}`);
    const failure = await drawn;
    if (failure !== null) throw new AppError('print-failed', { problem: failure });
    return await use(window);
  } finally {
    waiting.delete(ticket);
    window.destroy();
  }
}

/** The paper as PDF: page size and page numbers come from its own style sheet, numbers from us where it cannot. */
export function reportPdf(spec: ReportSpec): Promise<Uint8Array> {
  return withReportWindow(spec, async (window) => {
    const bytes = await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: hasChapters(spec.kind),
      generateDocumentOutline: hasChapters(spec.kind),
    });
    return new Uint8Array(drawsPageNumbers(process.versions.chrome ?? '') ? bytes : stampPageNumbers(bytes));
  });
}

/**
 * Papers with headings get bookmarks from them: in one of many firms each is found. A long list of one table has none,
 * and the structure that bookmarks need would make it five times as large.
 */
function hasChapters(kind: ReportSpec['kind']): boolean {
  return ['progress', 'streets', 'services', 'parks', 'plan'].includes(kind);
}

/** Number of pages of a PDF that Chromium wrote: the largest count in its tree of pages, which is that of the root. */
export function countPages(pdf: Uint8Array): number {
  const counts = Buffer.from(pdf)
    .toString('latin1')
    .matchAll(/\/Type\s*\/Pages\s*\/Count\s+(\d+)/g);
  return Math.max(0, ...[...counts].map(([, count]) => Number(count)));
}
