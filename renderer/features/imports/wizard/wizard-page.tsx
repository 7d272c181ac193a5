import { Alert, Button, Space, Spin, Steps } from 'antd';
import '../imports.css';
import { useLocation, useNavigate } from 'react-router';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { useConfirm } from '#renderer/ui/use-confirm.tsx';
import { useLeaveGuard } from '#renderer/ui/use-leave-guard.ts';
import { discardQuestion } from '../discard-question.ts';
import { JobProgress } from '../job-progress.tsx';
import type { Draft } from '../outcomes.ts';
import { refusedOf } from '../refused.ts';
import { useUndoImport } from '../use-undo-import.ts';
import { CheckStep } from './check-step.tsx';
import { ConfirmStep } from './confirm-step.tsx';
import { FilesStep } from './files-step.tsx';
import { MappingStep } from './mapping-step.tsx';
import { ReceiptStep } from './receipt-step.tsx';
import { stepAfter, stepBefore, stepHints, stepTitles, wizardSteps } from './steps.ts';
import { canCommit } from './summary.ts';
import { useWizard } from './use-wizard.ts';

type Wizard = ReturnType<typeof useWizard>;

/** 导入名册: one decision a screen, back without loss, a summary in words, a receipt. */
export function WizardPage() {
  const wizard = useWizard();
  const undo = useUndoImport();
  useLeaveGuard({
    active: Object.keys(wizard.choices).length > 0 && wizard.receipt === null,
    title: '列对应的改动还没有核对，确定离开？',
    lines: ['按“下一步”后改动才会保存到这份草稿。草稿本身会保留，可在“名册交换—未完成的导入”继续。'],
    okText: '离开',
  });
  if (wizard.receipt !== null) {
    const { changeSetId } = wizard.receipt;
    return (
      <Page title="导入名册" state="本次导入已写入台账。">
        <StepBar current={stepTitles.length - 1} />
        <ReceiptStep
          receipt={wizard.receipt}
          undone={undo.undone}
          onUndo={() =>
            changeSetId !== null &&
            void undo.ask(changeSetId, wizard.receipt?.files.map((file) => file.fileName) ?? [])
          }
        />
      </Page>
    );
  }
  return (
    <Page title="导入名册" state={stepHints[wizard.step]}>
      <StepBar current={wizardSteps.indexOf(wizard.step)} />
      <DraftBody wizard={wizard} />
    </Page>
  );
}

function StepBar({ current }: { readonly current: number }) {
  return (
    <Steps
      className="import-steps"
      size="small"
      current={current}
      items={stepTitles.map((title) => ({ title }))}
    />
  );
}

function DraftBody({ wizard }: { readonly wizard: Wizard }) {
  const navigate = useNavigate();
  const { draft, failure } = wizard;
  if (failure?.code === 'draft-missing') {
    return (
      <EmptyState
        title="这份导入草稿已不在"
        hint="它已经写入台账，或已被放弃。"
        action={
          <Button type="primary" onClick={() => void navigate('/imports')}>
            重新选择文件
          </Button>
        }
      />
    );
  }
  if (failure !== undefined) return <ErrorPanel failure={failure} onRetry={wizard.retry} />;
  if (draft === undefined) return <Spin description="正在取回草稿" />;
  return (
    <>
      <StepBody wizard={wizard} draft={draft} />
      <JobProgress job={wizard.remap} what="重新核对" />
      <JobProgress job={wizard.commit} what="写入台账" />
      <Footer wizard={wizard} draft={draft} />
    </>
  );
}

function StepBody({ wizard, draft }: { readonly wizard: Wizard; readonly draft: Draft }) {
  const location = useLocation();
  switch (wizard.step) {
    case 'files':
      return <FilesStep draft={draft} refused={refusedOf(location.state)} />;
    case 'mapping':
      return <MappingStep draft={draft} choices={wizard.choices} onChoice={wizard.setChoice} />;
    case 'check':
      return <CheckStep draft={draft} />;
    case 'confirm':
      return <ConfirmStep draft={draft} />;
  }
}

function Footer({ wizard, draft }: { readonly wizard: Wizard; readonly draft: Draft }) {
  const navigate = useNavigate();
  const { dangerConfirm } = useConfirm();
  const busy = wizard.remap.running || wizard.commit.running;
  const last = stepAfter(wizard.step) === undefined;
  const nothing = last && !canCommit(draft);
  const askDiscard = async () => {
    if (await dangerConfirm(discardQuestion(draft.tables.map(({ fileName }) => fileName)))) wizard.discard();
  };
  return (
    <div className="import-footer">
      {nothing ? <Alert type="info" showIcon title="没有需要写入的内容，无需确认导入。" /> : null}
      <Space>
        {stepBefore(wizard.step) === undefined ? null : (
          <Button disabled={busy} onClick={wizard.back}>
            上一步
          </Button>
        )}
        {last ? (
          <Button
            type="primary"
            disabled={busy || nothing}
            loading={wizard.commit.running}
            onClick={() => void wizard.write()}
          >
            确认导入
          </Button>
        ) : (
          <Button
            type="primary"
            disabled={busy}
            loading={wizard.remap.running}
            onClick={() => void wizard.forward()}
          >
            下一步
          </Button>
        )}
        <Button disabled={busy} onClick={() => void navigate('/imports')}>
          稍后继续
        </Button>
        <Button type="text" danger disabled={busy} onClick={() => void askDiscard()}>
          放弃
        </Button>
      </Space>
    </div>
  );
}
