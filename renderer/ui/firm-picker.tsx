import { Form, Select } from 'antd';
import { useState } from 'react';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useApi } from '#renderer/client/use-query.ts';

type Props = {
  /** The firm chosen already, whose name is not among what was found. */
  readonly known: { readonly firmId: number; readonly firm: string } | undefined;
  readonly disabled?: boolean;
};

/** 企业 of a form: looks the firm up by name, code or pinyin initials; the form gets its id as `firmId`. */
export function FirmPicker({ known, disabled = false }: Props) {
  const { asOf } = useAsOf();
  const [text, setText] = useState('');
  const found = useApi(
    'firms.search',
    { filter: { asOf, text }, limit: 20 },
    { keepPrevious: true, enabled: !disabled },
  );
  const options = (found.data?.rows ?? []).map((row) => ({
    value: row.id,
    label: `${row.name}${row.code === null ? '' : `（${row.code}）`}`,
  }));
  const all =
    known === undefined || options.some((option) => option.value === known.firmId)
      ? options
      : [{ value: known.firmId, label: known.firm }, ...options];
  return (
    <Form.Item name="firmId" label="企业" rules={[{ required: true, message: '请选择企业' }]}>
      <Select
        disabled={disabled}
        showSearch={{ filterOption: false, onSearch: setText }}
        placeholder="输入企业名称、代码或拼音首字母"
        options={all}
        notFoundContent="没有找到企业"
      />
    </Form.Item>
  );
}
