import { App, Button } from 'antd';
import { useState } from 'react';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useApi, useWrite } from '#renderer/client/use-query.ts';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { StatusWord } from '#renderer/ui/status-word.tsx';
import { useConfirm } from '#renderer/ui/use-confirm.tsx';
import { RequestTable } from '#renderer/ui/visits/request-table.tsx';
import { useVisitActions } from '#renderer/ui/visits/use-visit-actions.tsx';
import { VisitTable } from '#renderer/ui/visits/visit-table.tsx';

const pageSize = 20;

type Props = { readonly firm: { readonly id: number; readonly name: string } };

/** 走访与诉求 of one firm, and whether it asked to be left in peace. */
export function ServicesTab({ firm }: Props) {
  const { asOf } = useAsOf();
  const [visitPage, setVisitPage] = useState(1);
  const [requestPage, setRequestPage] = useState(1);
  const actions = useVisitActions({ firmId: firm.id, firm: firm.name });
  const frame = { asOf, firmId: firm.id, limit: pageSize };
  const visits = useApi(
    'visits.list',
    { ...frame, offset: (visitPage - 1) * pageSize },
    { keepPrevious: true },
  );
  const requests = useApi(
    'requests.list',
    { ...frame, offset: (requestPage - 1) * pageSize },
    { keepPrevious: true },
  );
  return (
    <div className="firm-services">
      <section>
        <div className="visit-tools">
          <h2>走访</h2>
          <Quiet firm={firm} />
          <div className="visit-tools-end">
            <Button onClick={actions.addVisit}>登记走访</Button>
          </div>
        </div>
        <Loaded query={visits}>
          {({ rows, total }) => (
            <VisitTable
              ofFirm
              rows={rows}
              total={total}
              page={visitPage}
              pageSize={pageSize}
              onPage={setVisitPage}
              onEdit={actions.editVisit}
              onRequest={actions.addRequest}
              onRemove={actions.removeVisit}
            />
          )}
        </Loaded>
      </section>
      <section>
        <div className="visit-tools">
          <h2>诉求</h2>
          <div className="visit-tools-end">
            <Button onClick={() => actions.addRequest(null)}>登记诉求</Button>
          </div>
        </div>
        <Loaded query={requests}>
          {({ rows, total }) => (
            <RequestTable
              ofFirm
              rows={rows}
              total={total}
              page={requestPage}
              pageSize={pageSize}
              onPage={setRequestPage}
              onEdit={actions.editRequest}
              onRemove={actions.removeRequest}
            />
          )}
        </Loaded>
      </section>
      {actions.dialogs}
    </div>
  );
}

/** 免打扰: the wish of the firm with its reason, taken down or lifted. */
function Quiet({ firm }: Props) {
  const { asOf } = useAsOf();
  const { message } = App.useApp();
  const { askReason, confirm } = useConfirm();
  const known = useApi('visits.before', { firmId: firm.id, asOf });
  const write = useWrite('visits.quiet');
  if (known.data === undefined) return null;
  const { quiet } = known.data;
  const done = { onSuccess: () => void message.success('已登记') };
  const ask = async () => {
    const title = '登记免打扰';
    const lines = [`${asOf} 起，没有未办结诉求时不给${firm.name}安排计划走访。`];
    const reason = await askReason({ title, lines, okText: '登记', needed: true });
    if (reason !== null) write.mutate({ firmId: firm.id, quiet: { from: asOf, reason } }, done);
  };
  const lift = async () => {
    const question = { title: '取消免打扰', lines: ['之后可以照常安排走访。'], okText: '取消免打扰' };
    if (await confirm(question)) write.mutate({ firmId: firm.id, quiet: null }, done);
  };
  if (quiet === null) {
    return (
      <Button type="link" onClick={ask}>
        登记免打扰
      </Button>
    );
  }
  return (
    <>
      <StatusWord kind="warn" text={`${quiet.from} 起免打扰：${quiet.reason}`} />
      <Button type="link" onClick={lift}>
        取消免打扰
      </Button>
    </>
  );
}
