import { CallError, grantFile } from '#renderer/client/api.ts';
import type { FileToken } from '#shared/contract/bridge.ts';
import { errorLine } from '#shared/text/error-text.ts';

/** Hands dropped files over to main, which looks at each; those it does not take are named with the reason. */
export async function grantFiles(files: readonly File[]) {
  const tokens: FileToken[] = [];
  const notGranted: { readonly fileName: string; readonly message: string }[] = [];
  for (const file of files) {
    try {
      tokens.push(await grantFile(file));
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      notGranted.push({ fileName: file.name, message: errorLine(error.failure) });
    }
  }
  return { tokens, notGranted };
}
