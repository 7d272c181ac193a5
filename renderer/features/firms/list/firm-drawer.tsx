import { Button, Descriptions, Drawer, Spin } from 'antd';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useApi } from '#renderer/client/use-query.ts';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { TitleTimeLine } from '../detail/title-time-line.tsx';
import { FirmChips } from '../firm-chips.tsx';
import { FirmCode } from '../firm-code.tsx';
import { filled } from '../words.ts';

/** How many of the latest title events the summary shows. */
const eventsShown = 4;

/** Fields worth a glance, in this order. */
const essentials = [
  'streetId',
  'platformId',
  'chainId',
  'industry',
  'scale',
  'mainProduct',
  'contactName',
  'contactPhone',
];

type Props = {
  readonly id: number | null;
  readonly onClose: () => void;
  readonly onOpen: (id: number) => void;
};

/** The essentials of one firm beside the list, without leaving it. */
export function FirmDrawer({ id, onClose, onOpen }: Props) {
  const { asOf } = useAsOf();
  const query = useApi('firms.get', { id: id ?? 1, asOf }, { enabled: id !== null, keepPrevious: true });
  const detail = query.data;
  return (
    <Drawer
      open={id !== null}
      onClose={onClose}
      mask={false}
      size={440}
      rootClassName="firm-drawer"
      title={detail?.row.name ?? '企业摘要'}
      extra={
        id === null ? null : (
          <Button type="primary" size="small" onClick={() => onOpen(id)}>
            打开企业画像
          </Button>
        )
      }
    >
      {query.error ? <ErrorPanel failure={query.error.failure} onRetry={() => void query.refetch()} /> : null}
      {detail === undefined ? query.error ? null : <Spin /> : <Summary detail={detail} />}
    </Drawer>
  );
}

function Summary({ detail }: { readonly detail: OutputOf<'firms.get'> }) {
  const values = new Map(detail.fields.map((field) => [field.field, field]));
  return (
    <>
      <p>
        <FirmCode row={detail.row} />
      </p>
      <FirmChips row={detail.row} />
      <Descriptions
        column={1}
        size="small"
        items={essentials.flatMap((key) => {
          const field = values.get(key);
          return field === undefined ? [] : [{ key, label: field.label, children: filled(field.value) }];
        })}
      />
      {detail.formerNames.length > 0 ? (
        <p className="firm-quiet">曾用名：{detail.formerNames.map(({ name }) => name).join('、')}</p>
      ) : null}
      <h3>最近的称号事件</h3>
      <TitleTimeLine events={detail.titleEvents.slice(-eventsShown)} currentName={detail.row.name} />
    </>
  );
}
