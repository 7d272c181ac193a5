import { Button, Input, Select, Space } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useApi } from '#renderer/client/use-query.ts';
import type { OutputOf } from '#shared/contract/api.ts';
import { parseFigureField } from '#shared/text/year-figure-text.ts';
import { DiagnosisResult, OutcomeWord } from './diagnosis-result.tsx';
import { EmptyState } from './empty-state.tsx';
import { Loaded } from './loaded.tsx';

type Targets = OutputOf<'diagnosis.targets'>['targets'];
type Application = 'new' | 'review';

type Props = { readonly firmId: number; readonly heldTitleIds: readonly string[] };

/** 对标诊断 of one firm: choose a title, see every condition, try another amount of R&D. */
export function FirmDiagnosis(props: Props) {
  const { asOf } = useAsOf();
  const targets = useApi('diagnosis.targets', { asOf }, { keepPrevious: true });
  return <Loaded query={targets}>{(data) => <Chosen {...props} targets={data.targets} />}</Loaded>;
}

function Chosen({ firmId, heldTitleIds, targets }: Props & { readonly targets: Targets }) {
  const { asOf, year } = useAsOf();
  const [params] = useSearchParams();
  const [wanted, setWanted] = useState<string | null>(params.get('title'));
  const [typed, setTyped] = useState('');
  const [assumed, setAssumed] = useState<number | null>(null);
  const lastHeld = targets.findLastIndex((target) => heldTitleIds.includes(target.titleId));
  const first = targets.slice(lastHeld + 1).find((target) => target.new !== null) ?? targets[0];
  const titleId = wanted ?? first?.titleId;
  const target = targets.find((each) => each.titleId === titleId);
  const held = titleId !== undefined && heldTitleIds.includes(titleId);
  const application: Application = (held && target?.review != null) || target?.new == null ? 'review' : 'new';
  const query = useApi(
    'diagnosis.get',
    {
      firmId,
      titleId: titleId ?? '',
      application,
      asOf,
      ...(assumed === null ? {} : { assume: { rdSpend: assumed } }),
    },
    { enabled: titleId !== undefined, keepPrevious: true },
  );
  if (titleId === undefined) {
    return <EmptyState title="这一天没有适用的认定标准" hint="请在右上方换一个截至日期。" />;
  }
  const parsed = parseFigureField('rdSpend', typed);
  return (
    <>
      <Space wrap className="diagnosis-tools">
        <Select
          aria-label="对照的称号"
          className="diagnosis-target"
          value={titleId}
          options={targets.map((each) => ({ value: each.titleId, label: each.label }))}
          onChange={setWanted}
        />
        <span>{application === 'new' ? '新申报' : '复核'}</span>
        <Input
          aria-label="假设研发费用"
          className="diagnosis-assume"
          prefix={`假设 ${year - 1} 年研发费用`}
          suffix="万元"
          value={typed}
          status={parsed === undefined ? 'error' : ''}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button disabled={parsed == null} onClick={() => setAssumed(parsed ?? null)}>
          试算
        </Button>
        {assumed === null ? null : (
          <Button
            onClick={() => {
              setAssumed(null);
              setTyped('');
            }}
          >
            回到实际数据
          </Button>
        )}
      </Space>
      <Loaded query={query}>
        {(data) => (
          <>
            <p>
              <OutcomeWord outcome={data.outcome} /> {data.standard.label}
              {assumed === null ? '' : '（假设，不写入台账）'}：{countWords(data)}
            </p>
            <DiagnosisResult data={data} />
          </>
        )}
      </Loaded>
    </>
  );
}

function countWords({ items }: OutputOf<'diagnosis.get'>): string {
  const count = (outcome: string) => items.filter((item) => item.outcome === outcome).length;
  return `共 ${items.length} 项，符合 ${count('met')} 项，不符合 ${count('unmet')} 项，缺数据 ${count('unknown')} 项，需人工判断 ${count('judge')} 项。`;
}
