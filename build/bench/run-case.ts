import { readFileSync } from 'node:fs';
import type { Place } from './bench-case.ts';
import { cases } from './cases/index.ts';

/** What the parent is told of one part, as one line of JSON; memory is what it took beyond what the idle process held. */
export type PartResult = { readonly marks: Readonly<Record<string, number>>; readonly megabytes: number };

/** Runs one part of one case in this process, or lists the cases. */
async function main([name, part, place]: readonly string[]): Promise<unknown> {
  if (name === 'list') {
    return cases.map(({ name, sizes, repeat, floorName }) => ({ name, sizes, repeat, floorName }));
  }
  const found = cases.find((each) => each.name === name);
  if (found === undefined) throw new Error(`there is no case ${name}`);
  // Only build/scripts/bench.mjs starts this program, with a place it has just made.
  const where = JSON.parse(place ?? '') as Place;
  if (part === 'prepare') {
    await found.prepare(where);
    return {};
  }
  const idle = process.memoryUsage().rss / 1024 / 1024;
  const marks = part === 'floor' ? await found.floor(where) : await found.run(where);
  return { marks, megabytes: Math.max(0, largestMegabytes() - idle) } satisfies PartResult;
}

/** Most memory this process ever held, its worker threads included. What getrusage tells on Linux includes the process that started this one. */
function largestMegabytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
  const peak = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'));
  return Number(peak?.[1]) / 1024;
}

void main(process.argv.slice(2)).then((result) => process.stdout.write(`${JSON.stringify(result)}\n`));
