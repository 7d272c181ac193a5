import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');

it('every promise of 安全承诺 names a test that is there', () => {
  const rows = readFileSync(join(root, 'docs/安全承诺.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| 承诺 '));
  expect(rows.length).toBeGreaterThan(20);
  for (const row of rows) {
    const [, file = '', title = ''] = /\| `(test\/[^`]+)` › (.+) \|$/u.exec(row) ?? [];
    expect(file, row).not.toBe('');
    expect(readFileSync(join(root, file), 'utf8'), row).toContain(title);
  }
});
