/** A failure that a person can mend: one line that says what is missing and what to run. */
export class SetupError extends Error {}

/** Prints to standard error, so that standard output stays free for programs that answer in JSON. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Runs a step that does something, and says how long it took. */
export async function timed(title, work) {
  const started = performance.now();
  say(`· ${title} …`);
  const result = await work();
  say(`  ${title}：完成，用时 ${((performance.now() - started) / 1000).toFixed(1)} 秒`);
  return result;
}
