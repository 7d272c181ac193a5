import { App, Button, Drawer, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useApi, useWrite } from '#renderer/client/use-query.ts';
import { Loaded } from '#renderer/ui/loaded.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { amountText } from '#shared/domain/money.ts';
import { BatchStage } from './batch-stage.tsx';
import { type ClaimRow, ClaimStateWord, claimColumns } from './claim-columns.tsx';
import { ExportButton } from './export-button.tsx';
import { LockDialog } from './lock-dialog.tsx';
import { NoticeDialog } from './notice-dialog.tsx';
import { Objections } from './objections.tsx';

/** A batch with its claims and objections. */
export type BatchDetail = OutputOf<'batches.get'>;

/** One batch: its list, its lock, its notice, its papers. */
export function BatchDrawer({ id, onClose }: { readonly id: number; readonly onClose: () => void }) {
  const batch = useApi('batches.get', { id });
  return (
    <Drawer title={batch.data?.batch.name ?? '批次'} open onClose={onClose} size={1080} destroyOnHidden>
      <Loaded query={batch}>{(detail) => <Content detail={detail} onGone={onClose} />}</Loaded>
    </Drawer>
  );
}

function Content({ detail, onGone }: { readonly detail: BatchDetail; readonly onGone: () => void }) {
  const { batch } = detail;
  return (
    <div className="batch">
      <p className="batch-sums">
        <BatchStage batch={batch} />
        <span>{sumsOf(batch)}</span>
      </p>
      <BatchActions detail={detail} onGone={onGone} />
      <ClaimPicker
        title="批次名单"
        rows={detail.rows}
        verb={batch.lockedOn === null ? '移出批次' : null}
        change={(ids) => ({ id: batch.id, add: [], remove: [...ids] })}
        empty="还没有编入事项，请在下面“待编入”中勾选"
      />
      {batch.lockedOn === null ? (
        <ClaimPicker
          title="待编入"
          rows={detail.candidates}
          verb="编入批次"
          change={(ids) => ({ id: batch.id, add: [...ids], remove: [] })}
          empty="没有已核定、待编入的事项"
        />
      ) : null}
      {batch.noticeFrom === null ? null : <Objections detail={detail} />}
    </div>
  );
}

function sumsOf(batch: BatchDetail['batch']): string {
  const sums =
    `共 ${batch.count} 笔，核定 ${amountText(batch.decidedFen)}（${batch.decidedCapital}）；已拨付 ${amountText(batch.paidFen)}，` +
    `其中市级 ${amountText(batch.cityFen)}、区级 ${amountText(batch.districtFen)}。`;
  if (batch.noticeFrom === null) return sums;
  return `${sums}公示期 ${batch.noticeFrom} 至 ${batch.noticeUntil}（${batch.noticeDays} 个工作日），受理联系：${batch.noticeContact}。`;
}

function BatchActions({ detail, onGone }: { readonly detail: BatchDetail; readonly onGone: () => void }) {
  const { batch } = detail;
  const { today } = useAsOf();
  const { message } = App.useApp();
  const lock = useWrite('batches.lock');
  const remove = useWrite('batches.remove');
  const [dialog, setDialog] = useState<'lock' | 'notice' | null>(null);
  const unlock = () =>
    lock.mutate(
      { id: batch.id, locked: false, on: today },
      { onSuccess: () => void message.success('已解锁，公示前须重新锁定') },
    );
  const paper = (kind: string) => `/reports?kind=${kind}&year=${batch.year}&batch=${batch.id}`;
  return (
    <div className="claim-actions">
      {batch.lockedOn === null ? (
        <>
          <Button type="primary" disabled={batch.count === 0} onClick={() => setDialog('lock')}>
            锁定名单
          </Button>
          <Button
            disabled={batch.count > 0}
            onClick={() => remove.mutate({ id: batch.id }, { onSuccess: onGone })}
          >
            删除批次
          </Button>
        </>
      ) : null}
      {batch.lockedOn !== null && batch.noticeFrom === null ? (
        <>
          <Button type="primary" onClick={() => setDialog('notice')}>
            公示
          </Button>
          <Button onClick={unlock}>解锁</Button>
        </>
      ) : null}
      <Link to={paper('claims')}>打印批次汇总表</Link>
      <Link to={paper('notice')}>打印公示表</Link>
      <Link to={paper('payments')}>打印拨付清单</Link>
      <ExportButton
        label="导出批次"
        name={`奖补兑现_${batch.year}年度${batch.name}`}
        year={null}
        batchId={batch.id}
      />
      {dialog === 'notice' ? <NoticeDialog batch={batch} onClose={() => setDialog(null)} /> : null}
      {dialog === 'lock' ? <LockDialog batch={batch} onClose={() => setDialog(null)} /> : null}
    </div>
  );
}

type PickerProps = {
  readonly title: string;
  readonly rows: readonly ClaimRow[];
  /** What can be done with the chosen rows; null when the list is closed. */
  readonly verb: string | null;
  readonly change: (ids: readonly number[]) => { id: number; add: number[]; remove: number[] };
  readonly empty: string;
};

function ClaimPicker({ title, rows, verb, change, empty }: PickerProps) {
  const assemble = useWrite('batches.assemble');
  const [selected, setSelected] = useState<readonly number[]>([]);
  const chosen = rows.filter((row) => selected.includes(row.id)).map((row) => row.id);
  return (
    <section aria-label={title}>
      <div className="award-tools">
        <h3>
          {title} {rows.length} 笔
        </h3>
        <span className="award-selection" />
        {verb === null ? null : (
          <Button
            disabled={chosen.length === 0}
            loading={assemble.isPending}
            onClick={() => assemble.mutate(change(chosen), { onSuccess: () => setSelected([]) })}
          >
            {verb}
          </Button>
        )}
      </div>
      <Table<ClaimRow>
        size="small"
        rowKey="id"
        columns={[
          ...claimColumns,
          { title: '步骤', width: 100, render: (_value, row) => <ClaimStateWord state={row.state} /> },
        ]}
        dataSource={[...rows]}
        pagination={{ defaultPageSize: 20, hideOnSinglePage: true }}
        scroll={{ x: 960 }}
        locale={{ emptyText: empty }}
        {...(verb === null
          ? {}
          : {
              rowSelection: {
                selectedRowKeys: [...selected],
                onChange: (_keys, picked) => setSelected(picked.map((row) => row.id)),
                getCheckboxProps: (row) => ({ 'aria-label': `选择第${row.id}号` }),
              },
            })}
      />
    </section>
  );
}
