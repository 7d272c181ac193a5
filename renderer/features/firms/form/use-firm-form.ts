import { App, Form } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { CallError } from '#renderer/client/api.ts';
import { useWrite } from '#renderer/client/use-query.ts';
import { useConfirm } from '#renderer/ui/use-confirm.tsx';
import type { ErrorCode } from '#shared/contract/errors.ts';
import type { Failure } from '#shared/contract/result.ts';
import { errorText } from '#shared/text/error-text.ts';
import { codeProblem } from './form-rules.ts';
import { changedFacts, type FirmFormValues, isChanged } from './form-values.ts';

/** Failures of the core that belong to one field of the form. */
const fieldOfFailure: Partial<Readonly<Record<ErrorCode, 'name' | 'code'>>> = {
  'firm-name-missing': 'name',
  'firm-code-invalid': 'code',
  'firm-code-taken': 'code',
};

/** The state of the form: what was changed, saving by button or Ctrl+S, messages of the core at their field. */
export function useFirmForm(id: number | null, stored: FirmFormValues, onSaved: (id: number) => void) {
  const [form] = Form.useForm<FirmFormValues>();
  const [initial] = useState(stored);
  const [dirty, setDirty] = useState(false);
  const { message } = App.useApp();
  const { confirm } = useConfirm();
  const write = useWrite('firms.save', { handles: (failure) => fieldOfFailure[failure.code] !== undefined });

  const save = async () => {
    const values = form.getFieldsValue(true) as FirmFormValues; // the form holds exactly the initial values' keys
    const patch = changedFacts(initial, values);
    const suspicious = patch.code !== undefined && codeProblem(values.code)?.severity === 'warning';
    if (suspicious && !(await confirm(keepSuspiciousCode(values.code)))) return;
    try {
      const saved = await write.mutateAsync({ id, patch, acceptSuspiciousCode: suspicious, reason: '' });
      setDirty(false);
      void message.success(saved.changeSetId === null ? '没有改动，无需保存' : '已保存');
      savedId.current = saved.id;
    } catch (error) {
      if (error instanceof CallError) showAtField(form, error.failure);
      else throw error;
    }
  };
  const savedId = useRef<number | null>(null);
  // Leave only when the form is known to be clean, or the guard would ask about what was just saved.
  useEffect(() => {
    if (!dirty && savedId.current !== null) onSaved(savedId.current);
  });
  useSaveKey(form.submit);

  return {
    form,
    initial,
    dirty,
    saving: write.isPending,
    save,
    onValuesChange: () => setDirty(isChanged(initial, form.getFieldsValue(true) as FirmFormValues)), // as above
  };
}

function keepSuspiciousCode(code: string) {
  return {
    title: '确认保留这个代码？',
    lines: [
      `“${code}”的校验位不符，可能有录入错误。`,
      '请对照营业执照；确认无误可以保留，台账会标明“存疑”。',
    ],
    okText: '确认保留',
  };
}

function showAtField(form: ReturnType<typeof Form.useForm<FirmFormValues>>[0], failure: Failure): void {
  const field = fieldOfFailure[failure.code];
  if (field === undefined) return; // the error dialog has shown it
  const text = errorText(failure);
  form.setFields([{ name: field, errors: [`${text.what}${text.why}${text.next}`] }]);
  form.scrollToField(field, { focus: true });
}

/** Ctrl+S saves, also while a field has the focus. */
function useSaveKey(save: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      if (!event.repeat) save();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [save]);
}
