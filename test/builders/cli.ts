import { runCli } from '#electron/cli/run.ts';

/** What one call of the command line gave back. */
export type CliRun = {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The standard output as JSON; throws when it is anything else. */
  readonly json: () => unknown;
};

/** Runs a command line in this process and gathers what it writes. */
export async function cli(...argv: string[]): Promise<CliRun> {
  const out: string[] = [];
  const err: string[] = [];
  const exit = await runCli(argv, { stdout: (text) => out.push(text), stderr: (text) => err.push(text) });
  const stdout = out.join('\n');
  return { exit, stdout, stderr: err.join('\n'), json: () => JSON.parse(stdout) as unknown };
}
