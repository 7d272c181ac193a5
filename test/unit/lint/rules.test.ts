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

  it('finds a figure in a mechanism, wherever it stands, and lets 0 and 1 through', () => {
    const path = 'shared/policy/mechanisms/x.ts';
    expect(findings(path, 'const a = 0;\nconst b = amount * 365;\n')).toEqual(['figures-in-packs:2']);
    expect(findings(path, 'const a = `12天`;\n')).toEqual(['figures-in-packs:1']);
    expect(findings(path, "/* 1000 */\nconst a = '365天'; // 20\nconst b = list.slice(-1, 0)[1];\n")).toEqual(
      [],
    );
    expect(findings('shared/policy/quantity.ts', 'const a = 365;\n')).toEqual([]);
  });
});
