import { App } from 'antd';
import { useConfirm } from '#renderer/ui/use-confirm.tsx';
import type { Failure } from '#shared/contract/result.ts';
import { errorText } from '#shared/text/error-text.ts';
import { useWrite } from './use-query.ts';

type UndoRequest = {
  readonly changeSetId: number;
  /** What is taken back, such as 导入名册(变更集 12). */
  readonly what: string;
  /** What the ledger will look like afterwards, one sentence a line. */
  readonly effects: readonly string[];
};

/**
 * Takes back a change set: asks for the reason, undoes, tells the result; when rows moved on since, lists them.
 * Answers the number of the change set that undid it, or nothing when it was not done.
 */
export function useUndo(): (request: UndoRequest) => Promise<number | undefined> {
  const { message, modal } = App.useApp();
  const { askReason } = useConfirm();
  const undo = useWrite('changes.undo', { handles: (failure) => failure.code === 'undo-moved-on' });
  return async ({ changeSetId, what, effects }) => {
    const reason = await askReason({
      title: `撤销:${what}`,
      lines: [...effects, '撤销本身也会记入变更历史,之后可以再撤销它来恢复。'],
      okText: '撤销',
    });
    if (reason === null) return undefined;
    return new Promise((resolve) => {
      undo.mutate(
        { id: changeSetId, reason },
        {
          onSuccess: ({ changeSetId: by }) => {
            void message.success(by === null ? '没有需要恢复的内容' : `已撤销,记为变更集 ${by}`);
            resolve(by ?? undefined);
          },
          onError: (error) => {
            if (error.failure.code === 'undo-moved-on') void modal.error(movedOn(error.failure));
            resolve(undefined);
          },
        },
      );
    });
  };
}

/** The rows that were touched since, so that the person can deal with each. */
function movedOn(failure: Failure) {
  const text = errorText(failure);
  return {
    title: text.what,
    width: 640,
    okText: '知道了',
    content: (
      <>
        <p>
          {text.why}
          {text.next}
        </p>
        <ul className="failure-details">
          {(failure.details ?? []).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </>
    ),
  };
}
