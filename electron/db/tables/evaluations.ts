import type { Day } from '#shared/domain/day.ts';
import type { EvaluationStanding } from '#shared/evaluation/rank.ts';
import type { ReadDb, WriteTx } from '../handles.ts';

/** What the bureau decided on a firm's evaluation, and what the firm objected. Points in hundredths. */
export type DecisionRow = {
  readonly firmId: number;
  readonly points: number | null;
  readonly exempt: boolean;
  readonly reason: string | null;
  readonly appeal: string | null;
  readonly appealResult: string | null;
};

/** The head of a published evaluation. */
export type EvaluationRow = {
  readonly id: number;
  readonly poolId: string;
  readonly year: number;
  readonly asOf: Day;
  readonly publishedOn: Day;
  readonly document: string | null;
  /** JSON: indicators with the weights in force, and grades. */
  readonly rule: string;
  readonly ruleVersion: string;
};

/** The published result of a firm; points in hundredths, null when it did not take part. */
export type EvaluationResultRow = {
  readonly firmId: number;
  readonly nameAt: string;
  readonly stage: string;
  readonly standing: Exclude<EvaluationStanding, 'missing'>;
  readonly low: number;
  readonly high: number;
  readonly points: number | null;
  readonly grade: string | null;
  readonly passes: boolean | null;
  readonly rank: number | null;
  readonly reason: string | null;
  /** JSON: the indicators with inputs and bands. */
  readonly items: string;
};

type Flat<T, K extends keyof T> = Omit<T, K> & { readonly [Key in K]: number | Extract<T[Key], null> };

/** Decisions of a pool and year, by firm. */
export function listDecisions(db: ReadDb, poolId: string, year: number): readonly DecisionRow[] {
  return db
    .query<Flat<DecisionRow, 'exempt'>>(
      `SELECT firm_id AS firmId, points, exempt, reason, appeal, appeal_result AS appealResult
       FROM evaluation_decision WHERE pool_id = ? AND year = ? ORDER BY firm_id`,
    )
    .all(poolId, year)
    .map((row) => ({ ...row, exempt: row.exempt === 1 }));
}

/** Writes the decision on a firm; one that says nothing any more goes. */
export function putDecision(tx: WriteTx, poolId: string, year: number, row: DecisionRow): void {
  const { firmId, points, exempt, reason, appeal, appealResult } = row;
  if (points === null && !exempt && appeal === null) {
    tx.write('DELETE FROM evaluation_decision WHERE pool_id = ? AND year = ? AND firm_id = ?').run(
      poolId,
      year,
      firmId,
    );
    return;
  }
  tx.write(
    `INSERT INTO evaluation_decision (pool_id, year, firm_id, points, exempt, reason, appeal, appeal_result)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (pool_id, year, firm_id) DO UPDATE SET points = excluded.points, exempt = excluded.exempt,
       reason = excluded.reason, appeal = excluded.appeal, appeal_result = excluded.appeal_result`,
  ).run(poolId, year, firmId, points, Number(exempt), reason, appeal, appealResult);
}

/** The published evaluation of a pool and year, if there is one. */
export function getEvaluation(db: ReadDb, poolId: string, year: number): EvaluationRow | undefined {
  return db
    .query<EvaluationRow>(
      `SELECT id, pool_id AS poolId, year, as_of AS asOf, published_on AS publishedOn, document, rule,
         rule_version AS ruleVersion FROM evaluation WHERE pool_id = ? AND year = ?`,
    )
    .get(poolId, year);
}

/** The newest evaluation of a pool that was published by the day: its grades in their order, and the grade of each firm. */
export function newestEvaluation(
  db: ReadDb,
  poolId: string,
  day: Day,
):
  | {
      readonly year: number;
      readonly grades: readonly string[];
      readonly results: readonly { readonly firmId: number; readonly grade: string | null }[];
    }
  | undefined {
  const head = db
    .query<{ id: number; year: number; rule: string }>(
      `SELECT id, year, rule FROM evaluation WHERE pool_id = ? AND published_on <= ? ORDER BY year DESC LIMIT 1`,
    )
    .get(poolId, day);
  if (head === undefined) return undefined;
  const results = db
    .query<{ firmId: number; grade: string | null }>(
      'SELECT firm_id AS firmId, grade FROM evaluation_result WHERE evaluation_id = ?',
    )
    .all(head.id);
  // The rule was written by the publishing itself, which put its grades in.
  const rule = JSON.parse(head.rule) as { readonly grades: readonly { readonly label: string }[] };
  return { year: head.year, grades: rule.grades.map(({ label }) => label), results };
}

/** Results of a published evaluation: by rank, those that did not take part last. */
export function listResults(db: ReadDb, evaluationId: number): readonly EvaluationResultRow[] {
  return db
    .query<Flat<EvaluationResultRow, 'passes'>>(
      `SELECT firm_id AS firmId, name_at AS nameAt, stage, standing, low, high, points, grade, passes, rank, reason,
         items FROM evaluation_result WHERE evaluation_id = ? ORDER BY rank IS NULL, rank, firm_id`,
    )
    .all(evaluationId)
    .map((row) => ({ ...row, passes: row.passes === null ? null : row.passes === 1 }));
}

/** Adds a published evaluation with its results. */
export function insertEvaluation(
  tx: WriteTx,
  head: Omit<EvaluationRow, 'id'>,
  results: readonly EvaluationResultRow[],
): void {
  const { lastInsertRowid } = tx
    .write(
      `INSERT INTO evaluation (pool_id, year, as_of, published_on, document, rule, rule_version)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(head.poolId, head.year, head.asOf, head.publishedOn, head.document, head.rule, head.ruleVersion);
  const insert = tx.write(
    `INSERT INTO evaluation_result (evaluation_id, firm_id, name_at, stage, standing, low, high, points, grade,
       passes, rank, reason, items) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const row of results) {
    insert.run(
      Number(lastInsertRowid),
      row.firmId,
      row.nameAt,
      row.stage,
      row.standing,
      row.low,
      row.high,
      row.points,
      row.grade,
      row.passes === null ? null : Number(row.passes),
      row.rank,
      row.reason,
      row.items,
    );
  }
}
