import { Button, Segmented, Table } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useApi } from '#renderer/client/use-query.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FirmTextFilter } from '#renderer/ui/firm-text-filter.tsx';
import { Loaded } from '#renderer/ui/loaded.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { type ClaimState, claimActionText, claimStates, claimStateText } from '#shared/domain/claim.ts';
import { amountText } from '#shared/domain/money.ts';
import { type ClaimRow, claimColumns, claimStateColumns } from './claim-columns.tsx';
import { ClaimDrawer } from './claim-drawer.tsx';
import { ExportButton } from './export-button.tsx';
import { type StepAction, StepDialog, stepActions } from './step-dialog.tsx';

type ClaimList = OutputOf<'claims.list'>;

/** 办理: claims of the year with how many stand at each step; several can take the same step together. */
export function ClaimsTab({ year }: { readonly year: number }) {
  const list = useApi('claims.list', { year }, { keepPrevious: true });
  const [params, setParams] = useSearchParams();
  const shown = Number(params.get('claim') ?? '') || null;
  const show = (id: number | null) => {
    const next = new URLSearchParams(params);
    if (id === null) next.delete('claim');
    else next.set('claim', String(id));
    setParams(next, { replace: true });
  };
  return (
    <>
      <Loaded query={list}>{(data) => <ClaimList list={data} year={year} onShow={show} />}</Loaded>
      {shown === null ? null : <ClaimDrawer id={shown} onClose={() => show(null)} />}
    </>
  );
}

type ListProps = {
  readonly list: ClaimList;
  readonly year: number;
  readonly onShow: (id: number) => void;
};

function ClaimList({ list, year, onShow }: ListProps) {
  const [text, setText] = useState('');
  const [state, setState] = useState<ClaimState | 'all'>('all');
  const [selected, setSelected] = useState<readonly number[]>([]);
  const [action, setAction] = useState<StepAction | null>(null);
  if (list.rows.length === 0) {
    return (
      <EmptyState
        title="本年度还没有立项"
        hint="到“测算清单”中勾选可兑现的事项立项，再按步骤办理到拨付、归档。"
      />
    );
  }
  const rows = list.rows.filter(
    (row) =>
      (state === 'all' || row.state === state) &&
      (text === '' || row.firm.includes(text) || (row.code ?? '').includes(text)),
  );
  const chosen = rows.filter((row) => selected.includes(row.id));
  return (
    <>
      <Segmented<ClaimState | 'all'>
        aria-label="步骤"
        className="award-steps"
        value={state}
        onChange={setState}
        options={[
          { value: 'all', label: `全部 ${list.rows.length}` },
          ...claimStates.map((each) => ({
            value: each,
            label: `${claimStateText[each]} ${list.counts[each]}`,
          })),
        ]}
      />
      <div className="award-tools">
        <FirmTextFilter value={text} onChange={setText} />
        <span className="award-selection">
          {chosen.length === 0
            ? '金额单位：万元。点一行办理；勾选多行可成批办理'
            : `已选 ${chosen.length} 笔`}
        </span>
        {commonActions(chosen).map((each) => (
          <Button key={each} onClick={() => setAction(each)}>
            {claimActionText[each]}
          </Button>
        ))}
        <ExportButton label="导出本年度" name={`奖补兑现_${year}年度`} year={year} batchId={null} />
      </div>
      <Table<ClaimRow>
        size="small"
        rowKey="id"
        columns={[...claimColumns, ...claimStateColumns]}
        dataSource={rows}
        onRow={(row) => ({ onClick: () => onShow(row.id), className: 'award-row' })}
        rowSelection={{
          selectedRowKeys: [...selected],
          onChange: (_keys, picked) => setSelected(picked.map((row) => row.id)),
          getCheckboxProps: (row) => ({ 'aria-label': `选择第${row.id}号` }),
        }}
        pagination={{ defaultPageSize: 50, showSizeChanger: true, hideOnSinglePage: true }}
        scroll={{ x: 1090 }}
        locale={{ emptyText: '没有符合条件的事项' }}
        footer={() =>
          `全部（不含不予、撤回）：测算 ${amountText(list.computedFen)}，申报 ${amountText(list.requestedFen)}，` +
          `核定 ${amountText(list.decidedFen)}，拨付 ${amountText(list.paidFen)}`
        }
      />
      {action === null ? null : (
        <StepDialog
          claims={chosen}
          action={action}
          onClose={() => {
            setAction(null);
            setSelected([]);
          }}
        />
      )}
    </>
  );
}

/** Steps that every chosen claim may take; ceilings are decided one by one, for their amounts differ. */
function commonActions(chosen: readonly ClaimRow[]): readonly StepAction[] {
  if (chosen.length === 0) return [];
  return stepActions.filter((action) =>
    chosen.every((row) => row.actions.includes(action) && (action !== 'decide' || !row.ceiling)),
  );
}
