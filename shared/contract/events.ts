import { z } from 'zod';

/** Progress of a job, at most ten a second. */
const JobProgressSchema = z.strictObject({
  jobId: z.string(),
  /** Chinese name of the phase: 读取, 核对, 比对, 写入. */
  phase: z.string(),
  done: z.number(),
  /** 0 when the amount of work is not known. */
  total: z.number(),
});

/** What pages are told without asking. Events announce; they never steer. */
export const events = {
  /** The ledger changed: queries refetch. */
  'data.changed': z.strictObject({ changeSetId: z.number().int().nullable() }),
  'job.progress': JobProgressSchema,
  /** The data process died; the page says so. */
  'data.lost': z.strictObject({}),
  /** It is back; queries refetch. */
  'data.restored': z.strictObject({}),
} as const;

/** Name of an event. */
export type EventName = keyof typeof events;
/** Payload of an event. */
export type EventOf<E extends EventName> = z.output<(typeof events)[E]>;
