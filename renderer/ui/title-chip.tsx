import type { OutputOf } from '#shared/contract/api.ts';

/** A title of a firm at the as-of day. */
export type TitleOfFirm = OutputOf<'firms.search'>['rows'][number]['titles'][number];

/** How each state of a title is shown: a shape and a word, colour only in addition. */
const states: Readonly<Record<TitleOfFirm['state'], { readonly shape: string; readonly word: string }>> = {
  valid: { shape: '●', word: '有效' },
  expiring: { shape: '▲', word: '即将到期' },
  lapsed: { shape: '○', word: '已失效' },
};

/** A title with its state and last valid day. */
export function TitleChip({ title }: { readonly title: TitleOfFirm }) {
  const { shape, word } = states[title.state];
  const until = title.until === null ? '长期' : `至 ${title.until}`;
  return (
    <span
      className={`title-chip title-chip-${title.state} figures`}
      title={`${title.label}：${word}，${title.from} 起，${until}`}
    >
      <span aria-hidden="true">{shape}</span>
      <span>{title.label}</span>
      {title.state === 'valid' ? null : <span>{word}</span>}
      {title.until === null ? null : <span>{title.until}</span>}
    </span>
  );
}
