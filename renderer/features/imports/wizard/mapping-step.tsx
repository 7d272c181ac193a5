import { Alert, Button, Collapse, Radio, Tabs } from 'antd';
import { useState } from 'react';
import { rosterKindLabels, rosterKinds } from '#shared/roster/kinds.ts';
import { type Draft, type DraftTable, headerPlace, severityWords, tableName } from '../outcomes.ts';
import { acceptAll, type Mapping, mappingOf, openSuggestions, sameMapping } from './mapping.ts';
import { MappingTable } from './mapping-table.tsx';

/** What a person decided about one table: its kind and which column feeds which field. */
export type TableChoice = { readonly kind: DraftTable['kind']; readonly mapping: Mapping };
/** Decisions not yet checked, by table number. */
export type Choices = Readonly<Record<number, TableChoice>>;

type Props = {
  readonly draft: Draft;
  readonly choices: Choices;
  readonly onChoice: (table: number, choice: TableChoice | null) => void;
};

/** Step 2: each table found, what kind it is and what its columns are. */
export function MappingStep({ draft, choices, onChoice }: Props) {
  const [active, setActive] = useState(String(draft.tables[0]?.table ?? 0));
  const panel = (table: DraftTable) => (
    <TablePanel
      table={table}
      fields={draft.fieldChoices[choiceOf(table, choices).kind]}
      choice={choiceOf(table, choices)}
      onChoice={(choice) => onChoice(table.table, isAsRead(table, choice) ? null : choice)}
    />
  );
  const [only] = draft.tables;
  if (only === undefined) return null;
  if (draft.tables.length === 1) return panel(only);
  return (
    <Tabs
      activeKey={active}
      onChange={setActive}
      items={draft.tables.map((table) => ({
        key: String(table.table),
        label: `${tableName(table)}${choices[table.table] === undefined ? '' : ' *'}`,
        children: panel(table),
      }))}
    />
  );
}

function choiceOf(table: DraftTable, choices: Choices): TableChoice {
  return choices[table.table] ?? { kind: table.kind, mapping: mappingOf(table.columns) };
}

function isAsRead(table: DraftTable, choice: TableChoice): boolean {
  return choice.kind === table.kind && sameMapping(choice.mapping, mappingOf(table.columns));
}

type PanelProps = {
  readonly table: DraftTable;
  readonly fields: Draft['fieldChoices']['firms'];
  readonly choice: TableChoice;
  readonly onChoice: (choice: TableChoice) => void;
};

function TablePanel({ table, fields, choice, onChoice }: PanelProps) {
  const open = openSuggestions(table.columns, choice.mapping);
  return (
    <div className="import-mapping">
      <p className="import-mapping-found">
        {tableName(table)}：{headerPlace(table.headerRow)}，{table.counts.rows} 行数据。
        {table.seenBefore ? '这个文件以前导入过，会按现在的台账重新比对。' : ''}
        {table.remembered ? '各列沿用上次对同样表头确认的对应，可逐列改。' : ''}
      </p>
      <div className="import-mapping-kind">
        <span id={`kind-${table.table}`}>名册类别</span>
        <Radio.Group
          aria-labelledby={`kind-${table.table}`}
          value={choice.kind}
          onChange={(event) => onChoice({ ...choice, kind: event.target.value })}
          options={rosterKinds.map((kind) => ({ value: kind, label: rosterKindLabels[kind] }))}
        />
        <span className="import-quiet">{table.kindReason}</span>
      </div>
      {table.issues.map((issue) => (
        <Alert
          key={`${issue.cell}-${issue.code}`}
          type={issue.severity === 'info' ? 'info' : issue.severity}
          showIcon
          title={`${severityWords[issue.severity]} ${issue.cell}：${issue.message}`}
          description={issue.fix}
        />
      ))}
      {open.length > 0 ? (
        <Alert
          type="info"
          showIcon
          title={`有 ${open.length} 列名称相近但没有自动对应，请逐列核对。`}
          action={
            <Button
              size="small"
              onClick={() => onChoice({ ...choice, mapping: acceptAll(table.columns, choice.mapping) })}
            >
              全部采用
            </Button>
          }
        />
      ) : null}
      <MappingTable
        columns={table.columns}
        fields={fields}
        mapping={choice.mapping}
        onMapping={(mapping) => onChoice({ ...choice, mapping })}
      />
      <SkippedLines table={table} />
    </div>
  );
}

function SkippedLines({ table }: { readonly table: DraftTable }) {
  if (table.skippedLines.length === 0) return null;
  return (
    <Collapse
      size="small"
      items={[
        {
          key: 'skipped',
          label: `表中另有 ${table.skippedLines.length} 行不是数据，未计入`,
          children: (
            <ul className="import-skipped">
              {table.skippedLines.map((line) => (
                <li key={line.row}>
                  第 {line.row} 行：{line.reason}
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}
