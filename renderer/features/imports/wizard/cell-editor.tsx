import { Button, Input, Space, Tag } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import type { RowCell } from '../outcomes.ts';

/** The longest text a cell can hold here; more is no value of a firm. */
const longest = 2000;

type Props = {
  readonly cell: RowCell;
  readonly busy: boolean;
  /** Corrects the cell, or gives it back what the sender wrote; answers whether it was done. */
  readonly onFix: (text: string | null) => Promise<boolean>;
};

/** One cell of a row: its text, 改 in place, and the way back to what the sender wrote. */
export function CellEditor({ cell, busy, onFix }: Props) {
  const [text, setText] = useState<string | null>(null);
  if (text === null) return <CellText cell={cell} busy={busy} onFix={onFix} onEdit={setText} />;
  const save = async () => {
    if (await onFix(text)) setText(null);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') void save();
    else if (event.key === 'Escape') setText(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Space.Compact block>
      <Input
        aria-label={`${cell.label} ${cell.address}`}
        autoFocus
        value={text}
        maxLength={longest}
        placeholder={isMasked(cell) ? '请重新填写完整号码' : '留空表示没有内容'}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKey}
      />
      <Button type="primary" disabled={busy} onClick={() => void save()}>
        改好
      </Button>
      <Button onClick={() => setText(null)}>取消</Button>
    </Space.Compact>
  );
}

function CellText({ cell, busy, onFix, onEdit }: Props & { readonly onEdit: (text: string) => void }) {
  return (
    <div className="import-cell">
      <span className="import-cell-text">{cell.raw === '' ? '—' : cell.raw}</span>
      {cell.original === null ? null : (
        <>
          <Tag color="processing">已改</Tag>
          <span className="import-quiet">原为“{cell.original === '' ? '空白' : cell.original}”</span>
          <Button
            type="link"
            size="small"
            disabled={busy}
            aria-label={`恢复${cell.label}原文`}
            onClick={() => void onFix(null)}
          >
            恢复原文
          </Button>
        </>
      )}
      <Button
        type="link"
        size="small"
        disabled={busy}
        aria-label={`改${cell.label}`}
        onClick={() => onEdit(isMasked(cell) ? '' : cell.raw)}
      >
        改
      </Button>
    </div>
  );
}

/** Phones are shown with a part hidden; what is shown must not be written back. */
function isMasked({ field }: RowCell): boolean {
  return field === 'contactPhone';
}
