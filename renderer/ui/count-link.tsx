import { Link } from 'react-router';
import { countText } from './count-text.ts';

type Props = {
  readonly value: number | null;
  /** Address of the list behind the figure; null when there is none. */
  readonly to: string | null;
  /** What is counted, read out before the figure, such as 小巨人当前有效. */
  readonly label?: string;
};

/** A figure that opens the list behind it. */
export function CountLink({ value, to, label }: Props) {
  if (value === null || to === null) return <span className="count-link">{countText(value)}</span>;
  return (
    <Link
      className="count-link"
      to={to}
      title="查看名单"
      {...(label === undefined ? {} : { 'aria-label': `${label} ${value}，查看名单` })}
    >
      {countText(value)}
    </Link>
  );
}
