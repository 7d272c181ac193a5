import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app } from 'electron';

/** Size at which the log starts anew; one older file is kept. */
const largestLog = 1024 * 1024;

/** Writes one line to the log of this machine: error numbers, codes and stacks, never data of firms or people. */
export function logLine(text: string): void {
  const path = join(app.getPath('userData'), 'logs', 'tidu131.log');
  mkdirSync(dirname(path), { recursive: true });
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largestLog) renameSync(path, `${path}.1`);
  appendFileSync(path, `${new Date().toISOString()} ${text}\n`);
}
