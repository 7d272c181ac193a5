import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { MoneyText } from '#renderer/ui/money-text.tsx';
import { type StatusKind, StatusWord } from '#renderer/ui/status-word.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { type ClaimState, claimStateText } from '#shared/domain/claim.ts';

/** A claim as lists show it. */
export type ClaimRow = OutputOf<'claims.list'>['rows'][number];

const stateKinds: Readonly<Record<ClaimState, StatusKind>> = {
  computed: 'info',
  filed: 'info',
  checked: 'info',
  decided: 'info',
  announced: 'info',
  paid: 'ok',
  archived: 'ok',
  returned: 'warn',
  refused: 'muted',
  withdrawn: 'muted',
};

/** Where a claim stands, as a word with its shape. */
export function ClaimStateWord({ state }: { readonly state: ClaimState }) {
  return <StatusWord kind={stateKinds[state]} text={claimStateText[state]} />;
}

/** Columns of a list of claims: whose, what for, the four amounts. */
export const claimColumns: TableColumnsType<ClaimRow> = [
  { title: '编号', width: 64, align: 'right', render: (_value, row) => row.id },
  {
    title: '企业名称',
    width: 230,
    render: (_value, row) => (
      <Link to={`/firms/${row.firmId}`} onClick={(event) => event.stopPropagation()}>
        {row.firm}
      </Link>
    ),
  },
  { title: '街道', width: 90, render: (_value, row) => row.streetLabel ?? '—' },
  { title: '事由', render: (_value, row) => row.ground },
  ...(
    [
      ['测算', (row) => row.computedFen],
      ['申报', (row) => row.requestedFen],
      ['核定', (row) => row.decidedFen],
      ['拨付', (row) => row.paidFen],
    ] as const satisfies readonly (readonly [string, (row: ClaimRow) => number | null])[]
  ).map(([label, amount]) => ({
    title: label,
    width: 90,
    align: 'right' as const,
    render: (_value: unknown, row: ClaimRow) => <MoneyText fen={amount(row)} />,
  })),
];

/** The step a claim stands at, and its batch. */
export const claimStateColumns: TableColumnsType<ClaimRow> = [
  { title: '步骤', width: 100, render: (_value, row) => <ClaimStateWord state={row.state} /> },
  { title: '批次', width: 110, render: (_value, row) => row.batch ?? '—' },
];
