import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useApi } from '#renderer/client/use-query.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { ExitListDialog, PublishDialog } from './evaluation-dialogs.tsx';
import { EvaluationTable } from './evaluation-table.tsx';
import type { Evaluation, EvaluationRow } from './evaluation-words.tsx';
import type { Pool } from './pool-panel.tsx';
import { WeightsDrawer } from './weights-drawer.tsx';

/** Years that can be evaluated, back from the present one. */
const yearsBack = 6;

/** 年度评价 of a pool: computed, decided by the bureau, published and locked, carried out. */
export function EvaluationPanel({ pool }: { readonly pool: Pool }) {
  const { asOf, year: currentYear } = useAsOf();
  const [params, setParams] = useSearchParams();
  const asked = Number(params.get('year'));
  const year = Number.isInteger(asked) && asked >= 2000 && asked <= currentYear ? asked : currentYear - 1;
  const years = [...new Set([...Array.from({ length: yearsBack }, (_, i) => currentYear - i), year])];
  const view = useApi('evaluations.get', { poolId: pool.poolId, year, asOf }, { keepPrevious: true });
  return (
    <>
      <div className="pool-tools">
        <Select
          aria-label="评价年度"
          value={year}
          options={years.sort((a, b) => b - a).map((each) => ({ value: each, label: `${each} 年度` }))}
          onChange={(next) =>
            setParams({ pool: pool.poolId, view: 'evaluation', year: String(next) }, { replace: true })
          }
        />
        {view.data === undefined ? null : <Actions view={view.data} />}
      </div>
      <Loaded query={view}>{(data) => <Content key={`${data.poolId}/${data.year}`} view={data} />}</Loaded>
    </>
  );
}

function Content({ view }: { readonly view: Evaluation }) {
  if (view.rule === null) {
    return (
      <EmptyState
        title="政策包没有写明评价指标"
        hint="在政策包的 goals.yaml 中为本库写明 evaluation（指标、权重、等次），再到“设置”换用政策包。"
      />
    );
  }
  if (view.rows.length === 0) {
    return (
      <EmptyState
        title={`${view.year} 年度没有应评价的企业`}
        hint={`只评价 ${view.membersOn} 在库、至今仍在库的企业。请换一个年度，或先登记入库。`}
      />
    );
  }
  return (
    <>
      <p className="quiet pool-standard">{stateText(view)}</p>
      <EvaluationTable view={view} />
    </>
  );
}

function Actions({ view }: { readonly view: Evaluation }) {
  const [dialog, setDialog] = useState<'weights' | 'publish' | 'exit' | null>(null);
  const close = () => setDialog(null);
  const leaving = view.rows.filter((row) => row.passes === false && !row.left);
  return (
    <>
      <span className="pool-selection" />
      <Button onClick={() => setDialog('weights')} disabled={view.rule === null}>
        指标和权重
      </Button>
      <Link to={`/reports?kind=evaluation&year=${view.year}`}>预览与打印</Link>
      {view.published === null ? (
        <Button type="primary" disabled={view.rows.length === 0} onClick={() => setDialog('publish')}>
          公布结果
        </Button>
      ) : (
        <Button type="primary" disabled={leaving.length === 0} onClick={() => setDialog('exit')}>
          按名单出库
        </Button>
      )}
      <WeightsDrawer view={view} open={dialog === 'weights'} onClose={close} />
      <PublishDialog view={view} open={dialog === 'publish'} onClose={close} />
      <ExitListDialog view={view} open={dialog === 'exit'} onClose={close} />
    </>
  );
}

function stateText({ rows, selfAssessed, membersOn, published, year }: Evaluation): string {
  const { length: handedIn } = selfAssessed;
  const count = (test: (row: EvaluationRow) => boolean) => rows.filter(test).length;
  const parts = [
    `${membersOn} 在库、应评价 ${rows.length} 家`,
    `已交自评 ${handedIn} 家`,
    `已评定 ${count((row) => row.points !== null)} 家`,
    `缺数据 ${count((row) => row.standing === 'missing')} 家`,
    `不参评 ${count((row) => row.standing === 'exempt')} 家`,
    `不合格 ${count((row) => row.passes === false)} 家`,
  ];
  const moved = count((row) => row.recomputed !== null);
  const state =
    published === null
      ? `按 ${year} 年及以前的经营数据计算，尚未公布，数据改动后随时重算。`
      : `${published.on} 公布并锁定${published.document === null ? '' : `（${published.document}）`}，政策包版本 ${published.ruleVersion}。${
          moved === 0
            ? '按现有数据重算，结果相同。'
            : `按现有数据重算，${moved} 家得分不同，公布的结果不变；确需更正的，先在变更历史中撤销公布。`
        }`;
  return `${parts.join('，')}。${state}`;
}
