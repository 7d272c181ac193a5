import { Button } from 'antd';
import { useState } from 'react';
import { useWrite } from '#renderer/client/use-query.ts';
import type { InputOf } from '#shared/contract/api.ts';

type Props = {
  readonly firmId: number;
  readonly what: InputOf<'firms.reveal'>['what'];
  readonly masked: string;
};

const labels = {
  contactName: '联系人',
  contactPhone: '联系电话',
  account: '收款账号',
} as const satisfies Record<Props['what'], string>;

/** A personal fact, masked until 显示 is pressed; each showing is recorded and ends with the page. */
export function Reveal({ firmId, what, masked }: Props) {
  const [shown, setShown] = useState<{ readonly masked: string; readonly value: string } | null>(null);
  const reveal = useWrite('firms.reveal');
  // A fact that changed meanwhile is masked again.
  if (shown !== null && shown.masked === masked) return <span className="figures">{shown.value}</span>;
  return (
    <>
      <span className="figures">{masked}</span>{' '}
      <Button
        type="link"
        size="small"
        aria-label={`显示${labels[what]}`}
        title="查看会记入变更历史"
        loading={reveal.isPending}
        onClick={() =>
          reveal.mutate({ id: firmId, what }, { onSuccess: ({ value }) => setShown({ masked, value }) })
        }
      >
        显示
      </Button>
    </>
  );
}
