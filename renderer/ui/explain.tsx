import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { createPortal } from 'react-dom';

type Props = {
  /** What is explained, such as 国家级小巨人首次认定 100 万元. */
  readonly title: string;
  /** Plain sentences, in order. */
  readonly lines: readonly string[];
  /** Text of the small button. */
  readonly label?: string;
};

/** The small 为什么 beside a figure: opens the explanation in plain sentences, which can be printed. */
export function Explain({ title, lines, label = '为什么' }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        type="link"
        size="small"
        aria-label={`${label}：${title}`}
        onClick={(event) => {
          event.stopPropagation();
          setOpen(true);
        }}
      >
        {label}
      </Button>
      <Drawer
        title={title}
        open={open}
        onClose={() => setOpen(false)}
        size={520}
        destroyOnHidden
        extra={<Button onClick={() => window.print()}>打印</Button>}
      >
        <ExplainLines lines={lines} />
      </Drawer>
      {open ? createPortal(<PrintedExplanation title={title} lines={lines} />, document.body) : null}
    </>
  );
}

function ExplainLines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ol className="explain-lines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ol>
  );
}

function PrintedExplanation({ title, lines }: Pick<Props, 'title' | 'lines'>) {
  return (
    <div className="print-sheet" aria-hidden="true">
      <h1>{title}</h1>
      <ExplainLines lines={lines} />
    </div>
  );
}
