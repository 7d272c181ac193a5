import { describe, expect, it } from 'vitest';
import { rules } from '#build/lint/rules.mjs';

function findings(path: string, text: string): string[] {
  return rules.flatMap((rule) => rule.check(path, text).map((finding) => `${rule.name}:${finding.line}`));
}

describe("the project's own lint", () => {
  it('finds an export without a doc comment in shared/ and electron/', () => {
    expect(findings('shared/a.ts', 'export const a = 1;\n')).toEqual(['documented-exports:1']);
    expect(findings('shared/a.ts', '/** Says why. */\nexport const a = 1;\n')).toEqual([]);
    expect(findings('renderer/a.ts', 'export const a = 1;\n')).toEqual([]);
  });

  it('finds a type assertion that is not explained', () => {
    expect(findings('renderer/a.ts', 'const a = b as string;\n')).toEqual(['explained-assertions:1']);
    expect(findings('renderer/a.ts', '// The caller checked it.\nconst a = b as string;\n')).toEqual([]);
    expect(
      findings('renderer/a.ts', "const a = ['x'] as const;\nimport { b as c } from './b.ts';\n"),
    ).toEqual([]);
  });

  it('finds a file that has grown too long', () => {
    expect(findings('renderer/a.ts', '\n'.repeat(501))).toEqual(['file-length:500']);
  });
});
