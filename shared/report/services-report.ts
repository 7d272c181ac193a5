import type { z } from 'zod';
import type { ReportSpecSchema } from '#shared/contract/methods/reports.ts';
import type { Day } from '#shared/domain/day.ts';
import {
  customarySigners,
  originLines,
  proseDay,
  type Report,
  type ReportCell,
  type ReportOrigin,
  type ReportTable,
  totalRow,
} from './report.ts';

type Spec = z.output<typeof ReportSpecSchema>;

/** How far the requests of a street or a unit are; each is counted once. */
export type RequestCounts = {
  readonly received: number;
  readonly closed: number;
  /** Of the closed ones, those by their day. */
  readonly inTime: number;
  readonly overdue: number;
  /** Of the closed ones, those the firm judged, and those of them with 满意 or 基本满意. */
  readonly judged: number;
  readonly content: number;
};

/** One street: officers of titled firms on the day, visits and requests of the year up to the day. */
export type StreetServices = RequestCounts & {
  readonly label: string;
  readonly titled: number;
  readonly covered: number;
  readonly visits: number;
  readonly visitedFirms: number;
};

/** What the paper prints. */
export type ServiceSummary = {
  readonly streets: readonly StreetServices[];
  readonly units: readonly (RequestCounts & { readonly label: string })[];
  readonly kinds: readonly { readonly label: string; readonly received: number }[];
  readonly overdue: readonly {
    readonly firm: string;
    readonly streetLabel: string | null;
    readonly kindLabel: string;
    readonly text: string;
    readonly unit: string | null;
    readonly receivedOn: Day;
    readonly dueOn: Day | null;
  }[];
};

/**
 * Report 8, 服务覆盖与诉求办结表: 服务专员 of titled firms, visits and requests of a year by street, requests by unit, and
 * those past their day. Carries no contact. Binjiang 2023, part 二 15; Qiantang action plan, part 三（七）19 and part 五 3.
 */
export function servicesReport(spec: Spec, summary: ServiceSummary, origin: ReportOrigin): Report {
  return {
    spec,
    title: `${origin.districtName}${spec.year}年企业服务覆盖与诉求办结情况表`,
    fileName: `服务覆盖与诉求办结_${spec.year}年`,
    orientation: 'landscape',
    blocks: [
      { type: 'paragraph', text: openingSentence(spec, summary) },
      { type: 'heading', level: 1, text: '一、各街道情况' },
      streetTable(summary),
      { type: 'heading', level: 1, text: '二、各责任单位办理情况' },
      unitTable(summary),
      { type: 'heading', level: 1, text: '三、逾期未办结的诉求' },
      summary.overdue.length === 0
        ? { type: 'paragraph', text: `截至${proseDay(spec.asOf)}没有逾期未办结的诉求。` }
        : overdueTable(summary),
    ],
    footLines: [
      ...originLines(origin, spec.asOf),
      `称号企业和服务专员按截止日统计；走访、诉求为${spec.year}年1月1日至截止日；没有办理期限的诉求办结即为按期。`,
    ],
    signers: [...customarySigners],
    sample: origin.sample,
  };
}

/** Adds up what is counted once in each line. */
function sum(lines: readonly RequestCounts[], of: (line: RequestCounts) => number): number {
  return lines.reduce((total, line) => total + of(line), 0);
}

function openingSentence(spec: Spec, { streets, kinds }: ServiceSummary): string {
  const all = (of: (line: StreetServices) => number) => streets.reduce((total, line) => total + of(line), 0);
  const [titled, covered] = [all(({ titled }) => titled), all(({ covered }) => covered)];
  const coverage =
    titled === 0
      ? '没有称号企业'
      : `有效称号企业${titled}家，明确服务专员${covered}家，覆盖率${percentText(covered, titled)}`;
  const received = all((line) => line.received);
  const visits = `${spec.year}年走访${all(({ visits }) => visits)}次，涉及企业${all((line) => line.visitedFirms)}家`;
  if (received === 0) return `截至${proseDay(spec.asOf)}，${coverage}；${visits}，没有收到诉求。`;
  const closed = all((line) => line.closed);
  const leading = kinds.filter(({ received: count }) => count > 0).slice(0, 3);
  const about = leading.map(({ label, received: count }) => `${label}${count}件`).join('、');
  return (
    `截至${proseDay(spec.asOf)}，${coverage}；${visits}，收到诉求${received}件（${about}），` +
    `已办结${closed}件，办结率${percentText(closed, received)}，其中按期办结${all((line) => line.inTime)}件，` +
    `逾期未办结${all((line) => line.overdue)}件。`
  );
}

function streetTable({ streets }: ServiceSummary): ReportTable {
  const rows = streets.map((line): ReportCell[] => [
    line.label,
    line.titled,
    line.covered,
    share(line.covered, line.titled),
    line.visits,
    line.visitedFirms,
    ...requestCells(line),
  ]);
  const total = totalRow(rows, 13, [1, 2, 4, 5, 6, 7, 9, 10]);
  const all = (of: (line: StreetServices) => number) => streets.reduce((whole, line) => whole + of(line), 0);
  total[3] = share(
    all(({ covered }) => covered),
    all(({ titled }) => titled),
  );
  return {
    type: 'table',
    title: '各街道服务覆盖与诉求办结（单位：家、次、件）',
    columns: [
      { label: '街道', kind: 'text', width: 14 },
      { label: '称号企业', kind: 'count', width: 9 },
      { label: '有服务专员', kind: 'count', width: 10 },
      { label: '覆盖率', kind: 'percent', width: 9 },
      { label: '走访次数', kind: 'count', width: 9 },
      { label: '走访企业', kind: 'count', width: 9 },
      ...requestColumns,
    ],
    rows,
    total: withShares(total, streets, 6),
  };
}

function unitTable({ units }: ServiceSummary): ReportTable {
  const rows = units.map((line): ReportCell[] => [line.label, ...requestCells(line)]);
  return {
    type: 'table',
    title: '各责任单位诉求办理（单位：件）',
    columns: [{ label: '责任单位', kind: 'text', width: 24 }, ...requestColumns],
    rows,
    total: withShares(totalRow(rows, 8, [1, 2, 4, 5]), units, 1),
  };
}

const requestColumns: ReportTable['columns'] = [
  { label: '收到诉求', kind: 'count', width: 9 },
  { label: '已办结', kind: 'count', width: 9 },
  { label: '办结率', kind: 'percent', width: 9 },
  { label: '按期办结', kind: 'count', width: 9 },
  { label: '逾期', kind: 'count', width: 8 },
  { label: '按期率', kind: 'percent', width: 9 },
  { label: '满意率', kind: 'percent', width: 9 },
];

/** The cells of `requestColumns`. */
function requestCells(line: RequestCounts): ReportCell[] {
  return [
    line.received,
    line.closed,
    share(line.closed, line.received),
    line.inTime,
    line.overdue,
    share(line.inTime, line.closed),
    share(line.content, line.judged),
  ];
}

/** A total whose shares are those of the sums, not sums of shares. */
function withShares(total: ReportCell[], lines: readonly RequestCounts[], from: number): ReportCell[] {
  const cells = [...total];
  const closed = sum(lines, (line) => line.closed);
  cells[from + 2] = share(
    closed,
    sum(lines, (line) => line.received),
  );
  cells[from + 5] = share(
    sum(lines, (line) => line.inTime),
    closed,
  );
  cells[from + 6] = share(
    sum(lines, (line) => line.content),
    sum(lines, (line) => line.judged),
  );
  return cells;
}

function overdueTable({ overdue }: ServiceSummary): ReportTable {
  return {
    type: 'table',
    title: '逾期未办结诉求清单',
    columns: [
      { label: '序号', kind: 'count', width: 6 },
      { label: '企业名称', kind: 'text', width: 26 },
      { label: '所属街道', kind: 'text', width: 10 },
      { label: '类别', kind: 'text', width: 10 },
      { label: '诉求内容', kind: 'text', width: 36 },
      { label: '责任单位', kind: 'text', width: 16 },
      { label: '提出日期', kind: 'day', width: 13 },
      { label: '办理期限', kind: 'day', width: 13 },
    ],
    rows: overdue.map((each, index) => [
      index + 1,
      each.firm,
      each.streetLabel ?? '—',
      each.kindLabel,
      each.text,
      each.unit ?? '未明确',
      each.receivedOn,
      each.dueOn,
    ]),
    total: null,
  };
}

/** A share in parts per million; nothing of nothing. */
function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1_000_000);
}

/** A share as prose writes it; 100% only when nothing is missing. */
function percentText(part: number, whole: number): string {
  if (part === whole) return '100%';
  return `${Math.min(99.9, (part / whole) * 100).toFixed(1)}%`;
}
