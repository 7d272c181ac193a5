import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { StatusWord } from '#renderer/ui/status-word.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { codeStateWords } from './words.ts';

type Row = Pick<OutputOf<'firms.get'>['row'], 'code' | 'codeState'>;

const stateKinds = { valid: 'ok', suspicious: 'warn', missing: 'muted' } as const;

/** 统一社会信用代码 with its state in words and a button that copies it. */
export function FirmCode({ row }: { readonly row: Row }) {
  return (
    <span className="firm-code">
      {row.code === null ? null : <span className="figures">{row.code}</span>}
      <StatusWord kind={stateKinds[row.codeState]} text={codeStateWords[row.codeState]} />
      {row.code === null ? null : <CopyButton text={row.code} label="复制代码" />}
    </span>
  );
}
