import { Page } from '#renderer/ui/page.tsx';
import '../system.css';
import { HolidaysPanel } from './holidays-panel.tsx';
import { PolicyStartPanel } from './policy-start-panel.tsx';
import { SamplePanel } from './sample-panel.tsx';
import { VerifyPanel } from './verify-panel.tsx';

/** 设置: start day of the policy, holidays, sample data, check of the ledger. */
export function SettingsPage() {
  return (
    <Page title="设置" state="这里的改动都记入变更历史，可以撤销。">
      <div className="settings-grid">
        <PolicyStartPanel />
        <SamplePanel />
        <VerifyPanel />
        <HolidaysPanel />
      </div>
    </Page>
  );
}
