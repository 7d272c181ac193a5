import type { Day } from '#shared/domain/day.ts';
import type { Fen } from '#shared/domain/money.ts';
import type { ReadDb, WriteTx } from '../handles.ts';

/** A kept award (奖补留存): the amount for one ground, with everything needed to explain it later. */
export type StoredAward = {
  readonly id: number;
  readonly firmId: number;
  readonly clauseId: string;
  readonly year: number;
  /** What it is for, in a form that stays the same when it is computed again. */
  readonly groundKey: string;
  readonly eventId: number | null;
  readonly amountFen: Fen;
  readonly ceiling: boolean;
  readonly outcome: 'awarded' | 'notApplicable' | 'needsData';
  /** The evaluator's trace tree, as it was. */
  readonly trace: unknown;
  readonly packId: string;
  readonly packHash: string;
  readonly computedOn: Day;
};

/** An award to keep. */
export type NewAward = Omit<StoredAward, 'id' | 'eventId'> & { readonly eventId?: number | null };

type AwardRow = Omit<StoredAward, 'ceiling' | 'trace'> & { readonly ceiling: 0 | 1; readonly trace: string };

const columns =
  'id, firm_id AS firmId, clause_id AS clauseId, year, ground_key AS groundKey, event_id AS eventId, ' +
  'amount_fen AS amountFen, ceiling, outcome, trace, pack_id AS packId, pack_hash AS packHash, ' +
  'computed_on AS computedOn';

/** Kept awards of a year, or of all years. */
export function listAwards(db: ReadDb, year?: number): readonly StoredAward[] {
  const rows =
    year === undefined
      ? db.query<AwardRow>(`SELECT ${columns} FROM award ORDER BY id`).all()
      : db.query<AwardRow>(`SELECT ${columns} FROM award WHERE year = ? ORDER BY id`).all(year);
  return rows.map((row) => ({ ...row, ceiling: row.ceiling === 1, trace: JSON.parse(row.trace) }));
}

/** Keeps an award; one that is kept for the same firm, clause and ground gets the new result. */
export function putAward(tx: WriteTx, award: NewAward): void {
  tx.write(
    `INSERT INTO award (firm_id, clause_id, ground_key, year, event_id, amount_fen, ceiling, outcome, trace,
       pack_id, pack_hash, computed_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (firm_id, clause_id, ground_key) DO UPDATE SET year = excluded.year,
       event_id = excluded.event_id, amount_fen = excluded.amount_fen, ceiling = excluded.ceiling,
       outcome = excluded.outcome, trace = excluded.trace, pack_id = excluded.pack_id,
       pack_hash = excluded.pack_hash, computed_on = excluded.computed_on`,
  ).run(
    award.firmId,
    award.clauseId,
    award.groundKey,
    award.year,
    award.eventId ?? null,
    award.amountFen,
    Number(award.ceiling),
    award.outcome,
    JSON.stringify(award.trace),
    award.packId,
    award.packHash,
    award.computedOn,
  );
}
