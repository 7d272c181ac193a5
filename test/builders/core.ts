import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Core, createCore } from '#electron/data/core.ts';
import type { DataMethodName, InputOf, OutputOf } from '#shared/contract/api.ts';
import type { Failure } from '#shared/contract/result.ts';

/** A core on a ledger of its own in a scratch folder, with a fixed clock and every answer checked. */
export type TestCore = {
  readonly core: Core;
  readonly folder: string;
  readonly databasePath: string;
  readonly events: { readonly event: string; readonly payload: unknown }[];
  /** Calls a method; fails the test when the answer is a failure. */
  readonly ask: <M extends DataMethodName>(
    method: M,
    input: InputOf<M>,
    paths?: Readonly<Record<string, { readonly path: string; readonly name: string }>>,
  ) => Promise<OutputOf<M>>;
  /** Calls a method that must be refused, and returns why. */
  readonly refused: (method: DataMethodName, input: unknown) => Promise<Failure>;
  readonly restart: () => void;
  readonly close: () => void;
};

/** Opens a test core; with a pack, its ledger is created. */
export async function openTestCore(
  options: { readonly pack?: string; readonly today?: string } = {},
): Promise<TestCore> {
  const folder = mkdtempSync(join(tmpdir(), 'tidu131-core-'));
  const databasePath = join(folder, '台账', 'tidu131.sqlite');
  const events: { event: string; payload: unknown }[] = [];
  const today = new Date(`${options.today ?? '2026-06-30'}T09:00:00`);
  const start = () =>
    createCore({
      databasePath,
      actor: '测试员',
      emit: (event, payload) => events.push({ event, payload }),
      log: (id, error) => {
        throw new Error(`unexpected error ${id}`, { cause: error });
      },
      now: () => today,
      checkOutput: true,
    });
  let core = start();
  const test: TestCore = {
    get core() {
      return core;
    },
    folder,
    databasePath,
    events,
    ask: async (method, input, paths = {}) => {
      const result = await core.call(method, input, { paths });
      if (!result.ok) throw new Error(`${method} was refused: ${JSON.stringify(result.error)}`);
      return result.value as OutputOf<typeof method>;
    },
    refused: async (method, input) => {
      const result = await core.call(method, input);
      if (result.ok) throw new Error(`${method} was not refused`);
      return result.error;
    },
    restart: () => {
      core.close();
      core = start();
    },
    close: () => {
      core.close();
      rmSync(folder, { recursive: true });
    },
  };
  if (options.pack !== undefined) await test.ask('ledger.create', { packId: options.pack });
  return test;
}
