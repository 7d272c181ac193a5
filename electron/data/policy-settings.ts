import { getSetting } from '#electron/db/tables/settings.ts';
import type { PolicySettings } from '#shared/policy/in-force.ts';
import { overlapSettingKey } from '#shared/policy/overlap.ts';
import type { OpenLedger } from './context.ts';
import { policyStart } from './district.ts';

/** Key in the ledger of the bureau's own outcome for an overlap group. */
export function overlapLedgerKey(groupId: string): string {
  return `policy.${overlapSettingKey(groupId)}`;
}

/** What the bureau has set for its pack, in the form the evaluator asks for: start day and outcomes of overlaps. */
export function policySettings(open: OpenLedger): PolicySettings {
  const { ledger, pack } = open;
  const settings: Record<string, string> = {};
  const start = policyStart(open);
  if (start !== null && pack.startSetting !== null) settings[pack.startSetting.id] = start;
  for (const { id } of pack.overlapGroups) {
    const outcome = getSetting(ledger.read, overlapLedgerKey(id));
    if (typeof outcome === 'string') settings[overlapSettingKey(id)] = outcome;
  }
  return settings;
}
