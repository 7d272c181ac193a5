import type { Counts, Draft, DraftRow, DraftTable } from '#renderer/features/imports/outcomes.ts';

export function counts(part: Partial<Counts> = {}): Counts {
  return {
    rows: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    conflicts: 0,
    rejected: 0,
    ignored: 0,
    toConfirm: 0,
    ...part,
  };
}

export function table(part: Partial<DraftTable> = {}): DraftTable {
  return {
    table: 0,
    fileName: '白杨街道.xlsx',
    sheet: '名册',
    headerRow: 3,
    kind: 'firms',
    kindReason: '认出企业名称、统一社会信用代码等列',
    columns: [],
    skippedLines: [],
    counts: counts(),
    issues: [],
    seenBefore: false,
    remembered: false,
    mode: 'both',
    clearBlanks: [],
    ...part,
  };
}

export function draft(tables: readonly DraftTable[], failures: Draft['failures'] = []): Draft {
  const fieldChoices = {
    firms: [],
    titles: [],
    reviews: [],
    publicity: [],
    decisions: [],
    payments: [],
    pools: [],
    projects: [],
    years: [],
    visits: [],
    assessments: [],
  };
  return { draftId: 'draft-1', tables: [...tables], fieldChoices, leftOut: [], failures };
}

export function row(part: Partial<DraftRow> = {}): DraftRow {
  return {
    table: 0,
    row: 2,
    outcome: 'create',
    toConfirm: false,
    confirmed: false,
    name: '杭州试样有限公司',
    code: null,
    reason: null,
    changes: [],
    issues: [],
    cells: [],
    codeCandidates: [],
    choices: [],
    decision: null,
    ...part,
  };
}
