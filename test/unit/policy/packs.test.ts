import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/contract/errors.ts';
import { loadPack, packIds } from '#shared/policy/packs/index.ts';

describe('the packs that come with the program', () => {
  it('are the two districts', () => {
    expect(packIds).toEqual(['binjiang-2023', 'qiantang-2024']);
  });

  it.each([...packIds])('%s reads without a problem, once, frozen', (id) => {
    const pack = loadPack(id);
    expect(pack.id).toBe(id);
    expect(loadPack(id)).toBe(pack);
    expect(Object.isFrozen(pack.clauses[0]?.parameters)).toBe(true);
    expect(pack.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.parse(JSON.stringify(pack))).toEqual(pack);
  });

  it('refuses an id that does not exist and names those that do', () => {
    expect(() => loadPack('nowhere')).toThrow(AppError);
  });
});
