import type { WriteTx } from '#electron/db/open.ts';
import { insertServiceOfficer } from '#electron/db/tables/service-officers.ts';
import type { SampleDiagnosed } from './sample-plans.ts';

const officers = ['示例专员甲', '示例专员乙', '示例专员丙'];

/** Gives most titled sample firms a 服务专员; every fifth has none, so that the gap shows. */
export function assignSampleOfficers(tx: WriteTx, firms: readonly SampleDiagnosed[]): void {
  const titled = firms.filter(({ firm }) => firm.events.length > 0);
  for (const [index, { firmId }] of titled.entries()) {
    const officer = officers[index % officers.length];
    if (officer === undefined || index % 5 === 4) continue;
    insertServiceOfficer(tx, { firmId, officer, unit: '示例科室', from: '2025-01-01' });
  }
}
