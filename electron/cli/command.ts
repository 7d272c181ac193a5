import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { z } from 'zod';
import type { Core } from '#electron/data/core.ts';
import type { DataMethodName, InputOf, OutputOf } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { ReportSpecSchema } from '#shared/contract/methods/reports.ts';
import type { Failure } from '#shared/contract/result.ts';
import { type Day, isDay } from '#shared/domain/day.ts';

/** What the command line may touch outside itself. */
export type CliIo = {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Draws a paper in a real window; only given where Electron runs. */
  readonly renderPdf?: (request: {
    readonly databasePath: string;
    readonly spec: z.output<typeof ReportSpecSchema>;
  }) => Promise<Uint8Array>;
};

/** Options and words of one call, already split. */
export type CliArguments = {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
};

/** What a command answers: the JSON for `--json`, the lines for a person, and whether it counts as done. */
export type CliAnswer = { readonly json: unknown; readonly lines: readonly string[]; readonly ok?: boolean };

/** One command of the command line. */
export type Command = {
  readonly name: string;
  /** Arguments and options as `--help` prints them. */
  readonly usage: string;
  readonly summary: string;
  /** Names of the options it takes, and whether each takes a value, or several when it is repeated. */
  readonly options: Readonly<Record<string, 'value' | 'values' | 'flag'>>;
  /** Most words beside the options (files, the name of a paper); none when absent. */
  readonly words?: number;
  readonly run: (args: CliArguments, io: CliIo) => Promise<CliAnswer>;
};

/** A failure that already has its number; thrown so that the runner prints it whole. */
export class CliFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** Calls a method of the core and unwraps the answer. */
export async function ask<M extends DataMethodName>(
  core: Core,
  method: M,
  input: InputOf<M>,
  paths: Readonly<Record<string, { readonly path: string; readonly name: string }>> = {},
): Promise<OutputOf<M>> {
  const result = await core.call(method, input, { paths });
  if (!result.ok) throw new CliFailure(result.error);
  // The core answers a method with the output type that the contract table gives it.
  return result.value as OutputOf<M>;
}

/** The files that the words of a call name, each under a ticket as main gives them. Throws `file-missing`. */
export async function givenFiles({
  words,
}: CliArguments): Promise<Readonly<Record<string, { readonly path: string; readonly name: string }>>> {
  const files: Record<string, { readonly path: string; readonly name: string }> = {};
  for (const [index, word] of words.entries()) {
    const path = resolve(word);
    const found = await stat(path).catch(() => undefined); // what is not there is told next
    if (found?.isFile() !== true) throw new AppError('file-missing', { file: path });
    files[`argument-${index}`] = { path, name: basename(path) };
  }
  return files;
}

/** Value of an option that must be there. */
export function required(args: CliArguments, name: string): string {
  const value = args.options[name];
  if (typeof value !== 'string' || value === '') throw new AppError('usage', { problem: `缺少 --${name}。` });
  return value;
}

/** Value of an option that may be missing. */
export function optional(args: CliArguments, name: string): string | undefined {
  const value = args.options[name];
  return typeof value === 'string' ? value : undefined;
}

/** Day of an option, or of the fall-back when it is missing; without a fall-back it must be there. */
export function dayOption(args: CliArguments, name: string, fallback?: Day): Day {
  const text = fallback === undefined ? required(args, name) : (optional(args, name) ?? fallback);
  if (!isDay(text)) throw new AppError('usage', { problem: `--${name} 应为 YYYY-MM-DD，收到“${text}”。` });
  return text;
}

/** Year of an option, or the fall-back when it is missing; without a fall-back it must be there. */
export function yearOption(args: CliArguments, name: string, fallback?: number): number {
  const text = fallback === undefined ? required(args, name) : (optional(args, name) ?? String(fallback));
  if (!/^(19|20|21)\d{2}$/.test(text)) {
    throw new AppError('usage', { problem: `--${name} 应为四位年份，收到“${text}”。` });
  }
  return Number(text);
}

/** Whole number of an option, or the fall-back when it is missing. */
export function wholeNumber<F>(args: CliArguments, name: string, fallback: F): number | F {
  const text = optional(args, name);
  if (text === undefined) return fallback;
  if (!/^\d{1,9}$/.test(text))
    throw new AppError('usage', { problem: `--${name} 应为整数，收到“${text}”。` });
  return Number(text);
}

/** All values of an option that may be repeated. */
export function valuesOf(args: CliArguments, name: string): readonly string[] {
  const value = args.options[name];
  return Array.isArray(value) ? value : [];
}

/** Id of the firm with this 统一社会信用代码. Throws `not-found`. */
export async function firmWithCode(core: Core, code: string, asOf: Day): Promise<number> {
  const { rows } = await ask(core, 'firms.search', { filter: { text: code, asOf } });
  const firm = rows.find((row) => row.code === code.toUpperCase());
  if (firm === undefined) throw new AppError('not-found');
  return firm.id;
}
