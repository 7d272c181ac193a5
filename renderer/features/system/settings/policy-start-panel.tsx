import { App, Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useDistrict } from '#renderer/app/as-of.tsx';
import { useWrite } from '#renderer/client/use-query.ts';
import { StatusWord } from '#renderer/ui/status-word.tsx';
import { useConfirm } from '#renderer/ui/use-confirm.tsx';
import type { Day } from '#shared/domain/day.ts';

/** 政策起始日: the day that a document leaves blank and the bureau fills in; said plainly where none is needed. */
export function PolicyStartPanel() {
  const { documentTitle, policyStart, policyStartPending } = useDistrict();
  const needed = policyStartPending || policyStart !== null;
  return (
    <section className="panel" aria-labelledby="policy-start">
      <div className="panel-head">
        <h2 id="policy-start">政策起始日</h2>
        {needed ? <StartState pending={policyStartPending} day={policyStart} /> : null}
      </div>
      {needed ? (
        <PolicyStartForm key={policyStart} day={policyStart} />
      ) : (
        <p>《{documentTitle}》已写明施行日期，无需填写。</p>
      )}
    </section>
  );
}

function StartState({ pending, day }: { readonly pending: boolean; readonly day: Day | null }) {
  return pending ? <StatusWord kind="warn" text="待定" /> : <StatusWord kind="ok" text={`已定：${day}`} />;
}

function PolicyStartForm({ day }: { readonly day: Day | null }) {
  const { documentTitle } = useDistrict();
  const [typed, setTyped] = useState<Day | null>(day);
  const { message } = App.useApp();
  const { askReason } = useConfirm();
  const write = useWrite('settings.setPolicyStart');
  const save = async () => {
    const reason = await askReason({
      title: typed === null ? '把政策起始日改回待定？' : `政策起始日定为 ${typed}？`,
      lines: ['起始日决定哪些认定适用本政策，奖补测算会随之变化；已留存的测算结果不变。'],
      okText: '保存',
    });
    if (reason === null) return;
    write.mutate({ day: typed, reason }, { onSuccess: () => void message.success('政策起始日已保存') });
  };
  return (
    <>
      <p>《{documentTitle}》的施行日期留空，要由本局填写。填写之前，奖补测算会注明“起始日待定”。</p>
      <div className="settings-row">
        <label htmlFor="policy-start-day">起始日</label>
        <DatePicker
          id="policy-start-day"
          value={typed === null ? null : dayjs(typed)}
          placeholder="待定"
          onChange={(value) => setTyped(value?.format('YYYY-MM-DD') ?? null)}
        />
        <Button type="primary" disabled={typed === day} loading={write.isPending} onClick={() => void save()}>
          保存
        </Button>
      </div>
    </>
  );
}
