import { DownOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { useConfirm } from '#renderer/ui/use-confirm.tsx';
import { type DraftTable, sumCounts } from '../outcomes.ts';
import { type ConflictWay, conflictWays } from './decision-text.ts';
import type { RowWork } from './use-row-work.ts';

type Props = {
  readonly tables: readonly DraftTable[];
  readonly work: RowWork;
};

/** All conflicts of the tables on screen decided the same way, after a question that says how many. */
export function ConflictsButton({ tables, work }: Props) {
  const { confirm } = useConfirm();
  const { message } = App.useApp();
  const count = sumCounts(tables.map((table) => table.counts)).conflicts;
  if (count === 0) return null;
  const decide = async (way: ConflictWay) => {
    const { word, meaning } = conflictWays[way];
    const agreed = await confirm({
      title: `${count} 行冲突一律“${word}”？`,
      lines: [
        meaning,
        ...(way === 'skip' ? [] : ['有几种可能、或没有这个选项的行不会动，仍须逐行选定。']),
        '之后仍可逐行收回；写入台账之前都不作数。',
      ],
      okText: word,
    });
    if (!agreed) return;
    const wanted = tables.filter(({ counts }) => counts.conflicts > 0).map(({ table }) => table);
    const left = await work.decideConflicts(wanted, way);
    if (left === null) return;
    void message.info(leftText(count - left, left));
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: ways.map((way) => ({ key: way, label: conflictWays[way].word })),
        onClick: ({ key }) => {
          const way = ways.find((each) => each === key);
          if (way !== undefined) void decide(way);
        },
      }}
    >
      <Button loading={work.busy} icon={<DownOutlined aria-hidden />} iconPlacement="end">
        全部冲突（{count} 行）
      </Button>
    </Dropdown>
  );
}

const ways = ['ledger', 'roster', 'skip'] as const;

function leftText(decided: number, left: number): string {
  if (decided <= 0) return '这些冲突没有这个选项，或有几种可能，请逐行选定。';
  return left === 0 ? `已处理 ${decided} 行冲突。` : `已处理 ${decided} 行冲突，还有 ${left} 行须逐行选定。`;
}
