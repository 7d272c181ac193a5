import { type Fen, wanText, yuanText } from '#shared/domain/money.ts';

/** An amount in 万元 with two decimals; the hover says it in full 元. The unit stands in the heading. */
export function MoneyText({ fen }: { readonly fen: Fen | null }) {
  if (fen === null) return <span className="figures">—</span>;
  return (
    <span className="figures" title={`${yuanText(fen)} 元`}>
      {wanText(fen)}
    </span>
  );
}
