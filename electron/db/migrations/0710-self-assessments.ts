import { auditTriggers } from '../audit-triggers.ts';
import { dayPattern, type Migration } from './migration.ts';

/** 年度自评: what firms say of themselves for a year; their figures are in `firm_year`. */
export const selfAssessments: Migration = {
  version: 710,
  name: 'self-assessments',
  sql: `
CREATE TABLE self_assessment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2200),
  filled_on TEXT CHECK (filled_on GLOB '${dayPattern}'),
  own_grade TEXT CHECK (own_grade <> ''),
  achievements TEXT CHECK (achievements <> ''),
  difficulties TEXT CHECK (difficulties <> ''),
  next_steps TEXT CHECK (next_steps <> ''),
  UNIQUE (firm_id, year)
) STRICT;
${auditTriggers('self_assessment', [
  'id',
  'firm_id',
  'year',
  'filled_on',
  'own_grade',
  'achievements',
  'difficulties',
  'next_steps',
])}
`,
};
