import { DownOutlined, FilterOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useDistrict } from '#renderer/app/as-of.tsx';
import { type FirmAddress, titleViews } from '#renderer/ui/firm-address.ts';
import { SearchBox } from '#renderer/ui/search-box.tsx';
import { firmStatuses } from '#shared/domain/firm.ts';
import { heldViewText } from '#shared/text/firm-query-text.ts';
import { statusText } from '#shared/text/firm-text.ts';

type Props = {
  readonly value: FirmAddress;
  readonly onChange: (part: Partial<FirmAddress>) => void;
  readonly onClear: () => void;
  readonly onAdvanced: () => void;
};

/** 查询区: the common conditions in one row, the rest behind 展开. */
export function FirmFilterBar({ value, onChange, onClear, onAdvanced }: Props) {
  const district = useDistrict();
  const hidden = value.platformIds.length + value.chainIds.length + value.statuses.length;
  const [open, setOpen] = useState(hidden > 0);
  return (
    <search className="firm-filter" aria-label="查询企业">
      <SearchBox
        value={value.text}
        onSearch={(text) => onChange({ text })}
        placeholder="名称 / 曾用名 / 代码 / 拼音首字母"
      />
      <Choices
        label="街道"
        choices={district.streets}
        value={value.streetIds}
        onChange={(streetIds) => onChange({ streetIds })}
      />
      <Choices
        label="称号"
        choices={[...district.titles, ...district.pools]}
        value={value.titleIds}
        onChange={(titleIds) => onChange({ titleIds })}
      />
      <Select
        aria-label="称号口径"
        className="firm-filter-view"
        disabled={value.titleIds.length === 0}
        value={value.titleView}
        onChange={(titleView) => onChange({ titleView })}
        options={viewOptions}
      />
      <Button
        type="link"
        aria-expanded={open}
        icon={open ? <UpOutlined /> : <DownOutlined />}
        onClick={() => setOpen(!open)}
      >
        {open ? '收起' : `展开${hidden > 0 ? `（${hidden}）` : ''}`}
      </Button>
      <Button icon={<FilterOutlined />} onClick={onAdvanced}>
        高级筛选
      </Button>
      <Button type="text" onClick={onClear}>
        清除条件
      </Button>
      {open ? (
        <div className="firm-filter-more">
          <Choices
            label="平台"
            choices={district.platforms}
            value={value.platformIds}
            onChange={(platformIds) => onChange({ platformIds })}
          />
          <Choices
            label="产业链"
            choices={district.chains}
            value={value.chainIds}
            onChange={(chainIds) => onChange({ chainIds })}
          />
          <Choices
            label="状态"
            choices={firmStatuses.map((id) => ({ id, label: statusText[id] }))}
            value={value.statuses}
            onChange={(ids) => onChange({ statuses: firmStatuses.filter((status) => ids.includes(status)) })}
          />
        </div>
      ) : null}
    </search>
  );
}

const viewOptions = titleViews.map((value) => ({ value, label: heldViewText[value] }));

type ChoicesProps = {
  readonly label: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  readonly value: readonly string[];
  readonly onChange: (ids: string[]) => void;
};

/** Any of several values of one kind. */
function Choices({ label, choices, value, onChange }: ChoicesProps) {
  return (
    <Select
      mode="multiple"
      className="firm-filter-choices"
      aria-label={label}
      placeholder={label}
      allowClear
      maxTagCount="responsive"
      value={[...value]}
      onChange={onChange}
      showSearch={{ optionFilterProp: 'label' }}
      options={choices.map((choice) => ({ value: choice.id, label: choice.label }))}
    />
  );
}
