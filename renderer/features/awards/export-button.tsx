import { Alert, Button, Checkbox, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useSaveJob } from '#renderer/ui/use-save-job.tsx';

type Props = {
  /** Name of the file without ending. */
  readonly name: string;
  readonly year: number | null;
  readonly batchId: number | null;
  readonly label: string;
};

/** 导出 of claims and payments: account numbers masked unless finance needs them, which is recorded. */
export function ExportButton({ name, year, batchId, label }: Props) {
  const [open, setOpen] = useState(false);
  const [unmasked, setUnmasked] = useState(false);
  const [purpose, setPurpose] = useState('');
  const { save, running } = useSaveJob('exports.awards');
  const close = () => {
    setOpen(false);
    setUnmasked(false);
    setPurpose('');
  };
  const write = async () => {
    const saved = await save({ name, format: 'xlsx' }, (target) => ({
      target,
      year,
      batchId,
      unmasked,
      purpose,
    }));
    if (saved) close();
  };
  return (
    <>
      <Button loading={running} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Modal
        open={open}
        title={label}
        okText={unmasked ? '确认不遮挡并导出' : '导出'}
        okButtonProps={{ disabled: unmasked && purpose.trim() === '', danger: unmasked }}
        onOk={() => void write()}
        onCancel={close}
        width={520}
      >
        <p>Excel 工作簿，两页：兑现事项（含收款账户）、拨付记录。</p>
        <Checkbox checked={!unmasked} onChange={(event) => setUnmasked(!event.target.checked)}>
          遮挡账号
        </Checkbox>
        {unmasked ? (
          <Form layout="vertical" className="award-export-clear">
            <Alert
              type="warning"
              showIcon
              title="文件将含完整的银行账号"
              description="导出会记入变更历史：谁、何时、范围、文件校验值和用途。请只交给财政拨付经办人。"
            />
            <Form.Item label="用途" required>
              <Input
                aria-label="用途"
                placeholder="如：交区财政局拨付"
                maxLength={200}
                value={purpose}
                onChange={(event) => setPurpose(event.target.value)}
              />
            </Form.Item>
          </Form>
        ) : null}
      </Modal>
    </>
  );
}
