// `npm test`: everything, in the order in which failures are cheapest to find. `npm run test:e2e` and `npm run
// test:packed` run one part.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checks } from './checks.mjs';
import { needsVirtualDisplay } from './display.mjs';
import { root, runSteps, script, tool } from './steps.mjs';

const results = join(root, 'test-results');
const vitestReport = join(results, 'vitest.json');
const packedReport = join(results, 'vitest-packed.json');
const playwrightReport = join(results, 'playwright.json');

const unit = {
  name: 'unit, policy cases, integration',
  ...vitest('build/config/vitest.config.ts', vitestReport),
};
const bundle = { name: 'bundle', ...script('build/scripts/bundle.mjs') };
const endToEnd = {
  name: 'end to end in real Electron',
  ...onDisplay(
    tool(
      '@playwright/test/cli.js',
      'test',
      '--config',
      'build/config/playwright.config.ts',
      '--reporter=list,json',
    ),
  ),
  env: { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport },
};
const pack = { name: 'pack', ...script('build/scripts/pack.mjs') };
const smoke = {
  name: 'smoke test of the packed folder',
  ...vitest('build/config/vitest.packed.ts', packedReport),
};
const parts = {
  e2e: [bundle, endToEnd],
  packed: [pack, smoke],
  all: [...checks, unit, bundle, endToEnd, pack, smoke],
};

/** A run of the unit test runner that prints and also writes its report. */
function vitest(config, report) {
  return tool(
    'vitest/vitest.mjs',
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  );
}

/** The same program under a virtual display where there is none. */
function onDisplay({ command, args }) {
  if (!needsVirtualDisplay()) return { command, args };
  return { command: 'xvfb-run', args: ['-a', '-s', '-screen 0 2200x1300x24', command, ...args] };
}

/** Passed and failed tests of all runs. */
function count() {
  const total = { passed: 0, failed: 0 };
  for (const path of [vitestReport, packedReport].filter(existsSync)) {
    const report = JSON.parse(readFileSync(path, 'utf8'));
    total.passed += report.numPassedTests;
    total.failed += report.numFailedTests;
  }
  if (existsSync(playwrightReport)) {
    const { stats } = JSON.parse(readFileSync(playwrightReport, 'utf8'));
    total.passed += stats.expected;
    total.failed += stats.unexpected;
  }
  return total;
}

for (const report of [vitestReport, packedReport, playwrightReport]) rmSync(report, { force: true });
mkdirSync(results, { recursive: true });
const passed = await runSteps(parts[process.argv[2] ?? 'all']);
const total = count();
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
if (!passed) process.exitCode = 1;
