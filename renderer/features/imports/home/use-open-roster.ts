import { useState } from 'react';
import { useNavigate } from 'react-router';
import { call } from '#renderer/client/api.ts';
import { useJob } from '#renderer/client/use-job.ts';
import { useWrite } from '#renderer/client/use-query.ts';
import { grantFiles } from '#renderer/ui/grant-files.ts';
import type { FileToken } from '#shared/contract/bridge.ts';
import type { Refused, WizardState } from '../refused.ts';

/** Choosing or dropping rosters, reading them with progress, and going on to the wizard. */
export function useOpenRoster() {
  const navigate = useNavigate();
  const job = useJob('imports.open');
  const choose = useWrite('files.choose');
  const [refused, setRefused] = useState<readonly Refused[]>([]);

  const open = async (tokens: readonly FileToken[], notGranted: readonly Refused[]) => {
    setRefused(notGranted);
    if (tokens.length === 0) return;
    const draft = await job.start({ tokens: tokens.map(({ token }) => token) });
    if (draft === undefined) return; // cancelled, or failed: the job shows why
    if (draft.tables.length > 0) {
      const state: WizardState = { refused: notGranted };
      await navigate(`/imports/${draft.draftId}?step=mapping`, { state });
      return;
    }
    setRefused([...notGranted, ...draft.failures.map(({ fileName, message }) => ({ fileName, message }))]);
    await call('imports.discard', { draftId: draft.draftId });
  };

  return {
    job,
    refused,
    /** Shows the system dialog. */
    choose: async () => {
      const chosen = await choose.mutateAsync({}).catch(() => undefined); // the error dialog has said why
      if (chosen !== undefined) await open(chosen.files, []);
    },
    /** Takes dropped files; main looks at each before it is read. */
    drop: async (files: readonly File[]) => {
      const { tokens, notGranted } = await grantFiles(files);
      await open(tokens, notGranted);
    },
  };
}
