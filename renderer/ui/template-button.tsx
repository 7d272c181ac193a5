import { DownloadOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { rosterKindLabels, rosterKinds } from '#shared/roster/kinds.ts';
import { type TemplateKind, templateKinds } from '#shared/roster/template.ts';
import { useSaveJob } from './use-save-job.tsx';

type Place = { readonly id: string; readonly label: string };

/** 下载模板: a form for a street, empty or filled with what the ledger knows. */
export function TemplateButton({ streets }: { readonly streets: readonly Place[] }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<DownloadOutlined />} onClick={() => setOpen(true)}>
        下载模板
      </Button>
      <TemplateDialog open={open} streets={streets} onClose={() => setOpen(false)} />
    </>
  );
}

type DialogProps = {
  readonly open: boolean;
  readonly streets: readonly Place[];
  readonly onClose: () => void;
};

const kindHints: Readonly<Record<TemplateKind, string>> = {
  firms: '一家企业一行：街道、平台、产业链、联系人等基本情况。',
  titles: '一项称号一行：认定或复核结果、日期、批次、文号、有效期。',
  decisions: '一笔兑现事项一行：测算金额已填好，会后填核定金额、理由和日期导回；没有上会的留空。',
  payments: '一笔拨付一行：事项、资金来源、金额、日期、凭证号；预填待拨付的事项和已登记的拨付。',
  pools: '一家企业在一个库一行：阶段、入库日期、出库日期和原因；预填在库和已出库的企业。',
  projects: '一个项目一行，每类项目一张工作表，栏目按各条款所需的事实；预填已登记的项目。',
  visits: '一次走访一行，诉求写在同一行；一次走访有几项诉求就写几行；预填已登记的走访和诉求。',
  assessments:
    '一家企业一年一行：上一年度的数据已按台账预填，企业核对并写明自评等次、成效、问题和打算；只列在库企业。',
  years: '一家企业一年一行：营业收入、研发费用、从业人员等；预填已有年度，并留出上一年度待填。',
};

/** The kinds that have a form, in the order in which lists name them. */
const kindsShown = rosterKinds.flatMap((kind) => templateKinds.find((each) => each === kind) ?? []);

const everyStreet = '';

function TemplateDialog({ open, streets, onClose }: DialogProps) {
  const [kind, setKind] = useState<TemplateKind>('firms');
  const [streetId, setStreetId] = useState(everyStreet);
  const [filled, setFilled] = useState(true);
  const { save } = useSaveJob('exports.template');
  const street = streets.find(({ id }) => id === streetId);

  const write = async () => {
    const name = `${rosterKindLabels[kind]}报送模板_${street?.label ?? '全部街道'}`;
    const saved = await save({ name, format: 'xlsx' }, (target) => ({
      target,
      kind,
      streetId: street?.id ?? null,
      filled,
    }));
    if (saved) onClose();
  };

  return (
    <Modal
      open={open}
      title="下载报送模板"
      okText="下载"
      onOk={() => void write()}
      onCancel={onClose}
      width={560}
    >
      <Form layout="vertical">
        <Form.Item label="类别" extra={kindHints[kind]}>
          <Radio.Group
            value={kind}
            onChange={(event) =>
              setKind(templateKinds.find((each) => each === event.target.value) ?? 'firms')
            }
          >
            {kindsShown.map((each) => (
              <Radio key={each} value={each}>
                {rosterKindLabels[each]}
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
        <Form.Item label="街道">
          <Select
            aria-label="模板街道"
            value={streetId}
            onChange={setStreetId}
            showSearch={{ optionFilterProp: 'label' }}
            options={[
              { value: everyStreet, label: '全部街道' },
              ...streets.map(({ id, label }) => ({ value: id, label })),
            ]}
          />
        </Form.Item>
        <Form.Item
          label="内容"
          extra="预填后街道只改有变化的单元格；联系人和电话遮挡显示，未改动的导入时保持台账原样。"
        >
          <Checkbox checked={filled} onChange={(event) => setFilled(event.target.checked)}>
            预填台账现有内容
          </Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  );
}
