import { Button, Select, Table, type TableColumnsType } from 'antd';
import type { Draft } from '../outcomes.ts';
import { assign, type Column, type Mapping, openSuggestions } from './mapping.ts';

/** How many sample values are shown beside a heading. */
const samplesShown = 3;

type Props = {
  readonly columns: readonly Column[];
  readonly fields: Draft['fieldChoices']['firms'];
  readonly mapping: Mapping;
  readonly onMapping: (mapping: Mapping) => void;
};

/** One line a column of the workbook: its heading and values, and the field it feeds. */
export function MappingTable({ columns, fields, mapping, onMapping }: Props) {
  const labels = new Map(fields.map(({ field, label }) => [field, label]));
  const open = new Set(openSuggestions(columns, mapping).map((column) => column.index));
  const fieldOf = new Map(mapping.map((entry) => [entry.index, entry.field]));
  const set = (index: number, field: string | null) => onMapping(assign(mapping, index, field));
  const tableColumns: TableColumnsType<Column> = [
    { key: 'letter', title: '列', width: 56, render: (_value, column) => column.letter },
    { key: 'header', title: '表头', width: 200, render: (_value, column) => column.header || '（空表头）' },
    {
      key: 'samples',
      title: '示例值',
      ellipsis: true,
      render: (_value, column) => column.samples.slice(0, samplesShown).join(' | ') || '—',
    },
    {
      key: 'field',
      title: '对应到',
      width: 240,
      render: (_value, column) => (
        <Select
          className="import-mapping-select"
          aria-label={`${column.letter} 列“${column.header}”对应到`}
          value={fieldOf.get(column.index) ?? ''}
          onChange={(field) => set(column.index, field === '' ? null : field)}
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: '', label: '不导入' },
            ...fields.map(({ field, label }) => ({ value: field, label })),
          ]}
        />
      ),
    },
    { key: 'unit', title: '单位', width: 80, render: (_value, column) => column.unit ?? '—' },
    {
      key: 'suggestion',
      title: '建议',
      width: 220,
      render: (_value, column) => {
        const { suggestion, together } = column;
        if (together !== null && fieldOf.get(column.index) === column.field)
          return `一格两项，分为${together}`;
        if (suggestion === null || !open.has(column.index)) return null;
        return (
          <Button type="link" size="small" onClick={() => set(column.index, suggestion)}>
            采用“{labels.get(suggestion) ?? suggestion}”
          </Button>
        );
      },
    },
  ];
  return (
    <Table<Column>
      rowKey="index"
      size="small"
      pagination={false}
      columns={tableColumns}
      dataSource={[...columns]}
      scroll={{ x: 960 }}
      rowClassName={(column) => (fieldOf.get(column.index) === null ? 'import-column-unused' : '')}
    />
  );
}
