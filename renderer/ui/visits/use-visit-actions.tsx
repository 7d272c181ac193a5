import { App } from 'antd';
import { type ReactNode, useState } from 'react';
import { useWrite } from '#renderer/client/use-query.ts';
import { useConfirm } from '#renderer/ui/use-confirm.tsx';
import { RequestDialog, type RequestRow, type RequestTask } from './request-dialog.tsx';
import { VisitDialog, type VisitRow, type VisitTask } from './visit-dialog.tsx';

/** What can be done about visits and requests, with the dialogs it needs. */
export type VisitActions = {
  readonly addVisit: () => void;
  readonly editVisit: (visit: VisitRow) => void;
  readonly removeVisit: (visit: VisitRow) => void;
  readonly addRequest: (visit: VisitRow | null) => void;
  readonly editRequest: (request: RequestRow) => void;
  readonly removeRequest: (request: RequestRow) => void;
  readonly dialogs: ReactNode;
};

const back = '删除可在变更历史中撤销。';

/** Dialogs of 走访 and 诉求; with a firm, everything new is of that firm. */
export function useVisitActions(firm: VisitTask['firm'] = null): VisitActions {
  const [visitTask, setVisitTask] = useState<VisitTask | null>(null);
  const [requestTask, setRequestTask] = useState<RequestTask | null>(null);
  const { message } = App.useApp();
  const { dangerConfirm } = useConfirm();
  const removeVisit = useWrite('visits.remove');
  const removeRequest = useWrite('requests.remove');
  const done = { onSuccess: () => void message.success('已删除') };
  return {
    addVisit: () => setVisitTask({ visit: null, firm }),
    editVisit: (visit) => setVisitTask({ visit, firm: null }),
    removeVisit: async (visit) => {
      const lost = [`${visit.firm}：${visit.visitedOn ?? visit.plannedOn ?? ''} 的走访。诉求保留。`];
      if (await dangerConfirm({ title: '删除走访', lost, back, okText: '删除' }))
        removeVisit.mutate({ id: visit.id }, done);
    },
    addRequest: (visit) => setRequestTask({ request: null, firm: visit ?? firm, visit }),
    editRequest: (request) => setRequestTask({ request, firm: null, visit: null }),
    removeRequest: async (request) => {
      const lost = [`${request.firm}：${request.text}`];
      if (await dangerConfirm({ title: '删除诉求', lost, back, okText: '删除' }))
        removeRequest.mutate({ id: request.id }, done);
    },
    dialogs: (
      <>
        <VisitDialog task={visitTask} onClose={() => setVisitTask(null)} />
        <RequestDialog task={requestTask} onClose={() => setRequestTask(null)} />
      </>
    ),
  };
}
