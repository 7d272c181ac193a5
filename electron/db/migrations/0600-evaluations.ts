import { auditTriggers } from '../audit-triggers.ts';
import { dayPattern, type Migration } from './migration.ts';

/** Yearly evaluation of pool members (年度评价): what the bureau decided, and the results as published. */
export const evaluations: Migration = {
  version: 600,
  name: 'evaluations',
  sql: `
CREATE TABLE evaluation_decision (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  pool_id TEXT NOT NULL CHECK (pool_id <> ''),
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2200),
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  points INTEGER CHECK (points BETWEEN 0 AND 10000),
  exempt INTEGER NOT NULL CHECK (exempt IN (0, 1)),
  reason TEXT,
  appeal TEXT CHECK (appeal <> ''),
  appeal_result TEXT CHECK (appeal_result <> ''),
  UNIQUE (pool_id, year, firm_id),
  CHECK (points IS NULL OR exempt = 0),
  CHECK ((points IS NULL AND exempt = 0) = (reason IS NULL)),
  CHECK (appeal IS NOT NULL OR appeal_result IS NULL)
) STRICT;
CREATE TABLE evaluation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  pool_id TEXT NOT NULL CHECK (pool_id <> ''),
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2200),
  as_of TEXT NOT NULL CHECK (as_of GLOB '${dayPattern}'),
  published_on TEXT NOT NULL CHECK (published_on GLOB '${dayPattern}'),
  document TEXT,
  rule TEXT NOT NULL CHECK (json_valid(rule)),
  rule_version TEXT NOT NULL CHECK (rule_version <> ''),
  UNIQUE (pool_id, year)
) STRICT;
CREATE TABLE evaluation_result (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  evaluation_id INTEGER NOT NULL REFERENCES evaluation (id),
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  name_at TEXT NOT NULL CHECK (name_at <> ''),
  stage TEXT NOT NULL,
  standing TEXT NOT NULL CHECK (standing IN ('scored', 'adjusted', 'exempt')),
  low INTEGER NOT NULL CHECK (low BETWEEN 0 AND 10000),
  high INTEGER NOT NULL CHECK (high BETWEEN low AND 10000),
  points INTEGER CHECK (points BETWEEN 0 AND 10000),
  grade TEXT,
  passes INTEGER CHECK (passes IN (0, 1)),
  rank INTEGER CHECK (rank > 0),
  reason TEXT,
  items TEXT NOT NULL CHECK (json_valid(items)),
  UNIQUE (evaluation_id, firm_id),
  CHECK ((points IS NULL) = (standing = 'exempt')),
  CHECK ((points IS NULL) = (grade IS NULL) AND (points IS NULL) = (passes IS NULL)
    AND (points IS NULL) = (rank IS NULL)),
  CHECK ((standing = 'scored') = (reason IS NULL))
) STRICT;
CREATE INDEX evaluation_result_by_firm ON evaluation_result (firm_id);
CREATE INDEX evaluation_decision_by_firm ON evaluation_decision (firm_id);
${auditTriggers('evaluation_decision', [
  'id',
  'pool_id',
  'year',
  'firm_id',
  'points',
  'exempt',
  'reason',
  'appeal',
  'appeal_result',
])}
${auditTriggers('evaluation', [
  'id',
  'pool_id',
  'year',
  'as_of',
  'published_on',
  'document',
  'rule',
  'rule_version',
])}
${auditTriggers('evaluation_result', [
  'id',
  'evaluation_id',
  'firm_id',
  'name_at',
  'stage',
  'standing',
  'low',
  'high',
  'points',
  'grade',
  'passes',
  'rank',
  'reason',
  'items',
])}
`,
};
