import type { Day } from './day.ts';
import type { FirmStatus } from './firm.ts';

/** What happens to a firm as a whole: 迁入 and 迁出 of the district, 注销. */
export const firmEventKinds = ['movedIn', 'movedOut', 'closed'] as const;

/** 迁入, 迁出 or 注销. */
export type FirmEventKind = (typeof firmEventKinds)[number];

/** Chinese word of each kind. */
export const firmEventText: Readonly<Record<FirmEventKind, string>> = {
  movedIn: '迁入本区',
  movedOut: '迁出本区',
  closed: '注销',
};

/** Where the firm stands afterwards. */
export const statusAfter: Readonly<Record<FirmEventKind, FirmStatus>> = {
  movedIn: 'active',
  movedOut: 'movedOut',
  closed: 'closed',
};

/** From which states each can happen; a firm that is 在册 may still have to be noted as moved in. */
export const allowedFrom: Readonly<Record<FirmEventKind, readonly FirmStatus[]>> = {
  movedIn: ['active', 'movedOut'],
  movedOut: ['active'],
  closed: ['active', 'movedOut'],
};

/** One such event, as the ledger stores it. */
export type FirmEvent = {
  readonly id: number;
  readonly firmId: number;
  readonly kind: FirmEventKind;
  readonly on: Day;
  readonly document: string | null;
  readonly note: string | null;
};
