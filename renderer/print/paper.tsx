import type { ReactNode } from 'react';
import { TargetChart } from '#renderer/charts/target-chart.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { tableSpace } from '#shared/report/table-text.ts';
import { PaperTable } from './paper-table.tsx';

type Report = OutputOf<'reports.get'>;
type Block = Report['blocks'][number];

/** Width of a chart on paper in CSS pixels: the text block of 156 mm. */
const chartWidth = 580;
const chartHeight = 210;

/**
 * Turned pages: the whole paper is turned, so the rule is for every page. A named page would break each table off
 * from its caption and lose the page numbers.
 */
const landscapePages = '@page { size: A4 landscape; margin: 28mm 35mm 26mm 37mm; }';

/** One paper in official layout; all figures are in the report already. */
export function Paper({ report }: { readonly report: Report }) {
  const last = report.blocks.length - 1;
  const space = tableSpace[report.orientation];
  const end = <PaperEnd report={report} />;
  return (
    <article className={`paper ${report.orientation}`}>
      {report.orientation === 'landscape' ? <style>{landscapePages}</style> : null}
      <h1>{report.title}</h1>
      {report.sample ? <p className="sample-mark">示例数据，不得用于正式报送</p> : null}
      {report.blocks.map((block, index) => (
        // A paper is drawn once and never changes, so the position is its identity.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <BlockView key={index} block={block} space={space} end={index === last ? end : undefined} />
      ))}
      {last < 0 ? end : null}
    </article>
  );
}

/** Who signs, and the small lines on where the figures come from. */
function PaperEnd({ report }: { readonly report: Report }) {
  return (
    <div className="paper-end">
      <div className="signers">
        {report.signers.map((signer) => (
          <span key={signer}>{signer}：</span>
        ))}
      </div>
      <footer className="foot-lines">
        {report.footLines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </footer>
    </div>
  );
}

type BlockProps = {
  readonly block: Block;
  readonly space: number;
  /** What follows the last block of the paper, kept on one page with the end of it. */
  readonly end: ReactNode | undefined;
};

function BlockView({ block, space, end }: BlockProps) {
  if (block.type === 'table') return <PaperTable table={block} space={space} end={end} />;
  const view = <PlainBlock block={block} />;
  return end === undefined ? (
    view
  ) : (
    <div className="kept-together">
      {view}
      {end}
    </div>
  );
}

function PlainBlock({ block }: { readonly block: Exclude<Block, { readonly type: 'table' }> }) {
  switch (block.type) {
    case 'heading':
      return block.level === 1 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>;
    case 'pageBreak':
      return <div className="page-break" />;
    case 'paragraph':
      return <p className="body-text">{block.text}</p>;
    case 'chart':
      return (
        <TargetChart
          mono
          width={chartWidth}
          height={chartHeight}
          title={block.title}
          unit={block.unit}
          points={block.points}
        />
      );
  }
}
