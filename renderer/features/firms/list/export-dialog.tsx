import { Alert, Checkbox, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useSaveJob } from '#renderer/ui/use-save-job.tsx';
import type { InputOf } from '#shared/contract/api.ts';
import type { FirmListColumn } from '#shared/text/firm-columns.ts';
import type { FirmSort } from './firm-columns.tsx';

type Scope = InputOf<'exports.firms'>['scope'];

type Props = {
  readonly open: boolean;
  readonly onClose: () => void;
  /** How many firms each choice means; 0 makes it unavailable. */
  readonly counts: Readonly<Record<Scope, number>>;
  readonly filtered: boolean;
  readonly filter: InputOf<'exports.firms'>['filter'];
  readonly ticked: readonly number[];
  readonly sort: FirmSort;
  readonly columns: readonly FirmListColumn[];
};

/** 导出: which firms, which format, and whether contacts leave in clear. */
export function ExportDialog(props: Props) {
  const { open, onClose, counts } = props;
  const [chosen, setChosen] = useState<Scope | null>(null);
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx');
  const [unmasked, setUnmasked] = useState(false);
  const [purpose, setPurpose] = useState('');
  const { save } = useSaveJob('exports.firms');
  const scope = chosen !== null && counts[chosen] > 0 ? chosen : usual(props);
  const personal = props.columns.some((column) => column === 'contactName' || column === 'contactPhone');
  const clear = unmasked && personal;

  const write = async () => {
    const saved = await save(
      { name: `企业台账_${scopeWords[scope]}_${props.filter.asOf}`, format },
      (target) => ({
        target,
        scope,
        filter: props.filter,
        ids: scope === 'selection' ? [...props.ticked] : [],
        sort: props.sort,
        columns: [...props.columns],
        unmasked: clear,
        purpose,
      }),
    );
    if (!saved) return;
    setUnmasked(false);
    setPurpose('');
    onClose();
  };

  return (
    <Modal
      open={open}
      title="导出企业"
      okText={clear ? '确认不遮挡并导出' : '导出'}
      okButtonProps={{ disabled: counts[scope] === 0 || (clear && purpose.trim() === ''), danger: clear }}
      onOk={() => void write()}
      onCancel={onClose}
      width={560}
    >
      <Form layout="vertical" className="firm-export">
        <Form.Item label="导出哪些企业">
          <Radio.Group value={scope} onChange={(event) => setChosen(scopeOf(event.target.value))} vertical>
            <Radio value="filter" disabled={!props.filtered || counts.filter === 0}>
              符合当前条件的 {counts.filter} 家
            </Radio>
            <Radio value="selection" disabled={counts.selection === 0}>
              勾选的 {counts.selection} 家
            </Radio>
            <Radio value="all">台账全部 {counts.all} 家</Radio>
          </Radio.Group>
        </Form.Item>
        <Form.Item label="文件格式" extra="列、列的次序和排序与屏幕上的一致；Excel 另附一页导出说明。">
          <Radio.Group
            value={format}
            onChange={(event) => setFormat(event.target.value === 'csv' ? 'csv' : 'xlsx')}
          >
            <Radio value="xlsx">Excel 工作簿（.xlsx）</Radio>
            <Radio value="csv">CSV（.csv）</Radio>
          </Radio.Group>
        </Form.Item>
        {personal ? (
          <Form.Item label="个人信息">
            <Checkbox checked={!unmasked} onChange={(event) => setUnmasked(!event.target.checked)}>
              遮挡联系人和电话
            </Checkbox>
          </Form.Item>
        ) : null}
        {clear ? <ClearWarning purpose={purpose} onPurpose={setPurpose} /> : null}
      </Form>
    </Modal>
  );
}

type WarningProps = { readonly purpose: string; readonly onPurpose: (purpose: string) => void };

/** What an unmasked copy means, and the question what it is for. */
function ClearWarning({ purpose, onPurpose }: WarningProps) {
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title="文件将含完整的联系人和电话"
        description="导出会记入变更历史：谁、何时、条件、条数、文件校验值和用途。请只发给确有需要的人。"
      />
      <Form.Item label="用途" required className="firm-export-purpose">
        <Input
          aria-label="用途"
          placeholder="如：走访前联系企业"
          maxLength={200}
          value={purpose}
          onChange={(event) => onPurpose(event.target.value)}
        />
      </Form.Item>
    </>
  );
}

const scopeWords: Readonly<Record<Scope, string>> = { filter: '查询结果', selection: '勾选', all: '全部' };

function scopeOf(value: unknown): Scope {
  return value === 'selection' || value === 'filter' ? value : 'all';
}

/** What a person most likely wants: what is ticked, else what is found, else all. */
function usual({ counts, filtered }: Props): Scope {
  if (counts.selection > 0) return 'selection';
  return filtered && counts.filter > 0 ? 'filter' : 'all';
}
