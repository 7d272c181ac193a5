import { App, AutoComplete, DatePicker, Form, Input, InputNumber, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useDistrict } from '#renderer/app/as-of.tsx';
import { useWrite } from '#renderer/client/use-query.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { type ParkKind, parkKinds, parkKindText } from '#shared/domain/park.ts';
import type { ParkRow } from './park-table.tsx';

/** What the dialog is about: a park that is listed, or a new one. */
export type ParkTask = { readonly park: ParkRow | null };

type Values = {
  readonly name?: string;
  readonly aliases?: string;
  readonly kind: ParkKind;
  readonly rating?: string;
  readonly ratedOn?: Dayjs | null;
  readonly streetId?: string | null;
  readonly operator?: string;
  readonly industry?: string;
  readonly landArea?: number | null;
  readonly floorArea?: number | null;
  readonly openedOn?: Dayjs | null;
  readonly facilities?: string;
  readonly remark?: string;
};

type Props = { readonly task: ParkTask | null; readonly onClose: () => void };

/** 登记平台载体: a platform of the policy pack keeps its name, an own park is named here. */
export function ParkDialog({ task, onClose }: Props) {
  const { message } = App.useApp();
  const save = useWrite('parks.save');
  const park = task?.park ?? null;
  const ofPack = park?.ofPack === true;
  const submit = (values: Values) => {
    save.mutate(inputOf(values, park), {
      onSuccess: () => {
        void message.success('已保存');
        onClose();
      },
    });
  };
  return (
    <FormDialog<Values>
      open={task !== null}
      title={park === null ? '新增平台载体' : `登记平台载体 · ${park.label}`}
      okText="保存"
      pending={save.isPending}
      initial={initialOf(park)}
      onClose={onClose}
      onSave={submit}
    >
      {ofPack ? null : <Naming />}
      <Described />
    </FormDialog>
  );
}

function Naming() {
  return (
    <>
      <Form.Item
        name="name"
        label="名称"
        rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="aliases" label="名册里的其他写法" extra="几种写法用顿号隔开；导入名册时都认作它。">
        <Input maxLength={500} />
      </Form.Item>
    </>
  );
}

function Described() {
  const { streets } = useDistrict();
  return (
    <>
      <div className="park-pair">
        <Form.Item name="kind" label="类型" rules={[{ required: true, message: '请选择类型' }]}>
          <Select options={parkKinds.map((value) => ({ value, label: parkKindText[value] }))} />
        </Form.Item>
        <Form.Item name="streetId" label="所在街道">
          <Select allowClear options={streets.map(({ id, label }) => ({ value: id, label }))} />
        </Form.Item>
        <Form.Item name="rating" label="星级或级别">
          <AutoComplete options={ratings.map((value) => ({ value }))} maxLength={100} />
        </Form.Item>
        <Form.Item name="ratedOn" label="评定日期">
          <DatePicker format="YYYY-MM-DD" maxDate={dayjs()} />
        </Form.Item>
        <Form.Item name="operator" label="运营单位">
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="industry" label="主导产业">
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="landArea" label="用地面积（平方米）" extra="1 亩约 666.67 平方米。">
          <InputNumber min={0} precision={0} max={1_000_000_000} />
        </Form.Item>
        <Form.Item name="floorArea" label="建筑面积（平方米）">
          <InputNumber min={0} precision={0} max={1_000_000_000} />
        </Form.Item>
        <Form.Item name="openedOn" label="投用日期">
          <DatePicker format="YYYY-MM-DD" />
        </Form.Item>
      </div>
      <Form.Item name="facilities" label="公共服务设施">
        <Input.TextArea
          maxLength={2000}
          autoSize={{ minRows: 2, maxRows: 5 }}
          placeholder="共享实验室、检验检测、中试生产线等"
        />
      </Form.Item>
      <Form.Item name="remark" label="备注">
        <Input maxLength={500} />
      </Form.Item>
    </>
  );
}

const ratings = ['五星级', '四星级', '三星级', '省级', '市级', '区级'];

function initialOf(park: ParkRow | null): Partial<Values> {
  if (park === null) return {};
  return {
    name: park.label,
    aliases: park.aliases.join('、'),
    ...(park.kind === null ? {} : { kind: park.kind }),
    rating: park.rating ?? '',
    ratedOn: park.ratedOn === null ? null : dayjs(park.ratedOn),
    streetId: park.streetId,
    operator: park.operator ?? '',
    industry: park.industry ?? '',
    landArea: park.landArea,
    floorArea: park.floorArea,
    openedOn: park.openedOn === null ? null : dayjs(park.openedOn),
    facilities: park.facilities ?? '',
    remark: park.remark ?? '',
  };
}

function inputOf(values: Values, park: ParkRow | null) {
  const text = (value: string | undefined) => value?.trim() || null;
  const day = (value: Dayjs | null | undefined) => value?.format('YYYY-MM-DD') ?? null;
  return {
    id: park?.id ?? null,
    packId: park?.ofPack === true ? park.placeId : null,
    name: text(values.name),
    aliases: (values.aliases ?? '')
      .split(/[、,，;；\n]/u)
      .map((alias) => alias.trim())
      .filter((alias) => alias !== ''),
    kind: values.kind,
    rating: text(values.rating),
    ratedOn: day(values.ratedOn),
    streetId: values.streetId ?? null,
    operator: text(values.operator),
    industry: text(values.industry),
    landArea: values.landArea ?? null,
    floorArea: values.floorArea ?? null,
    openedOn: day(values.openedOn),
    facilities: text(values.facilities),
    remark: text(values.remark),
  };
}
