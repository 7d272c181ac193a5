import { Tag } from 'antd';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { codeStateWords } from './words.ts';

type Row = Pick<OutputOf<'firms.get'>['row'], 'code' | 'codeState'>;

const stateColors = { valid: 'success', suspicious: 'warning', missing: 'default' } as const;

/** 统一社会信用代码 with its state in words and a button that copies it. */
export function FirmCode({ row }: { readonly row: Row }) {
  return (
    <span className="firm-code">
      {row.code === null ? null : <span className="figures">{row.code}</span>}
      <Tag color={stateColors[row.codeState]}>{codeStateWords[row.codeState]}</Tag>
      {row.code === null ? null : <CopyButton text={row.code} label="复制代码" />}
    </span>
  );
}
