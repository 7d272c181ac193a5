import type { WriteTx } from '#electron/db/open.ts';
import { insertServiceOfficer } from '#electron/db/tables/service-officers.ts';
import { insertServiceRequest } from '#electron/db/tables/service-requests.ts';
import { insertVisit } from '#electron/db/tables/visits.ts';
import { addDays } from '#shared/domain/day.ts';
import type { RequestKind } from '#shared/domain/service-request.ts';
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

/** Visits of sample firms: most were made, some are planned, one waits past its day; every third brought a request. */
export function paySampleVisits(tx: WriteTx, firms: readonly SampleDiagnosed[]): void {
  const titled = firms.filter(({ firm }) => firm.events.length > 0);
  for (const [index, { firmId }] of titled.entries()) {
    const two = (value: number) => String(value).padStart(2, '0');
    const day = `2026-${two(1 + (index % 6))}-${two(5 + (index % 20))}`;
    if (index % 16 === 6) {
      insertVisit(tx, { firmId, plannedOn: day, visitedOn: null, visitors: null, record: null });
      continue;
    }
    const visitors = officers[index % officers.length] ?? null;
    const record = '示例：生产经营正常';
    const visitId = insertVisit(tx, { firmId, plannedOn: null, visitedOn: day, visitors, record });
    if (index % 3 === 0) insertServiceRequest(tx, { ...requestOf(index, day), firmId, visitId });
  }
}

const asked: readonly (readonly [kind: RequestKind, text: string, unit: string])[] = [
  ['finance', '示例：希望对接专精特新贷', '示例金融单位'],
  ['talent', '示例：希望引进模具工程师', '示例人社单位'],
  ['land', '示例：扩产需要厂房', '示例规划单位'],
  ['policy', '示例：咨询技改补助申报', '示例科室'],
];

/** Of four requests two are closed, one is being dealt with, one waits. */
function requestOf(index: number, receivedOn: string) {
  const turn = (index / 3) % 4;
  const [kind, text, unit] = asked[turn % asked.length] ?? ['other' as const, '示例诉求', '示例科室'];
  const closed = turn < 2;
  return {
    receivedOn,
    kind,
    text,
    unit,
    dueOn: addDays(receivedOn, 30),
    answer: turn === 3 ? null : '示例：已联系责任单位',
    closedOn: closed ? addDays(receivedOn, turn === 0 ? 20 : 40) : null,
    satisfaction: closed ? ('content' as const) : null,
  };
}
