import type { SelfAssessment } from '#shared/domain/self-assessment.ts';
import type { ReadDb, WriteTx } from '../handles.ts';

const columns = `id, firm_id AS firmId, year, filled_on AS filledOn, own_grade AS grade, achievements, difficulties,
  next_steps AS nextSteps`;

/** Self-assessments (年度自评) of some firms, by firm and year. */
export function assessmentsOfFirms(db: ReadDb, firmIds: readonly number[]): readonly SelfAssessment[] {
  return db
    .query<SelfAssessment>(
      `SELECT ${columns} FROM self_assessment WHERE firm_id IN (SELECT value FROM json_each(?)) ORDER BY firm_id, year`,
    )
    .all(JSON.stringify(firmIds));
}

/** Self-assessments of all firms for one year. */
export function assessmentsOfYear(db: ReadDb, year: number): readonly SelfAssessment[] {
  return db
    .query<SelfAssessment>(`SELECT ${columns} FROM self_assessment WHERE year = ? ORDER BY firm_id`)
    .all(year);
}

/** Writes the self-assessment of a firm for a year. */
export function putSelfAssessment(tx: WriteTx, assessment: Omit<SelfAssessment, 'id'>): void {
  tx.write(
    `INSERT INTO self_assessment (firm_id, year, filled_on, own_grade, achievements, difficulties, next_steps)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (firm_id, year) DO UPDATE SET filled_on = excluded.filled_on, own_grade = excluded.own_grade,
       achievements = excluded.achievements, difficulties = excluded.difficulties, next_steps = excluded.next_steps`,
  ).run(
    assessment.firmId,
    assessment.year,
    assessment.filledOn,
    assessment.grade,
    assessment.achievements,
    assessment.difficulties,
    assessment.nextSteps,
  );
}
