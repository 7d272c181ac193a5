// The project's own lint: rules that the formatter's linter does not have. Each rule is a pure function
// (path, text) → findings, so that a test can show it failing.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rules } from './rules.mjs';

/** All tracked and new source files of the project. */
function sourceFiles() {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  return listed.split('\n').filter((path) => /\.(ts|tsx|mjs)$/.test(path));
}

function main() {
  let count = 0;
  for (const path of sourceFiles()) {
    let text;
    try {
      text = readFileSync(path, 'utf8');
    } catch (error) {
      if (error.code === 'ENOENT') continue; // deleted but not yet committed
      throw error;
    }
    for (const rule of rules) {
      for (const finding of rule.check(path, text)) {
        count += 1;
        process.stderr.write(`${path}:${finding.line}  ${rule.name}: ${finding.message}\n`);
      }
    }
  }
  if (count > 0) process.stderr.write(`${count} findings of the project's own lint\n`);
  process.exitCode = count > 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
