// `npm run bench`: what the application does against the least that could do it, on this machine in this run.
// `--quick` takes small sizes, `--case=NAME` one case. Prints a table and writes test-results/bench.json.
// A case is a file in build/bench/cases; each of its parts runs in a process of its own.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildBench } from '../config/bundles.mjs';
import { run } from '../setup/run.mjs';
import { readRuntime } from '../setup/runtime.mjs';
import { SetupError } from '../setup/say.mjs';
import { bundle } from './bundle.mjs';
import { needsVirtualDisplay, startVirtualDisplay } from './display.mjs';
import { endingClearly } from './failure.mjs';
import { root } from './steps.mjs';

const bench = '.cache/bench';
const quick = process.argv.includes('--quick');
const wanted = process.argv.find((arg) => arg.startsWith('--case='))?.slice('--case='.length);
const runtime = readRuntime();
const electron = {
  path: runtime.electron,
  switches: runtime.needsNoSandbox ? ['--no-sandbox'] : [],
  root,
};

/** Runs one part in its own process; answers what it printed last. */
async function part(name, part, place, env) {
  const words = [join(root, bench, 'run-case.cjs'), name, part, JSON.stringify(place)];
  const { code, output } = await run(process.execPath, words, { cwd: root, env });
  if (code !== 0) throw new Error(`${name} ${part}:\n${output}`);
  return JSON.parse(output.trim().split('\n').at(-1));
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function medians(results) {
  const marks = Object.keys(results[0].marks);
  return {
    marks: Object.fromEntries(
      marks.map((mark) => [mark, median(results.map((result) => result.marks[mark]))]),
    ),
    megabytes: median(results.map(({ megabytes }) => megabytes)),
  };
}

/** Measures one case with one number of rows: floor and run in turn, so that both meet the same machine. */
async function measure({ name, repeat, floorName }, size, env) {
  const folder = mkdtempSync(join(tmpdir(), 'tidu131-bench-'));
  const place = { folder, size, electron };
  try {
    await part(name, 'prepare', place, env);
    const floors = [];
    const runs = [];
    for (let index = 0; index < repeat; index += 1) {
      floors.push(await part(name, 'floor', place, env));
      runs.push(await part(name, 'run', place, env));
    }
    const floor = medians(floors);
    const own = medians(runs);
    return Object.entries(own.marks).map(([mark, ms]) => ({
      case: name,
      size,
      mark,
      ms,
      floorMs: floor.marks[mark],
      ratio: ms / floor.marks[mark],
      megabytes: own.megabytes,
      floorMegabytes: floor.megabytes,
      floorName,
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function line({ case: name, size, mark, ms, floorMs, ratio, megabytes, floorMegabytes }) {
  const cells = [
    `${name} ${size}`.padEnd(16),
    mark.padEnd(20),
    ms.toFixed(1).padStart(10),
    floorMs.toFixed(1).padStart(10),
    ratio.toFixed(2).padStart(8),
    megabytes.toFixed(0).padStart(6),
    floorMegabytes.toFixed(0).padStart(6),
  ];
  return `${cells.join(' ')}\n`;
}

await endingClearly(async () => {
  await bundle();
  rmSync(join(root, bench), { recursive: true, force: true });
  await buildBench(root, bench);
  const display = needsVirtualDisplay() ? await startVirtualDisplay() : undefined;
  const env = display === undefined ? {} : { DISPLAY: display.name };
  try {
    const all = await part('list', '', {}, env);
    const cases = all.filter(({ name }) => wanted === undefined || name === wanted);
    if (cases.length === 0)
      throw new SetupError(`没有这个测速项目：${wanted}（有 ${all.map(({ name }) => name).join('、')}）`);
    process.stdout.write(
      `case size        mark                         ms   floor ms    ratio     MB  floor MB\n`,
    );
    const results = [];
    for (const each of cases) {
      for (const size of each.sizes[quick ? 'quick' : 'full']) {
        const measured = await measure(each, size, env);
        results.push(...measured);
        for (const result of measured) process.stdout.write(line(result));
      }
    }
    for (const { name, floorName } of cases) process.stdout.write(`floor of ${name}: ${floorName}\n`);
    mkdirSync(join(root, 'test-results'), { recursive: true });
    const machine = { platform: platform(), arch: arch(), processors: cpus().length, node: process.version };
    const report = {
      at: new Date().toISOString(),
      machine,
      electron: runtime.electronVersion,
      quick,
      results,
    };
    writeFileSync(join(root, 'test-results/bench.json'), `${JSON.stringify(report, null, 2)}\n`);
  } finally {
    display?.stop();
  }
});
