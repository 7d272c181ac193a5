import { auditTriggers } from '../audit-triggers.ts';
import { dayPattern, type Migration } from './migration.ts';

/** 平台载体: platforms of the pack described further, and parks of the bureau's own, which firms name as `park-ID`. */
export const parks: Migration = {
  version: 720,
  name: 'parks',
  sql: `
CREATE TABLE park (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  pack_place_id TEXT UNIQUE CHECK (pack_place_id <> ''),
  park_name TEXT UNIQUE CHECK (park_name <> ''),
  park_aliases TEXT CHECK (park_aliases <> ''),
  park_kind TEXT NOT NULL CHECK (park_kind <> ''),
  rating TEXT CHECK (rating <> ''),
  rated_on TEXT CHECK (rated_on GLOB '${dayPattern}'),
  street_id TEXT,
  operator TEXT CHECK (operator <> ''),
  lead_industry TEXT CHECK (lead_industry <> ''),
  land_area INTEGER CHECK (land_area >= 0),
  floor_area INTEGER CHECK (floor_area >= 0),
  in_use_on TEXT CHECK (in_use_on GLOB '${dayPattern}'),
  facilities TEXT CHECK (facilities <> ''),
  remark TEXT CHECK (remark <> ''),
  sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
  CHECK ((pack_place_id IS NULL) <> (park_name IS NULL))
) STRICT;
CREATE TRIGGER park_with_firms BEFORE DELETE ON park
WHEN EXISTS (SELECT 1 FROM firm WHERE platform_id = 'park-' || OLD.id)
BEGIN
  SELECT RAISE(ABORT, 'park: firms belong to it');
END;
${auditTriggers('park', [
  'id',
  'pack_place_id',
  'park_name',
  'park_aliases',
  'park_kind',
  'rating',
  'rated_on',
  'street_id',
  'operator',
  'lead_industry',
  'land_area',
  'floor_area',
  'in_use_on',
  'facilities',
  'remark',
  'sample',
])}
`,
};
