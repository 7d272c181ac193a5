import type { FromData, ToData } from '#shared/contract/bridge.ts';
import { type Core, createCore } from './core.ts';

/** The port to main that Electron gives a utility process; absent under plain Node. */
type ParentPort = {
  readonly on: (event: 'message', listener: (message: { readonly data: unknown }) => void) => void;
  readonly postMessage: (message: FromData) => void;
};

// Electron adds parentPort to `process` in a utility process, and only there does this file run.
const port = (process as unknown as { readonly parentPort: ParentPort }).parentPort;
let core: Core | undefined;

/** Entry of the data process: passes the messages of main to the core and its answers back. */
port.on('message', ({ data }) => {
  // Only main holds the other end of this port.
  const message = data as ToData;
  switch (message.type) {
    case 'open':
      core = createCore({
        databasePath: message.databasePath,
        actor: message.actor,
        emit: (event, payload) => port.postMessage({ type: 'event', event, payload }),
        log: (id, error) =>
          process.stderr.write(`[${id}] ${error instanceof Error ? error.stack : String(error)}\n`),
      });
      port.postMessage({ type: 'ready' });
      // Opens ledger and pack while the page still loads; the page's own first question then finds them open, and
      // hears of any failure itself.
      void core.call('ledger.state', {});
      keepDailyCopies(core);
      break;
    case 'call':
      void answer(message);
      break;
    case 'cancel':
      core?.cancel(message.jobId);
      break;
  }
});

/** How long after the start, and how often, the copy of the day is looked after, in milliseconds. */
const dailyCopy = { after: 60_000, every: 3_600_000 };

/** Copies the ledger once a day while the application is open, late enough to leave the start alone. */
function keepDailyCopies(ofCore: Core): void {
  const make = () => void ofCore.call('@daily-backup', {});
  setTimeout(make, dailyCopy.after);
  setInterval(make, dailyCopy.every);
}

async function answer({
  seq,
  method,
  input,
  jobId,
  paths,
}: Extract<ToData, { type: 'call' }>): Promise<void> {
  if (core === undefined) throw new Error('a call came before the ledger was named');
  const result = await core.call(method, input, { jobId, paths });
  port.postMessage({ type: 'reply', seq, result });
}
