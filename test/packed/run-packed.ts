import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { packedPlaces } from '#build/pack/places.mjs';

/** The packed folder that `npm run pack` made. */
export const packed = packedPlaces(join(import.meta.dirname, '../../dist'));

/** What a run of the packed program left. */
export type Run = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** Runs the packed program to its end, with a virtual display where there is none. */
export function runPacked(
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<Run> {
  const isLinux = process.platform === 'linux';
  const own = [packed.executable, ...(isLinux && process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...args];
  const words = isLinux && !process.env.DISPLAY ? ['xvfb-run', '-a', ...own] : own;
  return new Promise((resolve, reject) => {
    const child = spawn(words[0] ?? '', words.slice(1), { cwd, env: { ...process.env, ...env } });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}
