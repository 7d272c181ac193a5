import { DatePicker, Form, Input, InputNumber } from 'antd';
import type { Dayjs } from 'dayjs';
import { type Fen, fenPerWan } from '#shared/domain/money.ts';

type FieldProps = { readonly name: string; readonly label: string; readonly required?: boolean };

/** A day; required unless said otherwise. */
export function DayField({ name, label, required = true }: FieldProps) {
  return (
    <Form.Item name={name} label={label} rules={[{ required, message: `请填写${label}` }]}>
      <DatePicker format="YYYY-MM-DD" style={{ width: '100%' }} />
    </Form.Item>
  );
}

/** One line of text. */
export function LineField({ name, label, required = false }: FieldProps) {
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[{ required, whitespace: required, message: `请填写${label}` }]}
    >
      <Input maxLength={200} />
    </Form.Item>
  );
}

/** Several lines of text. */
export function NoteField({ name, label, required = false }: FieldProps) {
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[{ required, whitespace: required, message: `请填写${label}` }]}
    >
      <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 5 }} />
    </Form.Item>
  );
}

/** An amount typed in 万元. */
export function WanField({ name, label, required = true, hint }: FieldProps & { readonly hint?: string }) {
  return (
    <Form.Item name={name} label={label} extra={hint} rules={[{ required, message: `请填写${label}` }]}>
      <InputNumber min={0} max={9_000_000} style={{ width: '100%' }} suffix="万元" />
    </Form.Item>
  );
}

/** 分 of an amount typed in 万元. */
export function fenOf(wan: number): Fen {
  return Math.round(wan * fenPerWan);
}

/** 万元 as an amount field shows it. */
export function wanOf(fen: Fen): number {
  return fen / fenPerWan;
}

/** A picked day as the ledger keeps it. */
export function dayOf(day: Dayjs): string {
  return day.format('YYYY-MM-DD');
}

/** Text that was left empty is null. */
export function textOrNull(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
