import { auditTriggers } from '../audit-triggers.ts';
import { dayPattern, type Migration } from './migration.ts';

const firmColumns = [
  'id',
  'code',
  'code_state',
  'name',
  'street_id',
  'platform_id',
  'chain_id',
  'industry',
  'scale',
  'above_scale',
  'legal_form',
  'registered_on',
  'registered_capital',
  'province',
  'city',
  'address',
  'main_product',
  'business_scope',
  'legal_person',
  'contact_name',
  'contact_phone',
  'remark',
  'status',
  'sample',
  'name_key',
  'name_sort',
  'search_text',
];

/** Firms (企业) and their former names (曾用名). Ids are never used twice: provenance rows keep them for good. */
export const firms: Migration = {
  version: 20,
  name: 'firms',
  sql: `
CREATE TABLE firm (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT UNIQUE CHECK (length(code) = 18),
  code_state TEXT NOT NULL CHECK (code_state IN ('valid', 'suspicious', 'missing')),
  name TEXT NOT NULL CHECK (name <> ''),
  street_id TEXT,
  platform_id TEXT,
  chain_id TEXT,
  industry TEXT,
  scale TEXT CHECK (scale IN ('large', 'medium', 'small', 'micro')),
  above_scale INTEGER CHECK (above_scale IN (0, 1)),
  legal_form TEXT,
  registered_on TEXT CHECK (registered_on GLOB '${dayPattern}'),
  registered_capital INTEGER CHECK (registered_capital >= 0),
  province TEXT,
  city TEXT,
  address TEXT,
  main_product TEXT,
  business_scope TEXT,
  legal_person TEXT,
  contact_name TEXT,
  contact_phone TEXT,
  remark TEXT,
  status TEXT NOT NULL CHECK (status IN ('active', 'movedOut', 'closed')),
  sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
  name_key TEXT NOT NULL CHECK (name_key <> ''),
  name_sort TEXT NOT NULL,
  search_text TEXT NOT NULL,
  CHECK ((code IS NULL) = (code_state = 'missing'))
) STRICT;
CREATE INDEX firm_by_name_key ON firm (name_key);
CREATE INDEX firm_by_street ON firm (street_id);
CREATE INDEX firm_by_platform ON firm (platform_id);
CREATE INDEX firm_by_chain ON firm (chain_id);
CREATE INDEX firm_by_scale ON firm (scale);
CREATE INDEX firm_by_registered_on ON firm (registered_on);
-- Holds all that a search looks at, so that it never touches the wide rows.
CREATE INDEX firm_list ON firm (name_sort, search_text, code, status, street_id, platform_id, chain_id, scale);
${auditTriggers('firm', firmColumns)}

CREATE TABLE firm_name (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  name TEXT NOT NULL CHECK (name <> ''),
  name_key TEXT NOT NULL CHECK (name_key <> ''),
  from_on TEXT CHECK (from_on GLOB '${dayPattern}'),
  until_on TEXT CHECK (until_on GLOB '${dayPattern}')
) STRICT;
CREATE INDEX firm_name_by_firm ON firm_name (firm_id);
CREATE INDEX firm_name_by_key ON firm_name (name_key);
${auditTriggers('firm_name', ['id', 'firm_id', 'name', 'name_key', 'from_on', 'until_on'])}
`,
};
