import { ColumnHeightOutlined, SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Dropdown, Popover } from 'antd';
import { type FirmListColumn, firmListColumns, firmListLabels } from '#shared/text/firm-columns.ts';
import { type Density, densities, densityWords } from './list-preferences.ts';

type DensityProps = { readonly value: Density; readonly onChange: (density: Density) => void };

/** 密度: how tall the rows are. */
export function DensityButton({ value, onChange }: DensityProps) {
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [value],
        items: densities.map((key) => ({ key, label: densityWords[key] })),
        onClick: ({ key }) => {
          const density = densities.find((each) => each === key);
          if (density !== undefined) onChange(density);
        },
      }}
    >
      <Button icon={<ColumnHeightOutlined />}>密度</Button>
    </Dropdown>
  );
}

type ColumnProps = {
  readonly shown: readonly FirmListColumn[];
  /** Null returns to the columns that fit the window. */
  readonly onChange: (columns: readonly FirmListColumn[] | null) => void;
};

/** 列设置: which columns the list shows. */
export function ColumnSettings({ shown, onChange }: ColumnProps) {
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title="显示的列"
      content={
        <div className="firm-column-settings">
          <Checkbox checked disabled>
            企业名称
          </Checkbox>
          {firmListColumns.map((key) => (
            <Checkbox
              key={key}
              checked={shown.includes(key)}
              onChange={(event) => onChange(toggled(shown, key, event.target.checked))}
            >
              {firmListLabels[key]}
            </Checkbox>
          ))}
          <Button type="link" size="small" onClick={() => onChange(null)}>
            恢复默认
          </Button>
        </div>
      }
    >
      <Button icon={<SettingOutlined />}>列设置</Button>
    </Popover>
  );
}

function toggled(
  shown: readonly FirmListColumn[],
  key: FirmListColumn,
  on: boolean,
): readonly FirmListColumn[] {
  return firmListColumns.filter((each) => (each === key ? on : shown.includes(each)));
}
