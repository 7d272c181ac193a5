import { CopyOutlined, EditOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { call, failureOf } from '#renderer/client/api.ts';
import { copyText } from '#renderer/ui/copy-text.ts';
import { useErrorDialog } from '#renderer/ui/error-dialog.tsx';
import type { InputOf } from '#shared/contract/api.ts';
import type { FirmListColumn } from '#shared/text/firm-columns.ts';
import type { FirmRow, FirmSort } from './firm-columns.tsx';
import { tableText } from './table-text.ts';

type Props = {
  readonly ticked: readonly number[];
  readonly total: number;
  readonly filter: InputOf<'firms.search'>['filter'];
  readonly sort: FirmSort;
  readonly columns: readonly FirmListColumn[];
  /** Rows of the present page. */
  readonly rows: readonly FirmRow[];
  readonly onTick: (ids: readonly number[]) => void;
  readonly onBatch: () => void;
};

/** What can be done with the ticked firms; it stands above the table while any is ticked. */
export function SelectionBar(props: Props) {
  const { ticked, total, filter, sort, onTick } = props;
  const { message } = App.useApp();
  const showError = useErrorDialog();
  if (ticked.length === 0) return null;
  const tickAll = async () => {
    try {
      onTick((await call('firms.ids', { filter, sort })).ids);
    } catch (error) {
      showError(failureOf(error));
    }
  };
  const onPage = props.rows.filter((row) => ticked.includes(row.id));
  const copy = () => {
    const copied = copyText(tableText(onPage, props.columns));
    if (copied) void message.success(`已复制本页勾选的 ${onPage.length} 家，可粘贴到表格`);
    else void message.error('复制没有成功，请改用导出');
  };
  return (
    <div className="firm-selection" role="toolbar" aria-label="勾选的企业">
      <span>已勾选 {ticked.length} 家</span>
      {ticked.length < total ? (
        <Button type="link" onClick={() => void tickAll()}>
          勾选符合条件的全部 {total} 家
        </Button>
      ) : null}
      <Button type="link" onClick={() => onTick([])}>
        取消勾选
      </Button>
      <Button icon={<EditOutlined />} onClick={props.onBatch}>
        批量修改
      </Button>
      <Button icon={<CopyOutlined />} disabled={onPage.length === 0} onClick={copy}>
        复制为表格
      </Button>
    </div>
  );
}
