import { App, Button } from 'antd';
import { jobTexts } from '#renderer/client/job-texts.ts';
import { useJob } from '#renderer/client/use-job.ts';
import { useWrite } from '#renderer/client/use-query.ts';
import type { InputOf, OutputOf } from '#shared/contract/api.ts';
import { useErrorDialog } from './error-dialog.tsx';

/** Long work that ends in a file. */
type SaveMethod =
  | 'exports.firms'
  | 'exports.awards'
  | 'exports.records'
  | 'exports.template'
  | 'exports.changes'
  | 'exports.errors';

/** What a saved file is called and which kind it is. */
export type FileWish = { readonly name: string; readonly format: 'xlsx' | 'csv' };

/**
 * Asks where to save, then lets the work write there: it runs in the top bar, where it can be cancelled, and a notice
 * with a way to the folder tells when it is done. Answers false when the person turned back.
 */
export function useSaveJob<M extends SaveMethod>(
  method: M,
): {
  readonly save: (wish: FileWish, input: (target: string) => InputOf<M>) => Promise<boolean>;
  readonly running: boolean;
} {
  const { message } = App.useApp();
  const choose = useWrite('files.chooseTarget');
  const reveal = useWrite('files.reveal');
  const showError = useErrorDialog();
  const job = useJob(method, { onFailure: showError });
  const saved = (output: OutputOf<M>, token: string) => {
    void message.success({
      duration: 8,
      content: (
        <>
          {jobTexts[method].done(output).text}
          <Button type="link" size="small" onClick={() => reveal.mutate({ token })}>
            打开所在文件夹
          </Button>
        </>
      ),
    });
  };
  return {
    save: async (wish, input) => {
      const { target } = await choose.mutateAsync(wish);
      if (target === null) return false;
      void job.start(input(target.token)).then((output) => {
        if (output !== undefined) saved(output, target.token);
      });
      return true;
    },
    running: job.running || choose.isPending,
  };
}
