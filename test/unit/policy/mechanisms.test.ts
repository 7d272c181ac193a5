import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '#build/lint/rules.mjs';
import { explainMechanism, mechanismNames } from '#shared/policy/mechanisms/index.ts';

const folder = new URL('../../../shared/policy/mechanisms/', import.meta.url);
const helpers = ['index.ts', 'lists.ts', 'mechanism.ts', 'spent-cap.ts'];
const files = readdirSync(folder);

describe('the mechanisms', () => {
  it('are one file each, registered under the name of the file', () => {
    const fromFiles = files
      .filter((name) => !helpers.includes(name))
      .map((name) => name.replace('.ts', '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()));
    expect([...mechanismNames].sort()).toEqual(fromFiles.sort());
  });

  it('are the closed set that CONTRIBUTING names', () => {
    expect([...mechanismNames]).toEqual([
      'all',
      'any',
      'compare',
      'fact',
      'fixed',
      'byLevel',
      'cases',
      'rate',
      'interest',
      'cap',
      'yearCap',
      'firmCap',
      'topUp',
      'ceiling',
      'sum',
      'highest',
    ]);
  });

  it.each(files)('%s stands where the lint for figures reads it', (name) => {
    const text = `${readFileSync(new URL(name, folder), 'utf8')}\nconst figure = 365;\n`;
    const rule = rules.find((each) => each.name === 'figures-in-packs');
    expect(rule?.check(`shared/policy/mechanisms/${name}`, text)).toHaveLength(1);
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
