import { parseArgs } from 'node:util';
import { toFailure } from '#electron/data/failure.ts';
import { AppError, type ErrorCode } from '#shared/contract/errors.ts';
import type { Failure } from '#shared/contract/result.ts';
import { errorText } from '#shared/text/error-text.ts';
import { type CliAnswer, type CliArguments, CliFailure, type CliIo, type Command } from './command.ts';
import { commands } from './commands/index.ts';
import { commandHelp, overview } from './help.ts';

/** Exit codes: done, bad input (nothing changed), wrong usage, internal error. */
const exitCodes = { done: 0, badInput: 1, usage: 2, internal: 3 } as const;

/** Runs one command line (without program name) and answers its exit code. Never throws. */
export async function runCli(argv: readonly string[], io: CliIo): Promise<number> {
  const json = argv.includes('--json');
  try {
    return await runWords(
      argv.filter((word) => word !== '--json'),
      json,
      io,
    );
  } catch (error) {
    const failure =
      error instanceof CliFailure
        ? error.failure
        : toFailure(error, (id, cause) =>
            io.stderr(`[${id}] ${cause instanceof Error ? cause.stack : String(cause)}`),
          );
    printFailure(failure, json, io);
    return exitCodeOf(failure.code);
  }
}

async function runWords(argv: readonly string[], json: boolean, io: CliIo): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined) {
    io.stderr(overview(commands));
    throw new AppError('usage', { problem: '没有给出命令。' });
  }
  if (name === '--help' || name === 'help') {
    print({ json: commands.map(description), lines: [overview(commands)] }, json, io);
    return exitCodes.done;
  }
  const command = commands.find((each) => each.name === name);
  if (command === undefined) throw new AppError('usage', { problem: `没有命令“${name}”。` });
  const args = splitArguments(command, rest);
  if (args.options.help === true) {
    print({ json: description(command), lines: [commandHelp(command)] }, json, io);
    return exitCodes.done;
  }
  const surplus = args.words[command.words ?? 0];
  if (surplus !== undefined) throw new AppError('usage', { problem: `多余的参数“${surplus}”。` });
  const answer = await command.run(args, io);
  print(answer, json, io);
  return answer.ok === false ? exitCodes.badInput : exitCodes.done;
}

function description({ name, usage, summary }: Command): object {
  return { name, usage, summary };
}

function splitArguments(command: Command, argv: readonly string[]): CliArguments {
  const options: Record<string, { type: 'string' | 'boolean'; multiple?: boolean }> = {
    help: { type: 'boolean' },
  };
  for (const [name, kind] of Object.entries(command.options)) {
    options[name] = { type: kind === 'flag' ? 'boolean' : 'string', multiple: kind === 'values' };
  }
  try {
    const parsed = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
    // Only options of kind `values` are repeated, and those take texts.
    return { words: parsed.positionals, options: parsed.values as CliArguments['options'] };
  } catch (error) {
    throw new AppError('usage', { problem: `${parseProblem(error)}用法：${command.usage}` });
  }
}

/** What Node's argument parser found wrong, in words of ours; it names the option in quotes. */
function parseProblem(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  const option = /'(-[^' ]*)/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `不认识选项 ${option}。`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return `选项 ${option} 的值不对。`;
    default:
      throw error;
  }
}

function print(answer: CliAnswer, json: boolean, io: CliIo): void {
  if (json) io.stdout(JSON.stringify(answer.json));
  else for (const line of answer.lines) io.stdout(line);
}

function printFailure(failure: Failure, json: boolean, io: CliIo): void {
  const text = errorText(failure);
  const message = `${text.what}${text.why}${text.next}`;
  if (json) {
    io.stdout(
      JSON.stringify({
        error: { code: failure.code, message, id: failure.id, details: failure.details ?? [] },
      }),
    );
  }
  io.stderr(message);
  for (const detail of failure.details ?? []) io.stderr(`  ${detail}`);
}

function exitCodeOf(code: ErrorCode): number {
  if (code === 'usage') return exitCodes.usage;
  if (code === 'internal' || code === 'data-process-lost') return exitCodes.internal;
  return exitCodes.badInput;
}
