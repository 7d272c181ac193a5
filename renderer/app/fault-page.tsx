import { Button } from 'antd';
import type { Fault } from '#renderer/ui/diagnostics.ts';
import { DiagnosticsButton } from '#renderer/ui/diagnostics-button.tsx';

/** A page that could not be drawn: says that the data is safe and what to do. */
export function FaultPage({ fault }: { readonly fault: Fault }) {
  return (
    <div className="fault" role="alert">
      <h1>页面出错了</h1>
      <p>显示这一页时遇到没有预料到的情况。已经保存的数据不受影响。</p>
      <p>请重新载入；仍出错时复制诊断信息交给维护人员。</p>
      <div className="fault-actions">
        <Button type="primary" onClick={() => window.location.reload()}>
          重新载入
        </Button>
        <Button href="#/">回到工作台</Button>
        <DiagnosticsButton fault={fault} />
      </div>
    </div>
  );
}
