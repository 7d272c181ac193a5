import { StatusWord } from '#renderer/ui/status-word.tsx';
import type { OutputOf } from '#shared/contract/api.ts';

/** A batch with its sums. */
export type Batch = OutputOf<'batches.list'>['batches'][number];

const stageWords = {
  open: { kind: 'info', text: '编制中' },
  locked: { kind: 'info', text: '已锁定' },
  announced: { kind: 'warn', text: '公示中' },
  ended: { kind: 'ok', text: '公示期满' },
  paid: { kind: 'ok', text: '已拨付' },
} as const;

/** How far a batch has come. */
export function BatchStage({ batch }: { readonly batch: Batch }) {
  return <StatusWord {...stageWords[batch.stage]} />;
}
