/** What a status means: 有效 is ok, 即将到期 warns, 过期 and 撤销 are muted, only 错误 is red. */
export type StatusKind = 'ok' | 'warn' | 'muted' | 'error' | 'info';

const shapes: Readonly<Record<StatusKind, string>> = {
  ok: '●',
  warn: '▲',
  muted: '○',
  error: '✕',
  info: '◆',
};

/** A status as a word with a shape before it; colour comes last. */
export function StatusWord({ kind, text }: { readonly kind: StatusKind; readonly text: string }) {
  return (
    <span className={`status-word status-${kind}`}>
      <span className="status-word-shape" aria-hidden="true">
        {shapes[kind]}
      </span>
      {text}
    </span>
  );
}
