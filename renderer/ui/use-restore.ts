import { App } from 'antd';
import { refreshAll } from '#renderer/client/query-client.ts';
import { useJob } from '#renderer/client/use-job.ts';
import { useWrite } from '#renderer/client/use-query.ts';
import type { Failure } from '#shared/contract/result.ts';
import { useConfirm } from './use-confirm.tsx';

/** Going back to a copy of the ledger. */
export type Restore = {
  /** A copy of the list; `words` is how a person knows it. */
  readonly fromList: (name: string, words: string) => Promise<void>;
  /** A file from anywhere: asks which. */
  readonly fromFile: () => Promise<void>;
  readonly running: boolean;
  readonly failure: Failure | null;
};

/** 恢复: says what happens to the ledger of now, then goes back to the copy. */
export function useRestore(): Restore {
  const { message } = App.useApp();
  const { dangerConfirm } = useConfirm();
  const restore = useJob('backups.restore');
  const restoreFile = useJob('backups.restoreFile');
  const choose = useWrite('backups.choose');
  const agree = (words: string) =>
    dangerConfirm({
      title: `恢复到${words}？`,
      lost: ['台账将整个换成这份备份，备份之后的登记、导入和修改都不再在台账里。'],
      back: '换之前先把现在的台账另存一份“恢复前”备份；要回到现在，可再从那一份恢复。',
      okText: '恢复',
    });
  const done = (output: object | undefined) => {
    if (output === undefined) return;
    void refreshAll();
    void message.success('台账已恢复');
  };
  return {
    fromList: async (name, words) => {
      if (await agree(words)) done(await restore.start({ name }));
    },
    fromFile: async () => {
      const { files } = await choose.mutateAsync({});
      const file = files[0];
      if (file !== undefined && (await agree(`“${file.name}”`)))
        done(await restoreFile.start({ tokens: [file.token] }));
    },
    running: restore.running || restoreFile.running,
    failure: restore.error ?? restoreFile.error,
  };
}
