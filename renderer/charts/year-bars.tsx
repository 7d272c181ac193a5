import './charts.css';

type Props = {
  readonly title: string;
  readonly unit: string;
  /** Oldest first; null is 未填 and stays an empty place. */
  readonly points: readonly {
    readonly label: string;
    readonly value: number | null;
    readonly text: string;
  }[];
};

const [width, height, top, bottom] = [230, 112, 20, 20];

/** A few years of one figure as bars with their values; the axis starts at zero, losses hang below it. */
export function YearBars({ title, unit, points }: Props) {
  const values = points.map((point) => point.value ?? 0);
  const high = Math.max(0, ...values);
  const low = Math.min(0, ...values);
  const room = height - top - bottom;
  const scale = high === low ? 0 : room / (high - low);
  const zero = top + high * scale;
  const step = width / Math.max(1, points.length);
  return (
    <figure className="year-bars">
      <figcaption>
        {title}（{unit}）
      </figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={`${title}：${points.map((point) => `${point.label}年 ${point.text}`).join('，')}`}
      >
        <line x1={0} x2={width} y1={zero} y2={zero} className="year-bars-axis" />
        {points.map((point, index) => {
          const size = Math.abs((point.value ?? 0) * scale);
          const y = (point.value ?? 0) < 0 ? zero : zero - size;
          const middle = step * (index + 0.5);
          return (
            <g key={point.label}>
              <rect x={middle - 16} y={y} width={32} height={size} className="year-bars-bar" />
              <text x={middle} y={Math.max(12, y - 5)} textAnchor="middle" className="year-bars-value">
                {point.text}
              </text>
              <text x={middle} y={height - 5} textAnchor="middle" className="year-bars-year">
                {point.label}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
