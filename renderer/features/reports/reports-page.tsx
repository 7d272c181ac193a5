import { App, Button, Radio, Select } from 'antd';
import { useSearchParams } from 'react-router';
import { useAsOf, useDistrict } from '#renderer/app/as-of.tsx';
import { useApi, useWrite } from '#renderer/client/use-query.ts';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { Page } from '#renderer/ui/page.tsx';
import type { InputOf } from '#shared/contract/api.ts';
import { PdfPages } from './pdf-pages.tsx';
import './reports.css';

type Spec = InputOf<'reports.get'>;

const kinds: readonly { readonly kind: Spec['kind']; readonly label: string; readonly hint: string }[] = [
  { kind: 'progress', label: '梯度培育进度报告', hint: '131 目标、梯度结构、街道分布' },
  { kind: 'awards', label: '奖补资金汇总表', hint: '年度奖补逐笔汇总' },
  { kind: 'reviews', label: '到期复核名单', hint: '某年到期的称号及复核结果' },
];

/** 报表打印: choose a paper and its parameters, see its real pages, print or save it. */
export function ReportsPage() {
  const { asOf, year: defaultYear } = useAsOf();
  const { years } = useDistrict();
  const [params, setParams] = useSearchParams();
  const kind = kinds.find((each) => each.kind === params.get('kind'))?.kind ?? 'progress';
  const year = /^\d{4}$/.test(params.get('year') ?? '') ? Number(params.get('year')) : defaultYear;
  const spec: Spec = { kind, asOf, year };
  const pdf = useApi('reports.pdf', spec);
  const choose = (next: Partial<Spec>) =>
    setParams({ kind: next.kind ?? kind, year: String(next.year ?? year) }, { replace: true });
  return (
    <Page
      title="报表打印"
      state={pdf.data === undefined ? '正在生成报表。' : `共 ${pdf.data.pages} 页，数据截至 ${asOf}。`}
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
          <p className="quiet">截至日期在页面右上方修改。打印件的页码、版式与预览一致。</p>
        </aside>
        <div className="reports-pages">
          <Loaded query={pdf}>{(data) => <PdfPages bytes={data.bytes} />}</Loaded>
        </div>
      </div>
    </Page>
  );
}

function Actions({ spec, ready }: { readonly spec: Spec; readonly ready: boolean }) {
  const { message } = App.useApp();
  const savePdf = useWrite('reports.savePdf');
  const saveExcel = useWrite('reports.saveExcel');
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
