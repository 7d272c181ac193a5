import { useLayoutEffect, useRef, useState } from 'react';
import { TargetChart } from '#renderer/charts/target-chart.tsx';
import { firmAddress } from '#renderer/ui/firm-address.ts';
import type { OutputOf } from '#shared/contract/api.ts';
import { measureWords } from '#shared/report/measure-words.ts';
import { goalPoints } from './goal-points.ts';

type Goals = OutputOf<'goals.get'>;

/** Space between two charts, in pixels. */
const gap = 16;
const height = 230;
const narrowest = 280;

type Props = { readonly goals: Goals; readonly onOpen: (address: string) => void };

/** The 131 chart: target path and what was reached by year, one drawing a measure, side by side. */
export function GoalCharts({ goals, onOpen }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    setWidth(element.clientWidth);
    return () => observer.disconnect();
  }, []);
  const fitting = Math.max(1, Math.floor((width + gap) / (narrowest + gap)));
  const inRow = Math.min(fitting, Math.max(1, goals.measures.length));
  const each = Math.floor((width - gap * (inRow - 1)) / inRow);
  return (
    <div ref={box} className="goal-charts" style={{ gap }}>
      {width === 0
        ? null
        : goals.measures.map((measure) => {
            const points = goalPoints(measure);
            return (
              <TargetChart
                key={measure.id}
                width={each}
                height={height}
                title={measure.label}
                unit="家"
                points={points}
                actualWord={measureWords(measure)[measure.basis]}
                onActual={(index) => {
                  const year = Number.parseInt(points[index]?.label ?? '', 10);
                  const asOf = goals.asOf.startsWith(String(year)) ? goals.asOf : `${year}-12-31`;
                  onOpen(firmAddress({ titleIds: measure.titleIds, titleView: measure.basis, asOf }));
                }}
              />
            );
          })}
    </div>
  );
}
