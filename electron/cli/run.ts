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
    if (argv.length === 0 || argv[0] === '--help' || argv[0] === 'help') {
      io.stdout(overview(commands));
      return argv.length === 0 ? exitCodes.usage : exitCodes.done;
    }
    const command = commands.find((each) => each.name === argv[0]);
    if (command === undefined) throw new AppError('usage', { problem: `没有命令“${argv[0]}”。` });
    const args = splitArguments(command, argv.slice(1));
    if (args.options.help === true) {
      io.stdout(commandHelp(command));
      return exitCodes.done;
    }
    const answer = await command.run(args, io);
    print(answer, json, io);
    return answer.ok === false ? exitCodes.badInput : exitCodes.done;
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

function splitArguments(command: Command, argv: readonly string[]): CliArguments {
  const options: Record<string, { type: 'string' | 'boolean' }> = {
    json: { type: 'boolean' },
    help: { type: 'boolean' },
  };
  for (const [name, kind] of Object.entries(command.options)) {
    options[name] = { type: kind === 'value' ? 'string' : 'boolean' };
  }
  try {
    const parsed = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
    // No option is declared `multiple`, so no value is an array.
    return { words: parsed.positionals, options: parsed.values as CliArguments['options'] };
  } catch (error) {
    const problem = error instanceof Error ? error.message.replace(/'/g, '') : '';
    throw new AppError('usage', { problem: `参数有误（${problem}）。用法：${command.usage}` });
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
