import { Button, Result } from 'antd';
import { createPortal } from 'react-dom';
import { useNavigate } from 'react-router';
import { type Receipt, sumCounts } from '../outcomes.ts';
import { ReceiptTables } from './receipt-tables.tsx';
import { receiptLine } from './summary.ts';

type Props = {
  readonly receipt: Receipt;
  readonly undone: boolean;
  readonly onUndo: () => void;
};

/** Step 5: 回执, for the screen and for paper. */
export function ReceiptStep({ receipt, undone, onUndo }: Props) {
  const navigate = useNavigate();
  const { changeSetId } = receipt;
  const written = receiptLine(sumCounts(receipt.files.map((file) => file.counts)));
  const number = changeSetId === null ? '' : `变更集 ${changeSetId}。`;
  return (
    <div className="import-receipt">
      <Result
        status={undone ? 'info' : 'success'}
        title={undone ? '本次导入已撤销' : '导入完成'}
        subTitle={undone ? '台账已恢复到导入之前；撤销本身也记入变更历史。' : `${written}${number}`}
        extra={[
          <Button key="firms" type="primary" onClick={() => void navigate('/firms')}>
            去看企业台账
          </Button>,
          <Button key="print" onClick={() => window.print()}>
            打印回执
          </Button>,
          <Button key="again" onClick={() => void navigate('/imports')}>
            继续导入
          </Button>,
          ...(undone || changeSetId === null
            ? []
            : [
                <Button key="undo" danger onClick={onUndo}>
                  撤销本次导入
                </Button>,
              ]),
        ]}
      />
      <ReceiptTables receipt={receipt} />
      {createPortal(
        <div className="print-sheet" aria-hidden="true">
          <h1>名册导入回执</h1>
          <p>
            {written}
            {number}
            {undone ? '（本次导入已撤销）' : ''}
          </p>
          <ReceiptTables receipt={receipt} />
        </div>,
        document.body,
      )}
    </div>
  );
}
