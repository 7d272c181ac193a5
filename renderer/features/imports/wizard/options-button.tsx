import { Alert, Button, Checkbox, Modal, Radio } from 'antd';
import { useState } from 'react';
import { firmFieldLabels } from '#shared/domain/firm.ts';
import { importModes } from '#shared/roster/decide.ts';
import { type DraftTable, tableName } from '../outcomes.ts';
import { modeMeaning, modeWords, optionsText } from './decision-text.ts';
import type { RowWork } from './use-row-work.ts';

type Options = Pick<DraftTable, 'table' | 'mode' | 'clearBlanks'>;

type Props = { readonly tables: readonly DraftTable[]; readonly work: RowWork };

/** 导入方式: 新增和更新, 仅新增 or 仅更新, and the columns whose blanks erase; for each table of its own. */
export function OptionsButton({ tables, work }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>导入方式：{optionsText(tables)}</Button>
      {open ? <OptionsDialog tables={tables} work={work} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function OptionsDialog({ tables, work, onClose }: Props & { readonly onClose: () => void }) {
  const [chosen, setChosen] = useState<ReadonlyMap<number, Options>>(new Map());
  const save = async () => {
    if (await work.setOptions([...chosen.values()])) onClose();
  };
  return (
    <Modal
      open
      width={640}
      title="导入方式"
      okText="按此重新核对"
      okButtonProps={{ disabled: chosen.size === 0 }}
      confirmLoading={work.busy}
      mask={{ closable: false }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className="import-options">
        {tables.map((table) => (
          <TableOptions
            key={table.table}
            table={table}
            named={tables.length > 1}
            options={chosen.get(table.table) ?? table}
            onOptions={(options) => setChosen(new Map(chosen).set(table.table, options))}
          />
        ))}
      </div>
    </Modal>
  );
}

type TableProps = {
  readonly table: DraftTable;
  readonly named: boolean;
  readonly options: Options;
  readonly onOptions: (options: Options) => void;
};

function TableOptions({ table, named, options, onOptions }: TableProps) {
  const { mode, clearBlanks } = options;
  const set = (change: Partial<Options>) =>
    onOptions({ table: table.table, mode, clearBlanks: [...clearBlanks], ...change });
  const fields = clearableFields(table);
  return (
    <section className="import-options-table" aria-label={tableName(table)}>
      {named ? <h3>{tableName(table)}</h3> : null}
      <Radio.Group
        aria-label="导入方式"
        value={mode}
        onChange={(event) => set({ mode: event.target.value })}
        options={importModes.map((each) => ({ value: each, label: modeWords[each] }))}
      />
      <p className="import-quiet">{modeMeaning[mode]}</p>
      {fields.length === 0 ? null : (
        <>
          <p>名册里空着的单元格不改动台账。确实要用空白清空台账的，勾选下列栏目：</p>
          <Checkbox.Group
            className="import-options-fields"
            value={[...clearBlanks]}
            onChange={(values) => set({ clearBlanks: values })}
            options={fields.map(({ field, label }) => ({ value: field, label }))}
          />
        </>
      )}
      {clearBlanks.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title="这些栏目凡是空着的行，台账里原有的内容会被清空；请在“变更”里逐行看清再确认导入。"
        />
      )}
    </section>
  );
}

/** Columns of a firm's own facts; a name or a code is never erased. */
function clearableFields(table: DraftTable) {
  return table.columns.flatMap(({ field, fieldLabel }) =>
    field !== null && field !== 'name' && field !== 'code' && Object.hasOwn(firmFieldLabels, field)
      ? [{ field, label: fieldLabel ?? field }]
      : [],
  );
}
