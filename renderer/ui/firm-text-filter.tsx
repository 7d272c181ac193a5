import { Input } from 'antd';

type Props = { readonly value: string; readonly onChange: (text: string) => void };

/** Narrows a table that is on screen already to firms by part of their name or code. */
export function FirmTextFilter({ value, onChange }: Props) {
  return (
    <Input
      allowClear
      aria-label="按企业名称或代码筛选"
      placeholder="按企业名称或代码筛选"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
