import '../firms.css';
import { ArrowLeftOutlined, EditOutlined } from '@ant-design/icons';
import { Button, Spin, Tabs } from 'antd';
import { useState } from 'react';
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useApi } from '#renderer/client/use-query.ts';
import { AttachmentsPanel } from '#renderer/ui/attachments/attachments-panel.tsx';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { FirmDiagnosis } from '#renderer/ui/firm-diagnosis.tsx';
import { Page } from '#renderer/ui/page.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { statusText } from '#shared/text/firm-text.ts';
import { FirmChips } from '../firm-chips.tsx';
import { FirmCode } from '../firm-code.tsx';
import { listAddress } from '../list-address.ts';
import { YearsTab } from '../years/years-tab.tsx';
import { AwardsTab } from './awards-tab.tsx';
import { BasicsTab } from './basics-tab.tsx';
import { Entitlements } from './entitlements.tsx';
import { HistoryTab } from './history-tab.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { RecordEventDialog } from './record-event-dialog.tsx';
import { ServicesTab } from './services-tab.tsx';
import { SplitDialog } from './split-dialog.tsx';
import { TitleTimeLine } from './title-time-line.tsx';
import { TitlesTab } from './titles-tab.tsx';

/** 企业画像: everything the ledger knows of one firm. */
export function FirmPage() {
  const { id } = useParams();
  const { asOf } = useAsOf();
  const query = useApi('firms.get', { id: Number(id), asOf }, { keepPrevious: true });
  if (query.error) {
    return (
      <Page title="企业画像" state="">
        <ErrorPanel failure={query.error.failure} onRetry={() => void query.refetch()} />
      </Page>
    );
  }
  if (query.data === undefined) return <Spin />;
  return <FirmView detail={query.data} asOf={asOf} />;
}

function FirmView({ detail, asOf }: { readonly detail: OutputOf<'firms.get'>; readonly asOf: string }) {
  const { row } = detail;
  const navigate = useNavigate();
  const location = useLocation();
  const [params, setParams] = useSearchParams();
  const [recording, setRecording] = useState(false);
  const [moving, setMoving] = useState(false);
  const [splitting, setSplitting] = useState(false);
  const tab = params.get('tab') ?? 'basics';
  return (
    <Page
      title={row.name}
      state={stateSentence(detail, asOf)}
      actions={
        <>
          <Button icon={<ArrowLeftOutlined />} onClick={() => void navigate(listAddress(location.state))}>
            返回列表
          </Button>
          <Button onClick={() => void navigate(`/plans/${row.id}`)}>一企一策</Button>
          <Button onClick={() => setRecording(true)}>登记称号事件</Button>
          {row.status === 'closed' ? null : <Button onClick={() => setMoving(true)}>迁移与注销</Button>}
          <Button onClick={() => setSplitting(true)}>拆分</Button>
          <Button
            type="primary"
            icon={<EditOutlined />}
            onClick={() => void navigate(`/firms/${row.id}/edit`, { state: location.state })}
          >
            编辑
          </Button>
        </>
      }
    >
      <div className="firm-head">
        <FirmCode row={row} />
        <FirmChips row={row} />
      </div>
      <div className="firm-body">
        <Tabs
          className="firm-tabs"
          activeKey={tab}
          onChange={(key) => setParams({ tab: key }, { replace: true, state: location.state })}
          items={[
            { key: 'basics', label: '基本信息', children: <BasicsTab detail={detail} /> },
            {
              key: 'titles',
              label: `梯度 ${detail.titleEvents.length}`,
              children: <TitlesTab detail={detail} onRecord={() => setRecording(true)} />,
            },
            { key: 'years', label: '经营数据', children: <YearsTab firm={row} /> },
            {
              key: 'diagnosis',
              label: '诊断',
              children: (
                <FirmDiagnosis
                  firmId={row.id}
                  heldTitleIds={row.titles
                    .filter((title) => title.state !== 'lapsed')
                    .map((title) => title.titleId)}
                />
              ),
            },
            {
              key: 'awards',
              label: `奖补 ${detail.awards.length}`,
              children: (
                <>
                  <AwardsTab awards={detail.awards} />
                  <Entitlements rows={detail.entitlements} />
                </>
              ),
            },
            {
              key: 'services',
              label: '走访诉求',
              children: <ServicesTab firm={row} />,
            },
            {
              key: 'attachments',
              label: `附件 ${detail.attachments}`,
              destroyOnHidden: true,
              children: <AttachmentsPanel owner={{ kind: 'firm', id: row.id }} />,
            },
            { key: 'history', label: '历史', destroyOnHidden: true, children: <HistoryTab firm={row} /> },
          ]}
        />
        {['titles', 'years', 'diagnosis', 'awards', 'services', 'attachments'].includes(tab) ? null : (
          <aside className="firm-aside" aria-label="称号时间线">
            <h2>称号时间线</h2>
            <TitleTimeLine events={detail.titleEvents} currentName={row.name} />
          </aside>
        )}
      </div>
      {splitting ? <SplitDialog firm={row} onClose={() => setSplitting(false)} /> : null}
      {moving ? <MoveDialog firm={row} onClose={() => setMoving(false)} /> : null}
      <RecordEventDialog firm={row} open={recording} onClose={() => setRecording(false)} />
    </Page>
  );
}

function stateSentence({ row, formerNames }: OutputOf<'firms.get'>, asOf: string): string {
  const valid = row.titles.filter((title) => title.state !== 'lapsed').length;
  const where = [row.streetLabel, row.platformLabel].filter((label) => label !== null).join('、');
  const former = formerNames.map(({ name }) => name).join('、');
  return [
    `${statusText[row.status]}`,
    where === '' ? '街道未填' : where,
    `截至 ${asOf} 有效称号 ${valid} 项`,
    former === '' ? '' : `曾用名：${former}`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
