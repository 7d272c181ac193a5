import type { NewFirm } from '#electron/db/tables/firms.ts';
import type { NewTitleEvent } from '#electron/db/tables/title-events.ts';
import { emptyFirmFields, type FirmFields } from '#shared/domain/firm.ts';
import { makeCode } from '#shared/domain/uscc.ts';

/** A valid 统一社会信用代码 of an invented firm in 钱塘. */
export function inventedCode(serial: number): string {
  return makeCode('91', '330114', serial);
}

/** An invented firm with a valid code; other facts are 未填 unless given. */
export function newFirm(serial: number, fields: Partial<FirmFields> = {}): NewFirm {
  return {
    fields: {
      ...emptyFirmFields,
      code: inventedCode(serial),
      name: `杭州测试${serial}有限公司`,
      ...fields,
      // Name and code are there, every other field may be null.
    } as FirmFields,
    codeState: fields.code === null ? 'missing' : 'valid',
    status: 'active',
    sample: false,
  };
}

/** 认定 of 省级专精特新 on a day in 2024, unless told otherwise. */
export function newTitleEvent(firmId: number, event: Partial<NewTitleEvent> = {}): NewTitleEvent {
  return {
    firmId,
    titleId: 'provincial-srdi',
    kind: 'recognised',
    on: '2024-05-18',
    validUntil: null,
    batch: null,
    document: null,
    nameAt: null,
    evidence: 'finalList',
    sample: false,
    ...event,
  };
}
