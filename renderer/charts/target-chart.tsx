import type { KeyboardEvent } from 'react';
import { CartesianGrid, type DotItemDotProps, Line, LineChart, ReferenceLine, XAxis, YAxis } from 'recharts';
import './charts.css';
import { type ChartColours, monoColours, screenColours } from './colours.ts';
import { actualIsAbove, axisTop, type TargetPoint } from './points.ts';

type Props = {
  readonly width: number;
  readonly height: number;
  readonly points: readonly TargetPoint[];
  readonly title: string;
  readonly unit: string;
  /** Black on white, for paper. */
  readonly mono?: boolean;
  /** What the solid line counts, such as 累计认定. */
  readonly actualWord?: string;
  /** 基数: drawn as a thin line across, with its figure. */
  readonly baseline?: { readonly label: string; readonly value: number } | null;
  readonly fontSize?: number;
  /** Opens the list behind a point of the solid line. */
  readonly onActual?: (index: number) => void;
};

/** Room for the years below a chart, in pixels. */
const axisHeight = 30;

/**
 * The target path (dashed, hollow squares) and what was reached (solid, filled circles) by year, every point
 * with its figure. Fixed size and no animation, so the same drawing serves the screen and the printer.
 */
export function TargetChart(props: Props) {
  const { width, height, points, title, unit, mono = false, actualWord = '实际', baseline = null } = props;
  const { fontSize = 12 } = props;
  const colours = mono ? monoColours : screenColours;
  const text = { fontSize, fill: colours.text };
  return (
    <figure className="chart" style={{ width }}>
      <figcaption className="chart-caption" style={{ fontSize: fontSize + 1 }}>
        <span className="chart-title">
          {title}（单位：{unit}）
        </span>
        <Legend colours={colours} actualWord={actualWord} />
      </figcaption>
      <LineChart
        width={width}
        height={height}
        data={[...points]}
        margin={{ top: fontSize * 2, right: fontSize * 2.5, bottom: 0, left: 0 }}
        accessibilityLayer={false}
        role="group"
        title={`${title}（单位：${unit}）`}
      >
        <CartesianGrid vertical={false} stroke={colours.grid} />
        <XAxis
          dataKey="label"
          height={axisHeight}
          interval={0}
          tick={text}
          tickLine={false}
          padding={{ left: 24, right: 16 }}
        />
        <YAxis
          domain={[0, axisTop(points, baseline?.value ?? 0)]}
          width={fontSize * 3.5}
          tickCount={5}
          allowDecimals={false}
          tick={text}
          axisLine={false}
          tickLine={false}
        />
        {baseline === null ? null : (
          <ReferenceLine
            y={baseline.value}
            stroke={colours.quiet}
            strokeWidth={1}
            strokeDasharray="1 3"
            label={{ value: baseline.label, position: 'insideBottomRight', fontSize, fill: colours.text }}
          />
        )}
        <Line
          dataKey="target"
          type="linear"
          stroke={colours.target}
          strokeWidth={1.5}
          strokeDasharray="6 4"
          connectNulls
          isAnimationActive={false}
          activeDot={false}
          dot={(dot) => <TargetDot key={dot.index} dot={dot} colours={colours} fontSize={fontSize} />}
        />
        <Line
          dataKey="actual"
          type="linear"
          stroke={colours.actual}
          strokeWidth={2.5}
          isAnimationActive={false}
          activeDot={false}
          dot={(dot) => (
            <ActualDot
              key={dot.index}
              dot={dot}
              colours={colours}
              fontSize={fontSize}
              foot={height - axisHeight}
              name={`${title} ${actualWord}`}
              onOpen={props.onActual}
            />
          )}
        />
      </LineChart>
    </figure>
  );
}

function Legend({ colours, actualWord }: { readonly colours: ChartColours; readonly actualWord: string }) {
  return (
    <span className="chart-legend" aria-hidden="true">
      <svg width="28" height="10" role="presentation">
        <line x1="0" y1="5" x2="28" y2="5" stroke={colours.target} strokeWidth="1.5" strokeDasharray="6 4" />
        <rect x="11" y="2" width="6" height="6" fill="#fff" stroke={colours.target} />
      </svg>
      目标
      <svg width="28" height="10" role="presentation">
        <line x1="0" y1="5" x2="28" y2="5" stroke={colours.actual} strokeWidth="2.5" />
        <circle cx="14" cy="5" r="4" fill={colours.actual} />
      </svg>
      {actualWord}
    </span>
  );
}

type DotProps = {
  readonly dot: DotItemDotProps;
  readonly colours: ChartColours;
  readonly fontSize: number;
};

function TargetDot({ dot, colours, fontSize }: DotProps) {
  const point = pointOf(dot);
  const at = centreOf(dot);
  if (at === undefined || point.target === null) return null;
  const { x, y } = at;
  const labelY = actualIsAbove(point) ? y + fontSize * 1.5 : y - fontSize * 0.8;
  return (
    <g>
      <rect x={x - 4} y={y - 4} width={8} height={8} fill="#fff" stroke={colours.target} strokeWidth={1.5} />
      <text x={x} y={labelY} textAnchor="middle" fontSize={fontSize} fill={colours.text}>
        {point.target}
      </text>
    </g>
  );
}

type ActualDotProps = DotProps & {
  /** Where the axis lies; a label below a low point would run into its years. */
  readonly foot: number;
  readonly name: string;
  readonly onOpen: ((index: number) => void) | undefined;
};

function ActualDot({ dot, colours, fontSize, foot, name, onOpen }: ActualDotProps) {
  const point = pointOf(dot);
  const at = centreOf(dot);
  if (at === undefined || point.actual === null) return null;
  const { x, y } = at;
  const below = y + fontSize * 1.5;
  const labelY = actualIsAbove(point) || below > foot ? y - fontSize * 0.8 : below;
  const open = onOpen === undefined ? undefined : () => onOpen(dot.index);
  return (
    <g {...(open === undefined ? {} : linkProps(open, `${name} ${point.label} ${point.actual}，查看名单`))}>
      <circle cx={x} cy={y} r={12} fill="transparent" />
      <circle cx={x} cy={y} r={5} fill={colours.actual} />
      <text x={x} y={labelY} textAnchor="middle" fontSize={fontSize} fontWeight={600} fill={colours.actual}>
        {point.actual}
      </text>
    </g>
  );
}

/** Makes a mark of a chart work like a link, for mouse and keyboard. */
function linkProps(open: () => void, label: string) {
  return {
    role: 'link',
    tabIndex: 0,
    className: 'chart-mark',
    'aria-label': label,
    onClick: open,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter') open();
    },
  };
}

function pointOf(dot: DotItemDotProps): TargetPoint {
  // The chart hands back the entry of `data` that it was given.
  return dot.payload as TargetPoint;
}

function centreOf(dot: DotItemDotProps): { readonly x: number; readonly y: number } | undefined {
  const [x, y] = [Number(dot.cx), Number(dot.cy)];
  return dot.cx === undefined || dot.cy === undefined || Number.isNaN(x) || Number.isNaN(y)
    ? undefined
    : { x, y };
}
