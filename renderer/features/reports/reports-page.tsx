import { App, Button, Radio, Select } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { useAsOf, useDistrict } from '#renderer/app/as-of.tsx';
import { useApi, useWrite } from '#renderer/client/use-query.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { Page } from '#renderer/ui/page.tsx';
import type { InputOf } from '#shared/contract/api.ts';
import { WhatIfInputSchema } from '#shared/contract/methods/policy.ts';
import { FontNotice } from './font-notice.tsx';
import { PdfPages } from './pdf-pages.tsx';
import './reports.css';

type Spec = InputOf<'reports.get'>;

const kinds: readonly { readonly kind: Spec['kind']; readonly label: string; readonly hint: string }[] = [
  { kind: 'progress', label: '梯度培育进度报告', hint: '131 目标、梯度结构、街道分布' },
  { kind: 'streets', label: '街道、平台汇总表', hint: '各街道、平台的称号、培育库、评价、奖补' },
  { kind: 'awards', label: '奖补资金汇总表', hint: '年度应兑现的奖补逐笔测算' },
  { kind: 'claims', label: '奖补兑现汇总表', hint: '年度或批次的测算、申报、核定、拨付' },
  { kind: 'notice', label: '奖补公示表', hint: '一个批次的公示，不含联系方式和账户' },
  { kind: 'payments', label: '奖补拨付清单', hint: '一个批次的拨付，账号只显示末四位' },
  { kind: 'reviews', label: '到期复核名单', hint: '某年到期的称号及复核结果' },
  { kind: 'parks', label: '平台载体情况表', hint: '各平台、园区的企业、称号、营收、奖补' },
  { kind: 'services', label: '服务覆盖与诉求办结表', hint: '服务专员覆盖、某年的走访和诉求办结' },
  { kind: 'tasks', label: '任务分工进度表', hint: '各项任务的责任单位、指标、进展、状态' },
  { kind: 'supervision', label: '任务督办单', hint: '逾期、临期和久未报进展的任务，留有反馈栏' },
  { kind: 'plan', label: '一企一策档案', hint: '所选企业的目标、短板、措施、数据，每家另起一页' },
  { kind: 'evaluation', label: '年度评价结果与出库名单', hint: '培育库企业某年的得分、等次、出库' },
  { kind: 'what-if', label: '政策测算对比表', hint: '假设的数额与现行规定对比' },
];

/** 报表打印: choose a paper and its parameters, see its real pages, print or save it. */
export function ReportsPage() {
  const { asOf, year: defaultYear } = useAsOf();
  const { years } = useDistrict();
  const [params, setParams] = useSearchParams();
  const kind = kinds.find((each) => each.kind === params.get('kind'))?.kind ?? 'progress';
  const year = /^\d{4}$/.test(params.get('year') ?? '') ? Number(params.get('year')) : defaultYear;
  const batches = useApi('batches.list', { year });
  const batchId = batchFor(kind, params.get('batch'), batches.data?.batches ?? []);
  const assumed = params.get('assume');
  const whatIf = kind === 'what-if' ? readAssumption(assumed) : null;
  const firms = params.get('firms') ?? '';
  const firmIds = kind === 'plan' && /^\d{1,9}(,\d{1,9})*$/.test(firms) ? firms.split(',').map(Number) : [];
  const unit = hasUnit(kind) ? params.get('unit') : null;
  const spec: Spec = { kind, asOf, year, batchId, whatIf, unit, firmIds };
  const empty =
    (needsBatch(kind) && batchId === null) ||
    (kind === 'what-if' && whatIf === null) ||
    (kind === 'plan' && firmIds.length === 0);
  const pdf = useApi('reports.pdf', spec, { enabled: !empty });
  const choose = (next: Partial<Spec>) => {
    const batch = next.batchId === undefined ? batchId : next.batchId;
    const of = next.unit === undefined ? params.get('unit') : next.unit;
    setParams(
      {
        kind: next.kind ?? kind,
        year: String(next.year ?? year),
        ...(batch === null || next.year !== undefined ? {} : { batch: String(batch) }),
        ...(of === null ? {} : { unit: of }),
        ...(assumed === null ? {} : { assume: assumed }),
        ...(firms === '' ? {} : { firms }),
      },
      { replace: true },
    );
  };
  return (
    <Page
      title="报表打印"
      state={stateOf(empty, pdf.data?.pages, asOf)}
      actions={<Actions spec={spec} ready={pdf.data !== undefined} />}
    >
      <div className="reports">
        <aside className="panel reports-side">
          <Radio.Group
            aria-label="报表"
            value={kind}
            onChange={(event) => choose({ kind: event.target.value })}
            options={kinds.map((each) => ({ value: each.kind, label: each.label, title: each.hint }))}
          />
          <div className="reports-year">
            <label htmlFor="report-year">年度</label>
            <Select
              id="report-year"
              value={year}
              options={[...new Set([...years, year])]
                .sort((a, b) => b - a)
                .map((each) => ({ value: each, label: `${each} 年度` }))}
              onChange={(next: number) => choose({ year: next })}
            />
          </div>
          {needsBatch(kind) || kind === 'claims' ? (
            <div className="reports-year">
              <label htmlFor="report-batch">批次</label>
              <Select<number | null>
                id="report-batch"
                value={batchId}
                options={[
                  ...(needsBatch(kind) ? [] : [{ value: null, label: '全年' }]),
                  ...(batches.data?.batches ?? []).map((batch) => ({ value: batch.id, label: batch.name })),
                ]}
                notFoundContent="本年度没有批次"
                onChange={(next) => choose({ batchId: next })}
              />
            </div>
          ) : null}
          {hasUnit(kind) ? <UnitField value={unit} onChoose={(next) => choose({ unit: next })} /> : null}
          <p className="quiet">截至日期在页面右上方修改。打印件的页码、版式与预览一致。</p>
        </aside>
        <div className="reports-pages">
          {empty && kind === 'what-if' ? (
            <EmptyState
              title="还没有测算"
              hint="请到“政策库”的“政策测算”选定假设并测算，再按“预览与打印”。"
              action={<Link to="/policy?tab=what-if">去测算</Link>}
            />
          ) : empty && kind === 'plan' ? (
            <EmptyState
              title="还没有选企业"
              hint="请到“一企一策”勾选企业，再按“预览与打印”。"
              action={<Link to="/plans">去选企业</Link>}
            />
          ) : empty ? (
            <EmptyState
              title="本年度还没有兑现批次"
              hint="请在左侧换一个年度，或到“奖补兑现”的“批次与公示”中新建批次。"
            />
          ) : (
            <>
              <FontNotice />
              <Loaded query={pdf}>{(data) => <PdfPages bytes={data.bytes} />}</Loaded>
            </>
          )}
        </div>
      </div>
    </Page>
  );
}

/** The assumption in the address; nothing when it is not one. */
function readAssumption(text: string | null): Spec['whatIf'] | null {
  try {
    return WhatIfInputSchema.parse(JSON.parse(text ?? ''));
  } catch {
    return null; // an address can be anything; without an assumption the page says where to make one
  }
}

/** 任务分工进度表 and 督办单 may be of one unit. */
function hasUnit(kind: Spec['kind']): boolean {
  return kind === 'tasks' || kind === 'supervision';
}

type UnitProps = { readonly value: string | null; readonly onChoose: (unit: string | null) => void };

function UnitField({ value, onChoose }: UnitProps) {
  const { asOf } = useAsOf();
  const tasks = useApi('tasks.list', { asOf });
  return (
    <div className="reports-year">
      <label htmlFor="report-unit">单位</label>
      <Select
        id="report-unit"
        allowClear
        showSearch
        placeholder="全部责任单位"
        value={value}
        options={(tasks.data?.units ?? []).map((unit) => ({ value: unit, label: unit }))}
        onChange={(unit: string | undefined) => onChoose(unit ?? null)}
      />
    </div>
  );
}

/** 公示表 and 拨付清单 are of one batch. */
function needsBatch(kind: Spec['kind']): boolean {
  return kind === 'notice' || kind === 'payments';
}

/** The batch in the address, or the newest of the year where the paper needs one. */
function batchFor(
  kind: Spec['kind'],
  wanted: string | null,
  batches: readonly { readonly id: number }[],
): number | null {
  if (!needsBatch(kind) && kind !== 'claims') return null;
  const found = batches.find((batch) => String(batch.id) === wanted);
  return found?.id ?? (needsBatch(kind) ? (batches[0]?.id ?? null) : null);
}

function stateOf(empty: boolean, pages: number | undefined, asOf: string): string {
  if (empty) return '没有可以打印的内容。';
  return pages === undefined ? '正在生成报表。' : `共 ${pages} 页，数据截至 ${asOf}。`;
}

function Actions({ spec, ready }: { readonly spec: Spec; readonly ready: boolean }) {
  const { message } = App.useApp();
  const savePdf = useWrite('reports.savePdf');
  const saveExcel = useWrite('reports.saveExcel');
  const saveWord = useWrite('reports.saveWord');
  const print = useWrite('reports.print');
  const saved = ({ saved: name }: { readonly saved: string | null }) => {
    if (name !== null) void message.success(`已保存 ${name}`);
  };
  return (
    <>
      <Button
        disabled={!ready}
        loading={saveExcel.isPending}
        onClick={() => saveExcel.mutate(spec, { onSuccess: saved })}
      >
        导出 Excel
      </Button>
      <Button
        disabled={!ready}
        loading={saveWord.isPending}
        onClick={() => saveWord.mutate(spec, { onSuccess: saved })}
      >
        导出 Word
      </Button>
      <Button
        disabled={!ready}
        loading={savePdf.isPending}
        onClick={() => savePdf.mutate(spec, { onSuccess: saved })}
      >
        导出 PDF
      </Button>
      <Button type="primary" disabled={!ready} loading={print.isPending} onClick={() => print.mutate(spec)}>
        打印
      </Button>
    </>
  );
}
