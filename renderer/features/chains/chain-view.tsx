import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { ChainChart } from '#renderer/charts/chain-chart.tsx';
import { type ChainColumn, dropPlace, layOutChain } from '#renderer/charts/chain-layout.ts';

type Props = {
  readonly columns: readonly ChainColumn[];
  readonly onOpen: (key: string) => void;
  readonly onMove: (key: string, column: number, before: string | null) => void;
  readonly tools: ReactNode;
};

type View = { readonly x: number; readonly y: number; readonly k: number };
type Drag = {
  readonly key: string | null;
  readonly startX: number;
  readonly startY: number;
  readonly dx: number;
  readonly dy: number;
};

/** Space between the frame and the map. */
const margin = 8;
const start: View = { x: margin, y: 0, k: 1 };
const [smallest, largest] = [0.4, 2.5];
/** Nearer than this a press is a click. */
const clickPixels = 5;

/** The map on screen: drawn by its ground, zoomed by buttons or Ctrl and wheel; a node is opened by a click and put elsewhere by drawing it. */
export function ChainView({ columns, onOpen, onMove, tools }: Props) {
  const [room, setRoom] = useState(1080);
  const [view, setView] = useState(start);
  const [drag, setDrag] = useState<Drag | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const layout = useMemo(() => layOutChain(columns, room), [columns, room]);
  useRoom(frame, setRoom);
  useWheelZoom(frame, setView);
  const height = Math.min(layout.height, Math.max(420, Math.round(window.innerHeight * 0.6)));

  const grab = (key: string | null, event: React.PointerEvent) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    frame.current?.setPointerCapture(event.pointerId);
    setDrag({ key, startX: event.clientX, startY: event.clientY, dx: 0, dy: 0 });
  };
  const draw = (event: React.PointerEvent) => {
    if (drag === null) return;
    setDrag({ ...drag, dx: event.clientX - drag.startX, dy: event.clientY - drag.startY });
  };
  const drop = (event: React.PointerEvent) => {
    if (drag === null) return;
    setDrag(null);
    const far = Math.hypot(drag.dx, drag.dy) > clickPixels;
    if (drag.key === null) {
      if (far) setView({ ...view, x: view.x + drag.dx, y: view.y + drag.dy });
      return;
    }
    if (!far) return onOpen(drag.key);
    const box = frame.current?.getBoundingClientRect();
    if (box === undefined) return;
    const point = {
      x: (event.clientX - box.left - view.x) / view.k,
      y: (event.clientY - box.top - view.y) / view.k,
    };
    const { column, before } = dropPlace(layout, drag.key, point);
    onMove(drag.key, column, before);
  };
  const pan = drag !== null && drag.key === null ? drag : { dx: 0, dy: 0 };
  return (
    <section className="chain-view" aria-label="产业链图谱">
      <ZoomButtons
        tools={tools}
        view={view}
        onView={setView}
        whole={Math.min(1, height / layout.height, room / layout.width)}
      />
      <div
        ref={frame}
        className="chain-frame"
        style={{ height }}
        onPointerDown={(event) => grab(null, event)}
        onPointerMove={draw}
        onPointerUp={drop}
        onPointerCancel={() => setDrag(null)}
      >
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: the section around it is named; a title here would be a tooltip over every node */}
        <svg width="100%" height={height}>
          <g transform={`translate(${view.x + pan.dx} ${view.y + pan.dy}) scale(${view.k})`}>
            <ChainChart
              layout={layout}
              onOpen={onOpen}
              onGrab={grab}
              drawn={
                drag === null || drag.key === null
                  ? null
                  : { key: drag.key, dx: drag.dx / view.k, dy: drag.dy / view.k }
              }
            />
          </g>
        </svg>
      </div>
    </section>
  );
}

type ZoomProps = {
  readonly view: View;
  readonly whole: number;
  readonly onView: (view: View) => void;
  readonly tools: ReactNode;
};

function ZoomButtons({ view, whole, onView, tools }: ZoomProps) {
  return (
    <div className="chain-tools">
      {tools}
      <Button
        size="small"
        icon={<MinusOutlined />}
        aria-label="缩小"
        disabled={view.k <= smallest}
        onClick={() => onView(zoomed(view, 0.8))}
      />
      <span className="figures">{Math.round(view.k * 100)}%</span>
      <Button
        size="small"
        icon={<PlusOutlined />}
        aria-label="放大"
        disabled={view.k >= largest}
        onClick={() => onView(zoomed(view, 1.25))}
      />
      <Button size="small" onClick={() => onView(start)}>
        原大
      </Button>
      <Button size="small" onClick={() => onView({ ...start, k: whole })}>
        全图
      </Button>
      <span className="quiet">按住空白处拖动，Ctrl+滚轮缩放；拖动节点可调整次序和环节</span>
    </div>
  );
}

/** Zooms around a point of the frame, by default its corner. */
function zoomed(view: View, by: number, at = { x: 0, y: 0 }): View {
  const k = Math.min(largest, Math.max(smallest, view.k * by));
  const ratio = k / view.k;
  return { k, x: at.x - (at.x - view.x) * ratio, y: at.y - (at.y - view.y) * ratio };
}

function useRoom(frame: React.RefObject<HTMLDivElement | null>, setRoom: (room: number) => void): void {
  useLayoutEffect(() => {
    const { current } = frame;
    if (current === null) return;
    const watch = new ResizeObserver(() => setRoom(current.clientWidth - 2 * margin));
    watch.observe(current);
    return () => watch.disconnect();
  }, [frame, setRoom]);
}

function useWheelZoom(
  frame: React.RefObject<HTMLDivElement | null>,
  setView: React.Dispatch<React.SetStateAction<View>>,
): void {
  useEffect(() => {
    const { current } = frame;
    if (current === null) return;
    // React listens to wheels passively, and a passive listener cannot keep the window from zooming.
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const box = current.getBoundingClientRect();
      const at = { x: event.clientX - box.left, y: event.clientY - box.top };
      setView((view) => zoomed(view, event.deltaY < 0 ? 1.1 : 1 / 1.1, at));
    };
    current.addEventListener('wheel', turn, { passive: false });
    return () => current.removeEventListener('wheel', turn);
  }, [frame, setView]);
}
