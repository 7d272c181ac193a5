import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { useJob } from '#renderer/client/use-job.ts';
import { useApi, useWrite } from '#renderer/client/use-query.ts';
import type { Draft, Receipt } from '../outcomes.ts';
import type { Choices, TableChoice } from './mapping-step.tsx';
import { stepAfter, stepBefore, stepOf, type WizardStep } from './steps.ts';

/** Everything the wizard knows and does; nothing is written before `commit`. */
export function useWizard() {
  const { draftId = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const location = useLocation();
  const navigate = useNavigate();
  const [choices, setChoices] = useState<Choices>({});
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const queries = useQueryClient();
  const query = useApi('imports.draft', { draftId }, { enabled: receipt === null });
  const remap = useJob('imports.remap');
  const commit = useJob('imports.commit');
  const discard = useWrite('imports.discard');
  const step = stepOf(params.get('step'));

  const goTo = (next: WizardStep) => setParams({ step: next }, { state: location.state });
  const putDraft = async (draft: Draft) => {
    queries.setQueryData(['imports.draft', { draftId }], draft);
    await queries.invalidateQueries({ queryKey: ['imports.rows'] });
  };

  /** Checks the tables again whose kind or columns were changed; false when cancelled or failed. */
  const applyChoices = async (): Promise<boolean> => {
    for (const [table, choice] of Object.entries(choices)) {
      const draft = await remap.start({
        draftId,
        table: Number(table),
        kind: choice.kind,
        columns: choice.mapping.map(({ index, field }) => ({ index, field })),
      });
      if (draft === undefined) return false;
      await putDraft(draft);
      setChoices(({ [Number(table)]: _applied, ...rest }) => rest);
    }
    return true;
  };

  return {
    draftId,
    step,
    draft: query.data,
    failure: query.data === undefined ? query.error?.failure : undefined,
    retry: () => void query.refetch(),
    choices,
    setChoice: (table: number, choice: TableChoice | null) =>
      setChoices(({ [table]: _old, ...rest }) => (choice === null ? rest : { ...rest, [table]: choice })),
    remap,
    commit,
    receipt,
    back: () => {
      const before = stepBefore(step);
      if (before !== undefined) goTo(before);
    },
    forward: async () => {
      const after = stepAfter(step);
      if (after !== undefined && (await applyChoices())) goTo(after);
    },
    write: async () => {
      const done = await commit.start({ draftId });
      if (done !== undefined) setReceipt(done);
      else await query.refetch(); // the ledger may have changed meanwhile: show the new comparison
    },
    /** Throws the draft away and goes back to where rosters come in. */
    discard: () => {
      // Columns not applied yet go with the draft: on the way out nobody has to be asked about them.
      flushSync(() => setChoices({}));
      void navigate('/imports');
      discard.mutate({ draftId });
    },
  };
}
