import { AppError } from '#shared/contract/errors.ts';
import { type ClaimAction, type ClaimState, claimStateText } from '#shared/domain/claim.ts';
import type { Day } from '#shared/domain/day.ts';
import type { Fen } from '#shared/domain/money.ts';
import type { PayerLevel } from '#shared/domain/payer.ts';
import type { ReadDb, SqlValue, WriteTx } from '../handles.ts';

/** A claim (兑现事项): one firm, one clause, one ground, from 测算 to 归档. */
export type StoredClaim = {
  readonly id: number;
  readonly firmId: number;
  readonly clauseId: string;
  /** 年度: the year of the event. */
  readonly year: number;
  /** What it is for, in a form that stays the same when it is computed again. */
  readonly groundKey: string;
  readonly groundLabel: string;
  readonly eventOn: Day;
  /** A title's first recognition with the event that conferred it, or else a project. */
  readonly titleId: string | null;
  readonly eventId: number | null;
  readonly projectId: number | null;
  readonly batchId: number | null;
  readonly state: ClaimState;
  /** 测算: by the clause, 分. */
  readonly computedFen: Fen;
  /** The document says 最高 or 不超过. */
  readonly ceiling: boolean;
  /** 申报: what the firm asked for. */
  readonly requestedFen: Fen | null;
  /** 核定: what the bureau decided; null unless a decision stands. */
  readonly decidedFen: Fen | null;
  readonly decisionReason: string | null;
  /** How 从优从高不重复 was applied at the decision, as JSON. */
  readonly settlement: unknown;
  readonly payers: readonly PayerLevel[];
  /** The evaluator's trace tree, as it was. */
  readonly trace: unknown;
  readonly packId: string;
  readonly packHash: string;
  readonly computedOn: Day;
  /** 拨付: sum of the payments, 分. */
  readonly paidFen: Fen;
};

/** A claim to be made: it begins at 测算. */
export type NewClaim = Omit<
  StoredClaim,
  'id' | 'state' | 'batchId' | 'requestedFen' | 'decidedFen' | 'decisionReason' | 'settlement' | 'paidFen'
>;

/** A claim without what only its own page shows. */
export type ClaimHead = Omit<StoredClaim, 'trace' | 'settlement'>;

type HeadRow = Omit<ClaimHead, 'ceiling' | 'payers'> & { readonly ceiling: 0 | 1; readonly payers: string };
type ClaimRow = HeadRow & { readonly settlement: string | null; readonly trace: string };

const columnOf = {
  firmId: 'firm_id',
  clauseId: 'clause_id',
  year: 'year',
  groundKey: 'ground_key',
  groundLabel: 'ground_label',
  eventOn: 'event_on',
  titleId: 'title_id',
  eventId: 'event_id',
  projectId: 'project_id',
  batchId: 'batch_id',
  state: 'state',
  computedFen: 'computed_fen',
  ceiling: 'ceiling',
  requestedFen: 'requested_fen',
  decidedFen: 'decided_fen',
  decisionReason: 'decision_reason',
  paidFen: 'paid_fen',
  settlement: 'settlement',
  payers: 'payers',
  trace: 'trace',
  packId: 'pack_id',
  packHash: 'pack_hash',
  computedOn: 'computed_on',
} as const satisfies Readonly<Record<Exclude<keyof StoredClaim, 'id'>, string>>;

function selectOf(fields: readonly (readonly [string, string])[]): string {
  const listed = fields.map(([field, column]) => `claim.${column} AS ${field}`).join(', ');
  return `SELECT claim.id, ${listed} FROM claim`;
}

const selectClaim = selectOf(Object.entries(columnOf));
const selectHead = selectOf(
  Object.entries(columnOf).filter(([field]) => field !== 'trace' && field !== 'settlement'),
);

function headFrom(row: HeadRow): ClaimHead {
  return { ...row, ceiling: row.ceiling === 1, payers: JSON.parse(row.payers) };
}

/** Which claims: all of them, or those of a year, a firm, a batch. */
export type ClaimScope = {
  readonly year?: number | undefined;
  readonly firmId?: number | undefined;
  readonly batchId?: number | undefined;
};

/** Claims in the order of their events. */
export function listClaims(db: ReadDb, scope: ClaimScope = {}): readonly ClaimHead[] {
  const wanted: (readonly [string, SqlValue])[] = [];
  if (scope.year !== undefined) wanted.push(['claim.year = ?', scope.year]);
  if (scope.firmId !== undefined) wanted.push(['claim.firm_id = ?', scope.firmId]);
  if (scope.batchId !== undefined) wanted.push(['claim.batch_id = ?', scope.batchId]);
  const where = wanted.length === 0 ? '' : `WHERE ${wanted.map(([text]) => text).join(' AND ')}`;
  return db
    .query<HeadRow>(`${selectHead} ${where} ORDER BY claim.event_on, claim.firm_id, claim.id`)
    .all(...wanted.map(([, value]) => value))
    .map(headFrom);
}

/** How many claims of each year wait for their next step: neither archived nor ended otherwise. */
export function countWaitingClaims(
  db: ReadDb,
): readonly { readonly year: number; readonly waiting: number }[] {
  return db
    .query<{ year: number; waiting: number }>(
      `SELECT year, count(*) AS waiting FROM claim
       WHERE state NOT IN ('archived', 'returned', 'refused', 'withdrawn') GROUP BY year ORDER BY year`,
    )
    .all();
}

/** One claim with its trace and settlement. @throws AppError `not-found` */
export function getClaim(db: ReadDb, id: number): StoredClaim {
  const row = db.query<ClaimRow>(`${selectClaim} WHERE claim.id = ?`).get(id);
  if (row === undefined) throw new AppError('not-found');
  return {
    ...headFrom(row),
    settlement: row.settlement === null ? null : JSON.parse(row.settlement),
    trace: JSON.parse(row.trace),
  };
}

/** The claim that holds a ground, if one does; a withdrawn one gives it free again. */
function findClaim(
  db: ReadDb,
  ground: { readonly firmId: number; readonly clauseId: string; readonly groundKey: string },
): ClaimHead | undefined {
  const row = db
    .query<HeadRow>(
      `${selectHead} WHERE claim.firm_id = ? AND claim.clause_id = ? AND claim.ground_key = ?
       AND claim.state <> 'withdrawn'`,
    )
    .get(ground.firmId, ground.clauseId, ground.groundKey);
  return row === undefined ? undefined : headFrom(row);
}

/** Makes a claim at 测算 and gives its id. Throws `claim-twice`, naming the one that holds the ground. */
export function insertClaim(tx: WriteTx, claim: NewClaim): number {
  const first = findClaim(tx, claim);
  if (first !== undefined) {
    throw new AppError('claim-twice', {
      ground: claim.groundLabel,
      id: first.id,
      state: claimStateText[first.state],
      on: first.computedOn,
    });
  }
  const fields = { ...claim, state: 'computed' as const };
  const entries = assignmentsOf(fields);
  const result = tx
    .write(
      `INSERT INTO claim (${entries.map(([column]) => column).join(', ')})
       VALUES (${entries.map(() => '?').join(', ')})`,
    )
    .run(...entries.map(([, value]) => value));
  return Number(result.lastInsertRowid);
}

/** Changes the given fields of a claim. */
export function updateClaim(
  tx: WriteTx,
  id: number,
  fields: Partial<Omit<StoredClaim, 'id' | 'firmId'>>,
): void {
  const entries = assignmentsOf(fields);
  tx.write(`UPDATE claim SET ${entries.map(([column]) => `${column} = ?`).join(', ')} WHERE id = ?`).run(
    ...entries.map(([, value]) => value),
    id,
  );
}

const jsonFields: ReadonlySet<string> = new Set(['settlement', 'payers', 'trace']);

function assignmentsOf(fields: Partial<Omit<StoredClaim, 'id'>>): readonly (readonly [string, SqlValue])[] {
  return Object.entries(columnOf).flatMap(([field, column]): [string, SqlValue][] => {
    // The keys of `columnOf` are the fields of a claim.
    const value = fields[field as keyof typeof columnOf];
    if (value === undefined) return [];
    if (value === null) return [[column, null]];
    if (jsonFields.has(field)) return [[column, JSON.stringify(value)]];
    if (typeof value === 'boolean') return [[column, Number(value)]];
    // What is neither JSON nor a flag is text or a number in the type of a claim.
    return [[column, value as string | number]];
  });
}

/** What a step of a claim is recorded as; `assemble` and `recompute` come before the order of work. */
export type StepAction = ClaimAction | 'assemble' | 'recompute';

/** One step in the life of a claim: when, by whom, with which document. */
export type StoredStep = {
  readonly id: number;
  readonly claimId: number;
  readonly action: StepAction;
  readonly on: Day;
  readonly person: string;
  /** Amount asked, decided or paid in this step, 分. */
  readonly amountFen: Fen | null;
  readonly document: string | null;
  readonly note: string | null;
};

/** Steps of a claim in their order. */
export function listSteps(db: ReadDb, claimId: number): readonly StoredStep[] {
  return db
    .query<StoredStep>(
      `SELECT id, claim_id AS claimId, action, step_on AS "on", person, amount_fen AS amountFen, document, note
       FROM claim_step WHERE claim_id = ? ORDER BY id`,
    )
    .all(claimId);
}

/** Records a step of a claim. */
export function insertStep(tx: WriteTx, firmId: number, step: Omit<StoredStep, 'id'>): void {
  tx.write(
    `INSERT INTO claim_step (claim_id, firm_id, action, step_on, person, amount_fen, document, note)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(step.claimId, firmId, step.action, step.on, step.person, step.amountFen, step.document, step.note);
}
