import { App, Button, Drawer } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWrite } from '#renderer/client/use-query.ts';
import { countText } from '#renderer/ui/count-text.ts';
import { firmAddress } from '#renderer/ui/firm-address.ts';
import { MoneyText } from '#renderer/ui/money-text.tsx';
import { useConfirm } from '#renderer/ui/use-confirm.tsx';
import { parkKindText } from '#shared/domain/park.ts';
import type { ParkRow, Parks } from './park-table.tsx';

type Props = {
  readonly park: ParkRow | null;
  readonly parks: Parks;
  readonly onEdit: (park: ParkRow) => void;
  readonly onClose: () => void;
};

/** One 平台载体: what it is, and its figures with the lists behind them. */
export function ParkDrawer({ park, parks, onEdit, onClose }: Props) {
  const { message } = App.useApp();
  const { dangerConfirm } = useConfirm();
  const remove = useWrite('parks.remove');
  const ask = async ({ id, label, ofPack }: ParkRow) => {
    if (id === null) return;
    const lost = [ofPack ? `${label}登记的类型、级别、面积等。平台本身和企业不变。` : `${label}。`];
    const back = '删除可在变更历史中撤销。';
    if (
      !(await dangerConfirm({ title: ofPack ? '清除登记内容' : '删除平台载体', lost, back, okText: '删除' }))
    )
      return;
    remove.mutate(
      { id },
      {
        onSuccess: () => {
          void message.success('已删除');
          onClose();
        },
      },
    );
  };
  return (
    <Drawer
      title={park?.label}
      open={park !== null}
      onClose={onClose}
      size={600}
      destroyOnHidden
      extra={
        park === null ? null : (
          <>
            {park.id === null ? null : (
              <Button danger type="text" onClick={() => void ask(park)}>
                {park.ofPack ? '清除登记内容' : '删除'}
              </Button>
            )}
            <Button type="primary" onClick={() => onEdit(park)}>
              {park.id === null ? '登记' : '修改'}
            </Button>
          </>
        )
      }
    >
      {park === null ? null : <Facts park={park} parks={parks} />}
    </Drawer>
  );
}

function Facts({ park, parks }: { readonly park: ParkRow; readonly parks: Parks }) {
  const area = (value: number | null) => (value === null ? '—' : `${countText(value)} 平方米`);
  const { titleLabels, poolLabels, figureYear } = parks;
  return (
    <>
      <dl className="park-facts">
        <Fact label="类型">{park.kind === null ? '未登记' : parkKindText[park.kind]}</Fact>
        <Fact label="星级或级别">
          {park.rating === null
            ? '—'
            : `${park.rating}${park.ratedOn === null ? '' : `（${park.ratedOn} 评定）`}`}
        </Fact>
        <Fact label="所在街道">{park.streetLabel ?? '—'}</Fact>
        <Fact label="运营单位">{park.operator ?? '—'}</Fact>
        <Fact label="主导产业">{park.industry ?? '—'}</Fact>
        <Fact label="用地面积">{area(park.landArea)}</Fact>
        <Fact label="建筑面积">{area(park.floorArea)}</Fact>
        <Fact label="投用日期">{park.openedOn ?? '—'}</Fact>
        <Fact label="公共服务设施">{park.facilities ?? '—'}</Fact>
        {park.aliases.length === 0 ? null : <Fact label="名册其他写法">{park.aliases.join('、')}</Fact>}
        {park.remark === null ? null : <Fact label="备注">{park.remark}</Fact>}
      </dl>
      <h3>企业与资金</h3>
      <dl className="park-facts">
        <Fact label="企业">
          <Link to={firmAddress({ platformIds: [park.placeId] })}>{`${park.firms} 家`}</Link>
        </Fact>
        {titleLabels.map((label, i) => (
          <Fact key={label} label={label}>
            {`${park.titles[i]?.stock ?? 0} 家，本年新增 ${park.titles[i]?.newThisYear ?? 0} 家`}
          </Fact>
        ))}
        {poolLabels.map((label, i) => (
          <Fact key={label} label={label}>{`${park.pools[i] ?? 0} 家`}</Fact>
        ))}
        <Fact label={`${figureYear} 年营业收入`}>
          <MoneyText fen={park.revenueFen} /> {`万元（${park.reported} 家填报）`}
        </Fact>
        <Fact label={`${figureYear} 年研发费用`}>
          <MoneyText fen={park.rdFen} /> 万元
        </Fact>
        <Fact label="本年奖补">
          {`${park.awards} 项，测算 `}
          <MoneyText fen={park.computedFen} /> 万元，已拨付 <MoneyText fen={park.paidFen} /> 万元
        </Fact>
      </dl>
    </>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
