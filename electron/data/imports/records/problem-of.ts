import { AppError } from '#shared/contract/errors.ts';

/** What a rule says against something that is about to be done; nothing when it allows it. */
export function problemOf(assert: () => void): string | undefined {
  try {
    assert();
    return undefined;
  } catch (error) {
    if (error instanceof AppError && error.params.problem !== undefined) return String(error.params.problem);
    throw error;
  }
}
