import { Button, Checkbox, Select, Tabs } from 'antd';
import { useState } from 'react';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import {
  countOf,
  type Draft,
  type Outcome,
  outcomeMeaning,
  outcomeWords,
  type RowPlace,
  sumCounts,
  tableName,
} from '../outcomes.ts';
import { BulkBar } from './bulk-bar.tsx';
import { ConflictsButton } from './conflicts-button.tsx';
import { ErrorListButton } from './error-list-button.tsx';
import { OptionsButton } from './options-button.tsx';
import { RowDrawer } from './row-drawer.tsx';
import { RowsTable } from './rows-table.tsx';
import { useOpenRow } from './use-open-row.ts';
import { useRowWork } from './use-row-work.ts';
import { useRows } from './use-rows.ts';

/** A filter tab: everything, one outcome, or the rows that ask for 确认. */
type Tab = 'all' | 'toConfirm' | Outcome;

const wholeDraft = -1;

/** Step 3: every row with what becomes of it, what a person decides about it, and its cells to correct. */
export function CheckStep({ draft }: { readonly draft: Draft }) {
  const [tab, setTab] = useState<Tab>('all');
  const [table, setTable] = useState(wholeDraft);
  const [onlyIssues, setOnlyIssues] = useState(false);
  const [ticked, setTicked] = useState<readonly RowPlace[]>([]);
  const work = useRowWork(draft.draftId);
  const list = useRows(draft.draftId, {
    table: table === wholeDraft ? null : table,
    outcomes: tab === 'all' || tab === 'toConfirm' ? [] : [tab],
    onlyIssues,
    onlyToConfirm: tab === 'toConfirm',
  });
  const open = useOpenRow(list.rows);
  const tables = draft.tables.filter((each) => table === wholeDraft || each.table === table);
  const counts = sumCounts(tables.map((each) => each.counts));
  const waiting = tables.filter((each) => each.counts.toConfirm > 0).map((each) => each.table);

  return (
    <div className="import-check">
      <div className="import-check-bar">
        {draft.tables.length > 1 ? (
          <Select
            aria-label="查看哪张表"
            className="import-check-table"
            value={table}
            onChange={setTable}
            options={[
              { value: wholeDraft, label: `全部 ${draft.tables.length} 张表` },
              ...draft.tables.map((each) => ({ value: each.table, label: tableName(each) })),
            ]}
          />
        ) : null}
        <OptionsButton tables={tables} work={work} />
        <Checkbox checked={onlyIssues} onChange={(event) => setOnlyIssues(event.target.checked)}>
          只看有提示的行
        </Checkbox>
        <div className="import-check-actions">
          <ErrorListButton draft={draft} />
          <ConflictsButton tables={tables} work={work} />
          {counts.toConfirm > 0 ? (
            <Button loading={work.busy} onClick={() => void work.confirmTables(waiting)}>
              全部确认保留（{counts.toConfirm} 行）
            </Button>
          ) : null}
        </div>
      </div>
      <Tabs
        activeKey={tab}
        onChange={(key) => setTab(tabs.find((each) => each === key) ?? 'all')}
        items={tabs.map((key) => ({ key, label: `${tabWord(key)} ${tabCount(key, counts)}` }))}
      />
      <p className="import-quiet">
        {tab === 'all' || tab === 'toConfirm' ? tabHints[tab] : outcomeMeaning[tab]}
      </p>
      <BulkBar rows={ticked} work={work} onClear={() => setTicked([])} />
      {list.error === null ? (
        <RowsTable
          tables={draft.tables}
          list={list}
          current={open.place}
          ticked={ticked}
          onTick={setTicked}
          onOpen={open.show}
          onConfirm={(row) => void work.confirm([row], !row.confirmed)}
        />
      ) : (
        <ErrorPanel failure={list.error.failure} onRetry={list.retry} />
      )}
      <RowDrawer
        draftId={draft.draftId}
        tables={draft.tables}
        place={open.place}
        work={work}
        onStep={{ back: open.back, forward: open.forward }}
        onClose={open.close}
      />
    </div>
  );
}

const tabs = ['all', 'create', 'update', 'toConfirm', 'conflict', 'reject', 'unchanged', 'ignore'] as const;

const tabHints = {
  all: '点一行（或按回车）看全部内容；按上下键换行，空格勾选，Esc 关闭。',
  toConfirm: '内容存疑的行：确认保留后才写入，不确认则这次不写入。',
} as const;

function tabWord(tab: Tab): string {
  if (tab === 'all') return '全部';
  return tab === 'toConfirm' ? '需确认' : outcomeWords[tab];
}

function tabCount(tab: Tab, counts: ReturnType<typeof sumCounts>): number {
  if (tab === 'all') return counts.rows;
  return tab === 'toConfirm' ? counts.toConfirm : countOf(counts, tab);
}
