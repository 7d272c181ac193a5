import type { CodeState, FirmFields } from '#shared/domain/firm.ts';
import type { TitleEvent } from '#shared/domain/title.ts';
import type { CheckedRow } from './check-rows.ts';
import { type RowChoice, skip } from './decide.ts';
import type { IssueCode, RowIssue } from './issue.ts';
import type { RecordKind } from './kinds.ts';
import type { RecordLookup } from './records/record.ts';
import { nameKey } from './values/name-key.ts';

/** A firm of the ledger, as far as comparing needs it. */
export type KnownFirm = { readonly id: number; readonly fields: FirmFields; readonly codeState: CodeState };

/** How comparing asks the ledger. */
export type LedgerLookup = {
  readonly byCode: (code: string) => KnownFirm | undefined;
  readonly byNameKey: (key: string) => readonly KnownFirm[];
  readonly byFormerNameKey: (key: string) => readonly KnownFirm[];
  readonly byId: (id: number) => KnownFirm | undefined;
  readonly eventsOf: (firmId: number) => readonly TitleEvent[];
  /** Records of one kind; nothing for a kind that was not fetched. */
  readonly records: (kind: RecordKind) => RecordLookup | undefined;
};

/** The firm a row belongs to (none: a new one), or why only a person can say, with what there is to choose. */
export type Match =
  | { readonly firm: KnownFirm | undefined }
  | { readonly conflict: RowIssue; readonly choices: readonly RowChoice[] };

/** Firms offered when a name fits several. */
const firmsOffered = 5;

/** Valid code, then exact name, then former name; never likeness. */
export function matchFirm(row: CheckedRow, lookup: LedgerLookup): Match {
  const { code, name } = row.fields;
  const byCode = code == null ? undefined : lookup.byCode(code);
  if (name === undefined) return { firm: byCode };
  const key = nameKey(name);
  const named = lookup.byNameKey(key);
  if (byCode !== undefined) {
    const other = named.find((firm) => firm.id !== byCode.id);
    return other === undefined || named.some((firm) => firm.id === byCode.id)
      ? { firm: byCode }
      : twoFirms(row, byCode, other);
  }
  const candidates = named.length > 0 ? named : formerNamed(row, key, lookup);
  const [only, second] = candidates;
  if (only === undefined) return { firm: undefined };
  if (second !== undefined) return severalFirms(row, candidates);
  return checkCodeOf(row, only);
}

function formerNamed(row: CheckedRow, key: string, lookup: LedgerLookup): readonly KnownFirm[] {
  const bearers = lookup.byFormerNameKey(key);
  if (bearers.length > 0 || row.formerName === null) return bearers;
  const former = nameKey(row.formerName);
  const named = lookup.byNameKey(former);
  return named.length > 0 ? named : lookup.byFormerNameKey(former);
}

/** The name fits one firm; its code must not speak against it. */
function checkCodeOf(row: CheckedRow, firm: KnownFirm): Match {
  const { code } = row.fields;
  const known = firm.fields.code;
  if (known === null) return { firm };
  if (code != null && known !== code) {
    return {
      conflict: otherFirm(
        row,
        'code-of-other-firm',
        `台账中“${firm.fields.name}”的代码是 ${known}，与本行不同`,
      ),
      choices: [
        belongs(firm, 'ledger', '是这家企业，代码以台账为准'),
        belongs(firm, 'roster', `是这家企业，代码改为 ${code}`),
        { decision: { action: 'new' }, label: '是另一家同名企业，新建' },
        skip,
      ],
    };
  }
  if (row.codeCandidates.length > 0 && code == null && !row.codeCandidates.includes(known)) {
    return {
      conflict: otherFirm(
        row,
        'code-of-other-firm',
        `台账中“${firm.fields.name}”的代码是 ${known}，本行残缺的代码不会是它`,
      ),
      choices: [belongs(firm, 'ledger', '是这家企业，代码以台账为准'), skip],
    };
  }
  return { firm };
}

function twoFirms(row: CheckedRow, byCode: KnownFirm, byName: KnownFirm): Match {
  return {
    conflict: otherFirm(
      row,
      'name-of-other-firm',
      `代码属于“${byCode.fields.name}”，名称却是台账中的另一家企业`,
    ),
    choices: [
      belongs(byCode, 'ledger', `按代码：是“${byCode.fields.name}”，名称不改`),
      belongs(
        byName,
        'ledger',
        `按名称：是“${byName.fields.name}”（${byName.fields.code ?? '无代码'}），代码不改`,
      ),
      skip,
    ],
  };
}

function severalFirms(row: CheckedRow, firms: readonly KnownFirm[]): Match {
  return {
    conflict: otherFirm(
      row,
      'name-ambiguous',
      `台账中有 ${firms.length} 家企业用过“${row.fields.name}”这一名称`,
    ),
    choices: [
      ...firms
        .slice(0, firmsOffered)
        .map((firm) => belongs(firm, 'ledger', `是“${firm.fields.name}”（${firm.fields.code ?? '无代码'}）`)),
      { decision: { action: 'new' } as const, label: '都不是，新建企业' },
      skip,
    ],
  };
}

function belongs(firm: KnownFirm, identity: 'ledger' | 'roster', label: string): RowChoice {
  return { decision: { action: 'firm', firmId: firm.id, identity }, label };
}

function otherFirm(row: CheckedRow, code: IssueCode, message: string): RowIssue {
  const read = row.cells();
  const cell = read.code?.address ?? read.name?.address ?? `A${row.row}`;
  return { cell, field: 'code', code, severity: 'error', message, fix: '请核对名称与代码后选定，或改正名册' };
}
