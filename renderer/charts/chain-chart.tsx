import { nodeStateText } from '#shared/domain/chain.ts';
import {
  boxLines,
  type ChainLayout,
  type ChainLine,
  chainSizes,
  fitText,
  type PlacedBox,
  textWidth,
} from './chain-layout.ts';
import './chain-chart.css';

type Props = {
  readonly layout: ChainLayout;
  /** Opens a node; without it the map is only drawn. */
  readonly onOpen?: (key: string) => void;
  readonly onGrab?: (key: string, event: React.PointerEvent) => void;
  /** The box on the pointer and how far it has been drawn. */
  readonly drawn?: { readonly key: string; readonly dx: number; readonly dy: number } | null;
};

/** The map of a chain as SVG parts: 上游 to 下游 from left to right; each state has a word and a line of its own, so that it prints in black. */
export function ChainChart({ layout, onOpen, onGrab, drawn = null }: Props) {
  return (
    <>
      <defs>
        <pattern id="chain-hatch" width="8" height="8" patternUnits="userSpaceOnUse">
          <path d="M0 8 8 0" className="chain-hatch" />
        </pattern>
      </defs>
      {layout.columns.map(({ label, x, width }, index) => (
        <g key={label}>
          <text x={x + width / 2} y={24} textAnchor="middle" className="chain-part">
            {label}
          </text>
          {index === 0 ? null : (
            <path d={`M${x - chainSizes.gap + 10} 19H${x - 14}m-8 -6 8 6-8 6`} className="chain-arrow" />
          )}
        </g>
      ))}
      {layout.boxes.map((box) => (
        <Box
          key={box.key}
          box={box}
          shift={drawn?.key === box.key ? drawn : null}
          {...(onOpen === undefined ? {} : { onOpen })}
          {...(onGrab === undefined ? {} : { onGrab })}
        />
      ))}
    </>
  );
}

type BoxProps = Pick<Props, 'onOpen' | 'onGrab'> & {
  readonly box: PlacedBox;
  readonly shift: { readonly dx: number; readonly dy: number } | null;
};

function Box({ box, shift, onOpen, onGrab }: BoxProps) {
  const { boxHead, line, pad } = chainSizes;
  const state = nodeStateText[box.state];
  const name = fitText(box.name, box.width - 24 - 96, 15);
  const lines = boxLines(box);
  const open = onOpen === undefined ? undefined : () => onOpen(box.key);
  return (
    <g
      transform={`translate(${box.x + (shift?.dx ?? 0)} ${box.y + (shift?.dy ?? 0)})`}
      className={`chain-box chain-${box.state}${shift === null ? '' : ' chain-drawn'}`}
      data-node={box.name}
      {...(open === undefined
        ? {}
        : {
            role: 'button',
            tabIndex: 0,
            onKeyDown: (event: React.KeyboardEvent) => {
              if (event.key !== 'Enter' && event.key !== ' ') return;
              event.preventDefault();
              open();
            },
            onPointerDown: (event: React.PointerEvent) => onGrab?.(box.key, event),
          })}
    >
      <title>{`${box.name}，${state}，${box.firms} 家企业`}</title>
      <rect width={box.width} height={box.height} rx={4} className="chain-box-back" />
      {box.state === 'missing' || box.state === 'weak' ? (
        <rect width={box.width} height={boxHead - 4} rx={4} fill="url(#chain-hatch)" />
      ) : null}
      <text x={pad} y={22} className="chain-box-name">
        {name}
      </text>
      <text x={box.width - pad} y={22} textAnchor="end" className="chain-box-state">
        {`${state} ${box.firms} 家`}
      </text>
      {lines.length === 0 ? (
        <text x={pad} y={boxHead + line / 2 + 4} className="chain-box-line chain-box-none">
          区内没有企业
        </text>
      ) : (
        lines.map((each, index) => (
          <Line key={each.key} line={each} y={boxHead + index * line + line / 2 + 4} width={box.width} />
        ))
      )}
    </g>
  );
}

function Line({ line, y, width }: { readonly line: ChainLine; readonly y: number; readonly width: number }) {
  const { pad } = chainSizes;
  const mark = line.mark === '' ? 0 : textWidth(line.mark) + pad;
  return (
    <>
      <text x={pad} y={y} className="chain-box-line">
        {fitText(line.text, width - pad * 2 - mark)}
      </text>
      {line.mark === '' ? null : (
        <text x={width - pad} y={y} textAnchor="end" className="chain-box-mark">
          {line.mark}
        </text>
      )}
    </>
  );
}
