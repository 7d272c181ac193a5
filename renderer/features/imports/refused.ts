/** A file that was not read, and the whole reason in words. */
export type Refused = { readonly fileName: string; readonly message: string };

/** The state of a navigation from the choice of files to the wizard. */
export type WizardState = { readonly refused: readonly Refused[] };

/** Reads the files that were turned away from the state of a navigation; none when there is no such state. */
export function refusedOf(state: unknown): readonly Refused[] {
  if (state === null || typeof state !== 'object' || !('refused' in state)) return [];
  return Array.isArray(state.refused) ? state.refused.filter(isRefused) : [];
}

function isRefused(value: unknown): value is Refused {
  return (
    value !== null &&
    typeof value === 'object' &&
    'fileName' in value &&
    typeof value.fileName === 'string' &&
    'message' in value &&
    typeof value.message === 'string'
  );
}
