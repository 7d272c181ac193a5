import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explainMechanism, mechanismNames } from '#shared/policy/mechanisms/index.ts';

const folder = new URL('../../../shared/policy/mechanisms/', import.meta.url);
const helpers = ['index.ts', 'lists.ts', 'mechanism.ts'];
const files = readdirSync(folder);

describe('the mechanisms', () => {
  it('are one file each, registered under the name of the file', () => {
    const fromFiles = files
      .filter((name) => !helpers.includes(name))
      .map((name) => name.replace('.ts', '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()));
    expect([...mechanismNames].sort()).toEqual(fromFiles.sort());
  });

  it.each(files)('%s contains no figure but 0 and 1: every other one belongs in a pack', (name) => {
    const code = readFileSync(new URL(name, folder), 'utf8')
      .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
      .replace(/'[^'\n]*'/g, "''");
    const figures = code.match(/(?<![\w.])\d[\d_.]*/g) ?? [];
    expect(figures.filter((figure) => figure !== '0' && figure !== '1')).toEqual([]);
  });

  it('have no words for a name that is not theirs', () => {
    const trace = {
      id: 'x',
      label: 'x',
      mechanism: 'constructor',
      value: null,
      parameters: [],
      inputs: [],
      children: [],
    };
    expect(explainMechanism(trace, () => [])).toBeUndefined();
  });
});
