import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { expect } from 'vitest';

/** How often writing processes are killed in all tests together; more by TIDU131_KILL_ROUNDS. */
export const killRounds = Number(process.env.TIDU131_KILL_ROUNDS ?? 300);

/** Kills after which a new ledger is begun, so that looking through it stays quick. */
export const killsPerLedger = 30;

/** Lets a process write and ends it by force after so many confirmations; gives the confirmed change sets. */
export async function writeAndKill(
  program: string,
  path: string,
  firstSerial: number,
  confirmations: number,
): Promise<number[]> {
  const child = spawn(process.execPath, [program, path, String(firstSerial)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
  const confirmed: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    confirmed.push(Number(line));
    if (confirmed.length === confirmations) child.kill('SIGKILL');
  }
  expect(await ended, 'it must not end by itself').toBe('SIGKILL');
  return confirmed;
}
