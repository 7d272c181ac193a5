import { App, Button, Drawer } from 'antd';
import { useState } from 'react';
import { useWrite } from '#renderer/client/use-query.ts';
import { AttachmentLine } from '#renderer/ui/attachments/attachment-line.tsx';
import { useConfirm } from '#renderer/ui/use-confirm.tsx';
import { taskReportText, taskStateText } from '#shared/domain/task.ts';
import { figureText, type Task } from './figure-text.ts';
import { NoteDialog, type NoteTask } from './note-dialog.tsx';

type Note = Task['notes'][number];

type Props = {
  readonly task: Task | null;
  readonly onPlan: (task: Task) => void;
  readonly onClose: () => void;
};

/** One task: who does it, where its figures stand and come from, and its entries of progress. */
export function TaskDrawer({ task, onPlan, onClose }: Props) {
  return (
    <Drawer title={task?.title} open={task !== null} onClose={onClose} size={640} destroyOnHidden>
      {task === null ? null : <Content task={task} onPlan={onPlan} />}
    </Drawer>
  );
}

function Content({ task, onPlan }: Pick<Props, 'onPlan'> & { readonly task: Task }) {
  const [noteTask, setNoteTask] = useState<NoteTask | null>(null);
  const limits = [
    `时限：${task.dueOn ?? '未设置'}`,
    ...(task.owner === null ? [] : [`督办人：${task.owner}`]),
    ...(task.remark === null ? [] : [task.remark]),
  ];
  return (
    <div className="task-drawer">
      <p>{`${task.group} · ${taskStateText[task.state]} · ${limits.join(' · ')}`}</p>
      <dl className="task-facts">
        <dt>责任单位</dt>
        <dd>{task.leads.join('、')}</dd>
        <dt>配合单位</dt>
        <dd>{task.supports.join('、') || '—'}</dd>
        <dt>依据</dt>
        <dd>{task.reference}</dd>
        {task.indicators.map((each) => (
          <Figure key={each.id} indicator={each} />
        ))}
      </dl>
      <div className="task-tools">
        <Button type="primary" onClick={() => setNoteTask({ task, note: null })}>
          登记进展
        </Button>
        <Button onClick={() => onPlan(task)}>设置时限</Button>
      </div>
      <Notes task={task} onEdit={(note) => setNoteTask({ task, note })} />
      <NoteDialog open={noteTask} onClose={() => setNoteTask(null)} />
    </div>
  );
}

function Figure({ indicator }: { readonly indicator: Task['indicators'][number] }) {
  return (
    <>
      <dt>{indicator.label}</dt>
      <dd>
        <span className="figures">{figureText(indicator)}</span>
        <span className="quiet">{`　${indicator.source}`}</span>
      </dd>
    </>
  );
}

function Notes({ task, onEdit }: { readonly task: Task; readonly onEdit: (note: Note) => void }) {
  const { message } = App.useApp();
  const { dangerConfirm } = useConfirm();
  const remove = useWrite('tasks.removeNote');
  const ask = async (note: Note) => {
    const sure = await dangerConfirm({
      title: '删除进展',
      lost: [`${note.on} ${note.text}`],
      back: '删除可在变更历史中撤销。',
      okText: '删除',
    });
    if (sure) remove.mutate({ id: note.id }, { onSuccess: () => void message.success('已删除') });
  };
  if (task.notes.length === 0) return <p className="quiet">还没有登记进展。</p>;
  return (
    <ul className="task-notes" aria-label="进展">
      {task.notes.map((note) => (
        <li key={note.id}>
          <div className="task-note-head">
            <strong>{note.on}</strong>
            <span>{`${note.unit ?? '本局'} · ${taskReportText[note.report]}`}</span>
            <span className="task-note-actions">
              <Button type="link" size="small" onClick={() => onEdit(note)}>
                修改
              </Button>
              <Button type="link" size="small" onClick={() => void ask(note)}>
                删除
              </Button>
            </span>
          </div>
          <p>{note.text}</p>
          {note.figures.length === 0 ? null : (
            <p className="quiet">{note.figures.map(({ label, value }) => `${label} ${value}`).join('；')}</p>
          )}
          <AttachmentLine owner={{ kind: 'task-note', id: note.id }} />
        </li>
      ))}
    </ul>
  );
}
