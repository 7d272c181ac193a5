import { App } from 'antd';
import type { Failure } from '#shared/contract/result.ts';
import { errorText } from '#shared/text/error-text.ts';
import { FailureText } from './failure-text.tsx';

/** Opens a dialog that explains a failure; a cancelled operation is no failure and opens none. */
export function useErrorDialog(): (failure: Failure) => void {
  const { modal } = App.useApp();
  return (failure) => {
    if (failure.code === 'cancelled') return;
    void modal.error({
      title: errorText(failure).what,
      content: <FailureText failure={failure} />,
      okText: '知道了',
      width: 560,
    });
  };
}
