import { Button, Checkbox, Select, Tabs } from 'antd';
import { useState } from 'react';
import { useWrite } from '#renderer/client/use-query.ts';
import {
  countOf,
  type Draft,
  type DraftRow,
  type Outcome,
  outcomeMeaning,
  outcomeWords,
  sumCounts,
  tableName,
} from '../outcomes.ts';
import { ErrorListButton } from './error-list-button.tsx';
import { RowsTable } from './rows-table.tsx';

/** A filter tab: everything, one outcome, or the rows that ask for 确认. */
type Tab = 'all' | 'toConfirm' | Outcome;

const wholeDraft = -1;

type Props = { readonly draft: Draft; readonly onDraft: (draft: Draft) => void };

/** Step 3: every row with what becomes of it, old and new values, and what is wrong with it. */
export function CheckStep({ draft, onDraft }: Props) {
  const [tab, setTab] = useState<Tab>('all');
  const [table, setTable] = useState(wholeDraft);
  const [onlyIssues, setOnlyIssues] = useState(false);
  const confirm = useWrite('imports.confirm');
  const tables = draft.tables.filter((each) => table === wholeDraft || each.table === table);
  const counts = sumCounts(tables.map((each) => each.counts));

  const confirmRows = async (tableNumber: number, rows: number[] | null, confirmed: boolean) => {
    onDraft(await confirm.mutateAsync({ draftId: draft.draftId, table: tableNumber, rows, confirmed }));
  };
  const confirmAll = async () => {
    for (const each of tables) {
      if (each.counts.toConfirm > 0) await confirmRows(each.table, null, true);
    }
  };

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
        <Checkbox checked={onlyIssues} onChange={(event) => setOnlyIssues(event.target.checked)}>
          只看有提示的行
        </Checkbox>
        <span className="import-quiet">
          {tab === 'all' || tab === 'toConfirm' ? tabHints[tab] : outcomeMeaning[tab]}
        </span>
        <div className="import-check-actions">
          <ErrorListButton draft={draft} />
          {counts.toConfirm > 0 ? (
            <Button loading={confirm.isPending} onClick={() => void confirmAll()}>
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
      <RowsTable
        key={`${tab} ${table} ${onlyIssues}`}
        draftId={draft.draftId}
        tables={draft.tables}
        filter={{
          table: table === wholeDraft ? null : table,
          outcomes: tab === 'all' || tab === 'toConfirm' ? [] : [tab],
          onlyIssues,
          onlyToConfirm: tab === 'toConfirm',
        }}
        onConfirm={(row: DraftRow, confirmed: boolean) => void confirmRows(row.table, [row.row], confirmed)}
      />
    </div>
  );
}

const tabs = ['all', 'create', 'update', 'toConfirm', 'conflict', 'reject', 'unchanged', 'ignore'] as const;

const tabHints = {
  all: '点一行可展开全部改动与提示。',
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
