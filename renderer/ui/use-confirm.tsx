import { App, Input } from 'antd';
import { useMemo } from 'react';

type Question = {
  readonly title: string;
  /** Plain sentences, one a line. */
  readonly lines: readonly string[];
  readonly okText: string;
};

type Danger = {
  readonly title: string;
  /** What will be lost, one sentence a line. */
  readonly lost: readonly string[];
  /** How to get it back. */
  readonly back: string;
  readonly okText: string;
};

/** Questions in dialogs. */
export type Confirm = {
  readonly confirm: (question: Question) => Promise<boolean>;
  /** Says what will be lost and how to get it back. */
  readonly dangerConfirm: (danger: Danger) => Promise<boolean>;
  /** Asks for a reason as well, which may have to be given; null when the person turns back. */
  readonly askReason: (question: Question & { readonly needed?: boolean }) => Promise<string | null>;
};

/** Asks before something is done. */
export function useConfirm(): Confirm {
  const { modal } = App.useApp();
  return useMemo(
    () => ({
      confirm: async ({ title, lines, okText }) =>
        modal.confirm({ title, okText, content: <Lines lines={lines} />, width: 520 }),
      dangerConfirm: async ({ title, lost, back, okText }) =>
        modal.confirm({
          title,
          okText,
          okButtonProps: { danger: true },
          focusable: { autoFocusButton: 'cancel' },
          width: 520,
          content: <Lines lines={[...lost, back]} />,
        }),
      askReason: async ({ title, lines, okText, needed = false }) => {
        let reason = '';
        const dialog = modal.confirm({
          title,
          okText,
          okButtonProps: { disabled: needed },
          width: 520,
          focusable: { autoFocusButton: null },
          content: (
            <Lines lines={lines}>
              <Input.TextArea
                aria-label="原因"
                placeholder={`原因（记入变更历史，${needed ? '必填' : '可不填'}）`}
                autoSize={{ minRows: 2, maxRows: 6 }}
                maxLength={500}
                autoFocus
                onChange={(event) => {
                  reason = event.target.value.trim();
                  if (needed) dialog.update({ okButtonProps: { disabled: reason === '' } });
                }}
              />
            </Lines>
          ),
        });
        return (await dialog) ? reason : null;
      },
    }),
    [modal],
  );
}

function Lines({
  lines,
  children,
}: {
  readonly lines: readonly string[];
  readonly children?: React.ReactNode;
}) {
  return (
    <div className="confirm-lines">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {children}
    </div>
  );
}
