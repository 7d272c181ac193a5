import { join } from 'node:path';
import { type UtilityProcess, utilityProcess } from 'electron';
import type { FromData, ToData } from '#shared/contract/bridge.ts';
import type { Result } from '#shared/contract/result.ts';
import type { GrantedFile } from './file-tokens.ts';
import { logLine } from './log.ts';

/** What the supervisor is told about the ledger and whom it tells. */
export type DataProcessOptions = {
  readonly databasePath: string;
  readonly actor: string;
  readonly onEvent: (event: string, payload: unknown) => void;
};

/** The data process as the rest of main sees it. */
export type DataProcess = {
  readonly call: (
    method: string,
    input: unknown,
    options?: { readonly jobId?: string | null; readonly paths?: Readonly<Record<string, GrantedFile>> },
  ) => Promise<Result<unknown>>;
  readonly cancel: (jobId: string) => void;
  readonly stop: () => void;
};

/** Pause before a restart in milliseconds; it doubles with each crash up to the longest. */
const pauses = { first: 200, longest: 10_000 };

/**
 * Starts the data process and keeps it running. When it dies, calls that wait answer `data-process-lost`, pages hear
 * `data.lost`, it is started again and pages hear `data.restored`.
 */
export function startDataProcess(options: DataProcessOptions): DataProcess {
  const waiting = new Map<number, (result: Result<unknown>) => void>();
  let child: UtilityProcess | undefined;
  let seq = 0;
  let pause = pauses.first;
  let stopped = false;
  let lost = false;

  const receive = (message: FromData) => {
    if (message.type === 'ready') {
      pause = pauses.first;
      if (lost) options.onEvent('data.restored', {});
      lost = false;
    } else if (message.type === 'reply') {
      waiting.get(message.seq)?.(message.result);
      waiting.delete(message.seq);
    } else {
      options.onEvent(message.event, message.payload);
    }
  };
  const start = () => {
    const started = utilityProcess.fork(join(__dirname, 'data-host.cjs'), [], {
      serviceName: 'tidu131-data',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    started.stderr?.on('data', (data: Buffer) => logLine(data.toString('utf8').trimEnd()));
    started.on('message', receive);
    started.once('exit', (code) => ended(code));
    child = started;
    send({ type: 'open', databasePath: options.databasePath, actor: options.actor });
  };
  const ended = (code: number) => {
    child = undefined;
    for (const settle of waiting.values()) settle(lostResult());
    waiting.clear();
    if (stopped) return;
    logLine(`data process ended with ${code}; starting it again`);
    lost = true;
    options.onEvent('data.lost', {});
    setTimeout(start, pause);
    pause = Math.min(pause * 2, pauses.longest);
  };
  const send = (message: ToData) => child?.postMessage(message);

  start();
  return {
    call: (method, input, { jobId = null, paths = {} } = {}) =>
      new Promise((resolve) => {
        if (child === undefined) {
          resolve(lostResult());
          return;
        }
        seq += 1;
        waiting.set(seq, resolve);
        send({ type: 'call', seq, method, input, jobId, paths });
      }),
    cancel: (jobId) => send({ type: 'cancel', jobId }),
    stop: () => {
      stopped = true;
      child?.kill();
    },
  };
}

function lostResult(): Result<never> {
  return { ok: false, error: { code: 'data-process-lost', params: {}, id: '数据服务' } };
}
