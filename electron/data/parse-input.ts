import { z } from 'zod';
import { AppError } from '#shared/contract/errors.ts';

/** What zod has to say of an input, in words a clerk can read. */
const inChinese = z.locales.zhCN().localeError;

/** Input as its schema wants it. Throws `bad-request` with the first problem in words. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input, { error: inChinese });
  if (parsed.success) return parsed.data;
  const problem = parsed.error.issues[0];
  throw new AppError('bad-request', {
    problem: `${problem?.path.join('.') ?? ''} ${problem?.message ?? ''}`.trim(),
  });
}
