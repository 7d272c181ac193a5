// `npm test`: everything, in the order in which failures are cheapest to find. `npm run test:e2e` runs one part.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checks } from './checks.mjs';
import { needsVirtualDisplay } from './electron.mjs';
import { root, runSteps, script, tool } from './steps.mjs';

const results = join(root, 'test-results');
const vitestReport = join(results, 'vitest.json');
const playwrightReport = join(results, 'playwright.json');

const unit = {
  name: 'unit, policy cases, integration',
  ...tool(
    'vitest/vitest.mjs',
    'run',
    '--config',
    'build/config/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${vitestReport}`,
  ),
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
const parts = { e2e: [bundle, endToEnd], all: [...checks, unit, bundle, endToEnd] };

/** The same program under a virtual display where there is none. */
function onDisplay({ command, args }) {
  if (!needsVirtualDisplay()) return { command, args };
  return { command: 'xvfb-run', args: ['-a', '-s', '-screen 0 2200x1300x24', command, ...args] };
}

/** Passed and failed tests of both runners. */
function count() {
  const total = { passed: 0, failed: 0 };
  if (existsSync(vitestReport)) {
    const report = JSON.parse(readFileSync(vitestReport, 'utf8'));
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

rmSync(vitestReport, { force: true });
rmSync(playwrightReport, { force: true });
mkdirSync(results, { recursive: true });
const passed = await runSteps(parts[process.argv[2] ?? 'all']);
const total = count();
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
if (!passed) process.exitCode = 1;
