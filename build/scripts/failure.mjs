import { SetupError } from '../setup/say.mjs';

/** Runs a script; a failure that a person can mend ends it with its one line, any other with its stack. */
export async function endingClearly(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
