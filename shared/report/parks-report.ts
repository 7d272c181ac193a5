import type { z } from 'zod';
import type { OutputOf } from '#shared/contract/api.ts';
import type { ReportSpecSchema } from '#shared/contract/methods/reports.ts';
import { parkKindText } from '#shared/domain/park.ts';
import {
  customarySigners,
  originLines,
  proseDay,
  type Report,
  type ReportBlock,
  type ReportOrigin,
  type ReportTable,
  totalRow,
} from './report.ts';

type Spec = z.output<typeof ReportSpecSchema>;
type Parks = OutputOf<'parks.list'>;
type Row = Parks['rows'][number];

/** 平台载体情况表: each with what it is, and its firms, titles, pools, figures and money. Qiantang action plan, part 三（二）6. */
export function parksReport(spec: Spec, parks: Parks, origin: ReportOrigin): Report {
  // The park with the most titled firms first, as leaders compare them.
  const rows = [...parks.rows].sort((a, b) => b.titled - a.titled || b.firms - a.firms);
  return {
    spec,
    title: `${origin.districtName}平台载体情况表`,
    fileName: `平台载体情况表_${spec.asOf}`,
    orientation: 'landscape',
    blocks: [
      { type: 'paragraph', text: openingSentence(spec, parks) },
      { type: 'heading', level: 1, text: '一、企业和称号' },
      firmTable(rows, parks),
      { type: 'heading', level: 1, text: '二、经营和奖补' },
      moneyTable(spec, rows, parks),
      ...describedBlocks(rows),
    ],
    footLines: [
      ...originLines(origin, spec.asOf),
      `企业按所属平台统计，一家企业只在一个平台；营业收入、研发费用为已填报企业${parks.figureYear}年数之和，奖补为${spec.year}年度。`,
    ],
    signers: [...customarySigners],
    sample: origin.sample,
  };
}

function openingSentence(spec: Spec, { rows, unplaced }: Parks): string {
  const sum = (of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0);
  const rated = rows.filter(({ rating }) => rating !== null).length;
  return (
    `截至${proseDay(spec.asOf)}，全区登记平台载体${rows.length}个，其中有星级或级别的${rated}个；` +
    `平台内企业${sum(({ firms }) => firms)}家，有效称号企业${sum(({ titled }) => titled)}家；不在平台的企业${unplaced}家。`
  );
}

function firmTable(rows: readonly Row[], { titleLabels, poolLabels }: Parks): ReportTable {
  const cells = rows.map((row) => [
    row.label,
    row.kind === null ? null : parkKindText[row.kind],
    row.rating,
    row.firms,
    row.titled,
    ...row.titles.map(({ stock }) => stock),
    ...row.pools,
  ]);
  const counted = Array.from({ length: 2 + titleLabels.length + poolLabels.length }, (_, i) => 3 + i);
  return {
    type: 'table',
    title: '各平台载体企业和称号（单位：家）',
    columns: [
      { label: '平台载体', kind: 'text', width: 18 },
      { label: '类型', kind: 'text', width: 14 },
      { label: '星级或级别', kind: 'text', width: 12 },
      { label: '企业', kind: 'count', width: 8 },
      { label: '称号企业', kind: 'count', width: 9 },
      ...[...titleLabels, ...poolLabels].map((label) => ({ label, kind: 'count' as const, width: 10 })),
    ],
    rows: cells,
    total: totalRow(cells, 3 + counted.length, counted),
  };
}

function moneyTable(spec: Spec, rows: readonly Row[], { figureYear }: Parks): ReportTable {
  const cells = rows.map((row) => [
    row.label,
    row.industry,
    row.floorArea,
    row.reported,
    row.revenueFen,
    row.rdFen,
    row.awards,
    row.computedFen,
    row.paidFen,
  ]);
  return {
    type: 'table',
    title: '各平台载体经营和奖补（单位：平方米、家、万元、项）',
    columns: [
      { label: '平台载体', kind: 'text', width: 18 },
      { label: '主导产业', kind: 'text', width: 18 },
      { label: '建筑面积', kind: 'count', width: 11 },
      { label: '填报企业', kind: 'count', width: 9 },
      { label: `${figureYear}年营业收入`, kind: 'wan', width: 14 },
      { label: `${figureYear}年研发费用`, kind: 'wan', width: 14 },
      { label: `${spec.year}年奖补项`, kind: 'count', width: 10 },
      { label: '测算', kind: 'wan', width: 12 },
      { label: '已拨付', kind: 'wan', width: 12 },
    ],
    rows: cells,
    total: totalRow(cells, 9, [2, 3, 4, 5, 6, 7, 8]),
  };
}

/** Facilities of those that wrote any. */
function describedBlocks(rows: readonly Row[]): ReportBlock[] {
  const lines = rows.flatMap(({ label, facilities }) =>
    facilities === null ? [] : [`${label}：${facilities}`],
  );
  if (lines.length === 0) return [];
  return [
    { type: 'heading', level: 1, text: '三、公共服务设施' },
    ...lines.map((text): ReportBlock => ({ type: 'paragraph', text })),
  ];
}
