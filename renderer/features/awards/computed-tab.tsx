import { App, Button, Tabs } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useWrite } from '#renderer/client/use-query.ts';
import { FirmTextFilter } from '#renderer/ui/firm-text-filter.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { AwardTable, awardKey } from './award-table.tsx';
import { DayField, dayOf, LineField } from './fields.tsx';
import { lastPerson, rememberPerson } from './person.ts';

type AwardList = OutputOf<'awards.list'>;
type Item = AwardList['items'][number];

/** 测算清单: what the policy owes by itself (免申即享) or once a firm applies, and what it refuses. */
export function ComputedTab({ list }: { readonly list: AwardList }) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [opening, setOpening] = useState(false);
  const items = list.items.filter(
    (item) => text === '' || item.firm.includes(text) || (item.code ?? '').includes(text),
  );
  const awarded = items.filter((item) => item.outcome === 'awarded');
  const refused = items.filter((item) => item.outcome !== 'awarded');
  const free = list.items.filter((item) => item.outcome === 'awarded' && item.claimId === null);
  const grounds = free.filter((item) => chosen.includes(awardKey(item)));
  return (
    <>
      <div className="award-tools">
        <FirmTextFilter value={text} onChange={setText} />
        <span className="award-selection">
          未立项 {free.length} 笔，已选 {grounds.length} 笔
        </span>
        <Button disabled={free.length === 0} onClick={() => setChosen(free.map(awardKey))}>
          全选未立项
        </Button>
        <Button type="primary" disabled={grounds.length === 0} onClick={() => setOpening(true)}>
          立项
        </Button>
      </div>
      <Tabs
        items={[
          {
            key: 'awarded',
            label: `可兑现 ${awarded.length}`,
            children: <AwardTable items={awarded} withAmounts chosen={chosen} onChoose={setChosen} />,
          },
          {
            key: 'refused',
            label: `不予兑现 ${refused.length}`,
            children: <AwardTable items={refused} withAmounts={false} />,
          },
        ]}
      />
      <OpenDialog
        grounds={grounds}
        open={opening}
        onClose={() => setOpening(false)}
        onDone={() => setChosen([])}
      />
    </>
  );
}

type DialogProps = {
  readonly grounds: readonly Item[];
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

function OpenDialog({ grounds, open, onClose, onDone }: DialogProps) {
  const { today } = useAsOf();
  const { message } = App.useApp();
  const write = useWrite('claims.open');
  const save = (values: { readonly on: Dayjs; readonly person: string }) => {
    rememberPerson(values.person);
    write.mutate(
      {
        grounds: grounds.map(({ firmId, clause, groundKey }) => ({ firmId, clause, groundKey })),
        on: dayOf(values.on),
        person: values.person,
      },
      {
        onSuccess: ({ ids }) => {
          void message.success(`已立项 ${ids.length} 笔，到“办理”中继续`);
          onDone();
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={`立项 · ${grounds.length} 笔`}
      okText="立项"
      open={open}
      pending={write.isPending}
      initial={{ on: dayjs(today), person: lastPerson() }}
      onSave={save}
      onClose={onClose}
    >
      <p>立项后留下测算金额和测算说明，可在变更历史中撤销。</p>
      <DayField name="on" label="立项日期" />
      <LineField name="person" label="经办人" required />
    </FormDialog>
  );
}
