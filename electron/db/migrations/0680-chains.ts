import { auditTriggers } from '../audit-triggers.ts';
import { dayPattern, type Migration } from './migration.ts';

/** 产业链图谱: nodes of the chains of the pack, firms on them, and the lists beside each map. */
export const chains: Migration = {
  version: 680,
  name: 'chains',
  sql: `
CREATE TABLE chain_node (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  chain_id TEXT NOT NULL,
  tier TEXT NOT NULL CHECK (tier IN ('upstream', 'midstream', 'downstream')),
  position INTEGER NOT NULL CHECK (position >= 0),
  name TEXT NOT NULL CHECK (name <> ''),
  standing TEXT CHECK (standing IN ('strong', 'weak')),
  note TEXT CHECK (note <> ''),
  sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
  UNIQUE (chain_id, name)
) STRICT;
CREATE TABLE chain_firm (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  node_id INTEGER NOT NULL REFERENCES chain_node (id),
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  role TEXT CHECK (role IN ('leader', 'head', 'supplier')),
  note TEXT CHECK (note <> ''),
  UNIQUE (node_id, firm_id)
) STRICT;
CREATE INDEX chain_firm_by_firm ON chain_firm (firm_id);
CREATE TABLE chain_entry (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  chain_id TEXT NOT NULL,
  list TEXT NOT NULL CHECK (list IN ('strength', 'gap', 'technology', 'layout', 'project', 'resource', 'prospect')),
  name TEXT NOT NULL CHECK (name <> ''),
  node_id INTEGER REFERENCES chain_node (id),
  partner TEXT CHECK (partner <> ''),
  unit TEXT CHECK (unit <> ''),
  due_on TEXT CHECK (due_on GLOB '${dayPattern}'),
  done_on TEXT CHECK (done_on GLOB '${dayPattern}'),
  note TEXT CHECK (note <> ''),
  sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
  UNIQUE (chain_id, list, name)
) STRICT;
CREATE INDEX chain_entry_by_node ON chain_entry (node_id);
${auditTriggers('chain_node', ['id', 'chain_id', 'tier', 'position', 'name', 'standing', 'note', 'sample'])}
${auditTriggers('chain_firm', ['id', 'node_id', 'firm_id', 'role', 'note'])}
${auditTriggers('chain_entry', [
  'id',
  'chain_id',
  'list',
  'name',
  'node_id',
  'partner',
  'unit',
  'due_on',
  'done_on',
  'note',
  'sample',
])}
`,
};
