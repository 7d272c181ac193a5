CREATE TRIGGER attachment_audit_delete AFTER DELETE ON attachment
BEGIN
  SELECT RAISE(ABORT, 'attachment: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'attachment', OLD.id, OLD.firm_id, 'delete',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'task_note_id', OLD.task_note_id, 'attachment_name', OLD.attachment_name, 'attachment_kind', OLD.attachment_kind, 'content_sha256', OLD.content_sha256, 'content_bytes', OLD.content_bytes, 'added_on', OLD.added_on, 'attachment_note', OLD.attachment_note),
    NULL
  FROM change_context;
END;

CREATE TRIGGER attachment_audit_insert AFTER INSERT ON attachment
BEGIN
  SELECT RAISE(ABORT, 'attachment: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'attachment', NEW.id, NEW.firm_id, 'insert',
    NULL,
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'task_note_id', NEW.task_note_id, 'attachment_name', NEW.attachment_name, 'attachment_kind', NEW.attachment_kind, 'content_sha256', NEW.content_sha256, 'content_bytes', NEW.content_bytes, 'added_on', NEW.added_on, 'attachment_note', NEW.attachment_note)
  FROM change_context;
END;

CREATE TRIGGER attachment_audit_update AFTER UPDATE ON attachment
WHEN OLD.id IS NOT NEW.id OR OLD.firm_id IS NOT NEW.firm_id OR OLD.task_note_id IS NOT NEW.task_note_id OR OLD.attachment_name IS NOT NEW.attachment_name OR OLD.attachment_kind IS NOT NEW.attachment_kind OR OLD.content_sha256 IS NOT NEW.content_sha256 OR OLD.content_bytes IS NOT NEW.content_bytes OR OLD.added_on IS NOT NEW.added_on OR OLD.attachment_note IS NOT NEW.attachment_note
BEGIN
  SELECT RAISE(ABORT, 'attachment: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'attachment: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'attachment', NEW.id, NEW.firm_id, 'update',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'task_note_id', OLD.task_note_id, 'attachment_name', OLD.attachment_name, 'attachment_kind', OLD.attachment_kind, 'content_sha256', OLD.content_sha256, 'content_bytes', OLD.content_bytes, 'added_on', OLD.added_on, 'attachment_note', OLD.attachment_note),
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'task_note_id', NEW.task_note_id, 'attachment_name', NEW.attachment_name, 'attachment_kind', NEW.attachment_kind, 'content_sha256', NEW.content_sha256, 'content_bytes', NEW.content_bytes, 'added_on', NEW.added_on, 'attachment_note', NEW.attachment_note)
  FROM change_context;
END;

CREATE TABLE attachment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER REFERENCES firm (id),
  task_note_id INTEGER REFERENCES task_note (id),
  attachment_name TEXT NOT NULL CHECK (attachment_name <> ''),
  attachment_kind TEXT NOT NULL CHECK (attachment_kind <> ''),
  content_sha256 TEXT NOT NULL CHECK (length(content_sha256) = 64),
  content_bytes INTEGER NOT NULL CHECK (content_bytes > 0),
  added_on TEXT NOT NULL CHECK (added_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  attachment_note TEXT CHECK (attachment_note <> ''),
  CHECK ((firm_id IS NULL) <> (task_note_id IS NULL))
) STRICT;

CREATE INDEX attachment_by_firm ON attachment (firm_id);

CREATE INDEX attachment_by_task_note ON attachment (task_note_id);

CREATE TRIGGER bank_account_audit_delete AFTER DELETE ON bank_account
BEGIN
  SELECT RAISE(ABORT, 'bank_account: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'bank_account', OLD.id, OLD.firm_id, 'delete',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'holder', OLD.holder, 'bank', OLD.bank, 'account_number', OLD.account_number),
    NULL
  FROM change_context;
END;

CREATE TRIGGER bank_account_audit_insert AFTER INSERT ON bank_account
BEGIN
  SELECT RAISE(ABORT, 'bank_account: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'bank_account', NEW.id, NEW.firm_id, 'insert',
    NULL,
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'holder', NEW.holder, 'bank', NEW.bank, 'account_number', NEW.account_number)
  FROM change_context;
END;

CREATE TRIGGER bank_account_audit_update AFTER UPDATE ON bank_account
WHEN OLD.id IS NOT NEW.id OR OLD.firm_id IS NOT NEW.firm_id OR OLD.holder IS NOT NEW.holder OR OLD.bank IS NOT NEW.bank OR OLD.account_number IS NOT NEW.account_number
BEGIN
  SELECT RAISE(ABORT, 'bank_account: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'bank_account: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'bank_account', NEW.id, NEW.firm_id, 'update',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'holder', OLD.holder, 'bank', OLD.bank, 'account_number', OLD.account_number),
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'holder', NEW.holder, 'bank', NEW.bank, 'account_number', NEW.account_number)
  FROM change_context;
END;

CREATE TABLE bank_account (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL UNIQUE REFERENCES firm (id),
  holder TEXT NOT NULL CHECK (holder <> ''),
  bank TEXT NOT NULL CHECK (bank <> ''),
  account_number TEXT NOT NULL CHECK (account_number <> '')
) STRICT;

CREATE TRIGGER batch_audit_delete AFTER DELETE ON batch
BEGIN
  SELECT RAISE(ABORT, 'batch: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'batch', OLD.id, NULL, 'delete',
    json_object('id', OLD.id, 'year', OLD.year, 'name', OLD.name, 'locked_on', OLD.locked_on, 'notice_from', OLD.notice_from, 'notice_until', OLD.notice_until, 'notice_days', OLD.notice_days, 'notice_contact', OLD.notice_contact),
    NULL
  FROM change_context;
END;

CREATE TRIGGER batch_audit_insert AFTER INSERT ON batch
BEGIN
  SELECT RAISE(ABORT, 'batch: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'batch', NEW.id, NULL, 'insert',
    NULL,
    json_object('id', NEW.id, 'year', NEW.year, 'name', NEW.name, 'locked_on', NEW.locked_on, 'notice_from', NEW.notice_from, 'notice_until', NEW.notice_until, 'notice_days', NEW.notice_days, 'notice_contact', NEW.notice_contact)
  FROM change_context;
END;

CREATE TRIGGER batch_audit_update AFTER UPDATE ON batch
WHEN OLD.id IS NOT NEW.id OR OLD.year IS NOT NEW.year OR OLD.name IS NOT NEW.name OR OLD.locked_on IS NOT NEW.locked_on OR OLD.notice_from IS NOT NEW.notice_from OR OLD.notice_until IS NOT NEW.notice_until OR OLD.notice_days IS NOT NEW.notice_days OR OLD.notice_contact IS NOT NEW.notice_contact
BEGIN
  SELECT RAISE(ABORT, 'batch: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'batch: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'batch', NEW.id, NULL, 'update',
    json_object('id', OLD.id, 'year', OLD.year, 'name', OLD.name, 'locked_on', OLD.locked_on, 'notice_from', OLD.notice_from, 'notice_until', OLD.notice_until, 'notice_days', OLD.notice_days, 'notice_contact', OLD.notice_contact),
    json_object('id', NEW.id, 'year', NEW.year, 'name', NEW.name, 'locked_on', NEW.locked_on, 'notice_from', NEW.notice_from, 'notice_until', NEW.notice_until, 'notice_days', NEW.notice_days, 'notice_contact', NEW.notice_contact)
  FROM change_context;
END;

CREATE TABLE batch (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2200),
  name TEXT NOT NULL CHECK (name <> ''),
  locked_on TEXT CHECK (locked_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  notice_from TEXT CHECK (notice_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  notice_until TEXT CHECK (notice_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  notice_days INTEGER CHECK (notice_days > 0),
  notice_contact TEXT,
  UNIQUE (year, name),
  CHECK (notice_until >= notice_from),
  CHECK ((notice_from IS NULL) = (notice_until IS NULL) AND (notice_from IS NULL) = (notice_days IS NULL)),
  CHECK (notice_from IS NULL OR locked_on IS NOT NULL)
) STRICT;

CREATE TRIGGER budget_audit_delete AFTER DELETE ON budget
BEGIN
  SELECT RAISE(ABORT, 'budget: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'budget', OLD.id, NULL, 'delete',
    json_object('id', OLD.id, 'year', OLD.year, 'clause_id', OLD.clause_id, 'amount_fen', OLD.amount_fen),
    NULL
  FROM change_context;
END;

CREATE TRIGGER budget_audit_insert AFTER INSERT ON budget
BEGIN
  SELECT RAISE(ABORT, 'budget: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'budget', NEW.id, NULL, 'insert',
    NULL,
    json_object('id', NEW.id, 'year', NEW.year, 'clause_id', NEW.clause_id, 'amount_fen', NEW.amount_fen)
  FROM change_context;
END;

CREATE TRIGGER budget_audit_update AFTER UPDATE ON budget
WHEN OLD.id IS NOT NEW.id OR OLD.year IS NOT NEW.year OR OLD.clause_id IS NOT NEW.clause_id OR OLD.amount_fen IS NOT NEW.amount_fen
BEGIN
  SELECT RAISE(ABORT, 'budget: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'budget: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'budget', NEW.id, NULL, 'update',
    json_object('id', OLD.id, 'year', OLD.year, 'clause_id', OLD.clause_id, 'amount_fen', OLD.amount_fen),
    json_object('id', NEW.id, 'year', NEW.year, 'clause_id', NEW.clause_id, 'amount_fen', NEW.amount_fen)
  FROM change_context;
END;

CREATE TABLE budget (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2200),
  clause_id TEXT NOT NULL CHECK (clause_id <> ''),
  amount_fen INTEGER NOT NULL CHECK (amount_fen >= 0),
  UNIQUE (year, clause_id)
) STRICT;

CREATE TRIGGER chain_entry_audit_delete AFTER DELETE ON chain_entry
BEGIN
  SELECT RAISE(ABORT, 'chain_entry: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'chain_entry', OLD.id, NULL, 'delete',
    json_object('id', OLD.id, 'chain_id', OLD.chain_id, 'list', OLD.list, 'name', OLD.name, 'node_id', OLD.node_id, 'partner', OLD.partner, 'unit', OLD.unit, 'due_on', OLD.due_on, 'done_on', OLD.done_on, 'note', OLD.note, 'sample', OLD.sample),
    NULL
  FROM change_context;
END;

CREATE TRIGGER chain_entry_audit_insert AFTER INSERT ON chain_entry
BEGIN
  SELECT RAISE(ABORT, 'chain_entry: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'chain_entry', NEW.id, NULL, 'insert',
    NULL,
    json_object('id', NEW.id, 'chain_id', NEW.chain_id, 'list', NEW.list, 'name', NEW.name, 'node_id', NEW.node_id, 'partner', NEW.partner, 'unit', NEW.unit, 'due_on', NEW.due_on, 'done_on', NEW.done_on, 'note', NEW.note, 'sample', NEW.sample)
  FROM change_context;
END;

CREATE TRIGGER chain_entry_audit_update AFTER UPDATE ON chain_entry
WHEN OLD.id IS NOT NEW.id OR OLD.chain_id IS NOT NEW.chain_id OR OLD.list IS NOT NEW.list OR OLD.name IS NOT NEW.name OR OLD.node_id IS NOT NEW.node_id OR OLD.partner IS NOT NEW.partner OR OLD.unit IS NOT NEW.unit OR OLD.due_on IS NOT NEW.due_on OR OLD.done_on IS NOT NEW.done_on OR OLD.note IS NOT NEW.note OR OLD.sample IS NOT NEW.sample
BEGIN
  SELECT RAISE(ABORT, 'chain_entry: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'chain_entry: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'chain_entry', NEW.id, NULL, 'update',
    json_object('id', OLD.id, 'chain_id', OLD.chain_id, 'list', OLD.list, 'name', OLD.name, 'node_id', OLD.node_id, 'partner', OLD.partner, 'unit', OLD.unit, 'due_on', OLD.due_on, 'done_on', OLD.done_on, 'note', OLD.note, 'sample', OLD.sample),
    json_object('id', NEW.id, 'chain_id', NEW.chain_id, 'list', NEW.list, 'name', NEW.name, 'node_id', NEW.node_id, 'partner', NEW.partner, 'unit', NEW.unit, 'due_on', NEW.due_on, 'done_on', NEW.done_on, 'note', NEW.note, 'sample', NEW.sample)
  FROM change_context;
END;

CREATE TABLE chain_entry (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  chain_id TEXT NOT NULL,
  list TEXT NOT NULL CHECK (list IN ('strength', 'gap', 'technology', 'layout', 'project', 'resource', 'prospect')),
  name TEXT NOT NULL CHECK (name <> ''),
  node_id INTEGER REFERENCES chain_node (id),
  partner TEXT CHECK (partner <> ''),
  unit TEXT CHECK (unit <> ''),
  due_on TEXT CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  done_on TEXT CHECK (done_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note TEXT CHECK (note <> ''),
  sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
  UNIQUE (chain_id, list, name)
) STRICT;

CREATE INDEX chain_entry_by_node ON chain_entry (node_id);

CREATE TRIGGER chain_firm_audit_delete AFTER DELETE ON chain_firm
BEGIN
  SELECT RAISE(ABORT, 'chain_firm: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'chain_firm', OLD.id, OLD.firm_id, 'delete',
    json_object('id', OLD.id, 'node_id', OLD.node_id, 'firm_id', OLD.firm_id, 'role', OLD.role, 'note', OLD.note),
    NULL
  FROM change_context;
END;

CREATE TRIGGER chain_firm_audit_insert AFTER INSERT ON chain_firm
BEGIN
  SELECT RAISE(ABORT, 'chain_firm: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'chain_firm', NEW.id, NEW.firm_id, 'insert',
    NULL,
    json_object('id', NEW.id, 'node_id', NEW.node_id, 'firm_id', NEW.firm_id, 'role', NEW.role, 'note', NEW.note)
  FROM change_context;
END;

CREATE TRIGGER chain_firm_audit_update AFTER UPDATE ON chain_firm
WHEN OLD.id IS NOT NEW.id OR OLD.node_id IS NOT NEW.node_id OR OLD.firm_id IS NOT NEW.firm_id OR OLD.role IS NOT NEW.role OR OLD.note IS NOT NEW.note
BEGIN
  SELECT RAISE(ABORT, 'chain_firm: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'chain_firm: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'chain_firm', NEW.id, NEW.firm_id, 'update',
    json_object('id', OLD.id, 'node_id', OLD.node_id, 'firm_id', OLD.firm_id, 'role', OLD.role, 'note', OLD.note),
    json_object('id', NEW.id, 'node_id', NEW.node_id, 'firm_id', NEW.firm_id, 'role', NEW.role, 'note', NEW.note)
  FROM change_context;
END;

CREATE TABLE chain_firm (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  node_id INTEGER NOT NULL REFERENCES chain_node (id),
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  role TEXT CHECK (role IN ('leader', 'head', 'supplier')),
  note TEXT CHECK (note <> ''),
  UNIQUE (node_id, firm_id)
) STRICT;

CREATE INDEX chain_firm_by_firm ON chain_firm (firm_id);

CREATE TRIGGER chain_node_audit_delete AFTER DELETE ON chain_node
BEGIN
  SELECT RAISE(ABORT, 'chain_node: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'chain_node', OLD.id, NULL, 'delete',
    json_object('id', OLD.id, 'chain_id', OLD.chain_id, 'tier', OLD.tier, 'position', OLD.position, 'name', OLD.name, 'standing', OLD.standing, 'note', OLD.note, 'sample', OLD.sample),
    NULL
  FROM change_context;
END;

CREATE TRIGGER chain_node_audit_insert AFTER INSERT ON chain_node
BEGIN
  SELECT RAISE(ABORT, 'chain_node: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'chain_node', NEW.id, NULL, 'insert',
    NULL,
    json_object('id', NEW.id, 'chain_id', NEW.chain_id, 'tier', NEW.tier, 'position', NEW.position, 'name', NEW.name, 'standing', NEW.standing, 'note', NEW.note, 'sample', NEW.sample)
  FROM change_context;
END;

CREATE TRIGGER chain_node_audit_update AFTER UPDATE ON chain_node
WHEN OLD.id IS NOT NEW.id OR OLD.chain_id IS NOT NEW.chain_id OR OLD.tier IS NOT NEW.tier OR OLD.position IS NOT NEW.position OR OLD.name IS NOT NEW.name OR OLD.standing IS NOT NEW.standing OR OLD.note IS NOT NEW.note OR OLD.sample IS NOT NEW.sample
BEGIN
  SELECT RAISE(ABORT, 'chain_node: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'chain_node: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'chain_node', NEW.id, NULL, 'update',
    json_object('id', OLD.id, 'chain_id', OLD.chain_id, 'tier', OLD.tier, 'position', OLD.position, 'name', OLD.name, 'standing', OLD.standing, 'note', OLD.note, 'sample', OLD.sample),
    json_object('id', NEW.id, 'chain_id', NEW.chain_id, 'tier', NEW.tier, 'position', NEW.position, 'name', NEW.name, 'standing', NEW.standing, 'note', NEW.note, 'sample', NEW.sample)
  FROM change_context;
END;

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

CREATE TRIGGER change_refuse_delete BEFORE DELETE ON change BEGIN
  SELECT RAISE(ABORT, 'change: append-only');
END;

CREATE TRIGGER change_refuse_update BEFORE UPDATE ON change BEGIN
  SELECT RAISE(ABORT, 'change: append-only');
END;

CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  change_set_id INTEGER NOT NULL REFERENCES change_set (id) DEFERRABLE INITIALLY DEFERRED,
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  firm_id INTEGER,
  op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete')),
  before TEXT CHECK ((before IS NULL) = (op = 'insert')),
  after TEXT CHECK ((after IS NULL) = (op = 'delete'))
) STRICT;

CREATE INDEX change_by_firm ON change (firm_id) WHERE firm_id IS NOT NULL;

CREATE INDEX change_by_row ON change (table_name, row_id);

CREATE INDEX change_by_set ON change (change_set_id);

CREATE TABLE change_context (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  change_set_id INTEGER NOT NULL
) STRICT;

CREATE TRIGGER change_set_refuse_delete BEFORE DELETE ON change_set BEGIN
  SELECT RAISE(ABORT, 'change_set: append-only');
END;

CREATE TRIGGER change_set_refuse_update BEFORE UPDATE ON change_set BEGIN
  SELECT RAISE(ABORT, 'change_set: append-only');
END;

CREATE TABLE change_set (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL CHECK (actor <> ''),
  kind TEXT NOT NULL CHECK (kind <> ''),
  reason TEXT NOT NULL,
  undoes_id INTEGER REFERENCES change_set (id) CHECK (undoes_id < id),
  change_count INTEGER NOT NULL CHECK (change_count >= 0),
  parent_hash TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
) STRICT;

CREATE INDEX change_set_undoes ON change_set (undoes_id) WHERE undoes_id IS NOT NULL;

CREATE TRIGGER claim_audit_delete AFTER DELETE ON claim
BEGIN
  SELECT RAISE(ABORT, 'claim: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'claim', OLD.id, OLD.firm_id, 'delete',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'clause_id', OLD.clause_id, 'year', OLD.year, 'ground_key', OLD.ground_key, 'ground_label', OLD.ground_label, 'event_on', OLD.event_on, 'title_id', OLD.title_id, 'event_id', OLD.event_id, 'project_id', OLD.project_id, 'batch_id', OLD.batch_id, 'state', OLD.state, 'computed_fen', OLD.computed_fen, 'ceiling', OLD.ceiling, 'requested_fen', OLD.requested_fen, 'decided_fen', OLD.decided_fen, 'decision_reason', OLD.decision_reason, 'paid_fen', OLD.paid_fen, 'settlement', OLD.settlement, 'payers', OLD.payers, 'trace', OLD.trace, 'pack_id', OLD.pack_id, 'pack_hash', OLD.pack_hash, 'computed_on', OLD.computed_on),
    NULL
  FROM change_context;
END;

CREATE TRIGGER claim_audit_insert AFTER INSERT ON claim
BEGIN
  SELECT RAISE(ABORT, 'claim: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'claim', NEW.id, NEW.firm_id, 'insert',
    NULL,
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'clause_id', NEW.clause_id, 'year', NEW.year, 'ground_key', NEW.ground_key, 'ground_label', NEW.ground_label, 'event_on', NEW.event_on, 'title_id', NEW.title_id, 'event_id', NEW.event_id, 'project_id', NEW.project_id, 'batch_id', NEW.batch_id, 'state', NEW.state, 'computed_fen', NEW.computed_fen, 'ceiling', NEW.ceiling, 'requested_fen', NEW.requested_fen, 'decided_fen', NEW.decided_fen, 'decision_reason', NEW.decision_reason, 'paid_fen', NEW.paid_fen, 'settlement', NEW.settlement, 'payers', NEW.payers, 'trace', NEW.trace, 'pack_id', NEW.pack_id, 'pack_hash', NEW.pack_hash, 'computed_on', NEW.computed_on)
  FROM change_context;
END;

CREATE TRIGGER claim_audit_update AFTER UPDATE ON claim
WHEN OLD.id IS NOT NEW.id OR OLD.firm_id IS NOT NEW.firm_id OR OLD.clause_id IS NOT NEW.clause_id OR OLD.year IS NOT NEW.year OR OLD.ground_key IS NOT NEW.ground_key OR OLD.ground_label IS NOT NEW.ground_label OR OLD.event_on IS NOT NEW.event_on OR OLD.title_id IS NOT NEW.title_id OR OLD.event_id IS NOT NEW.event_id OR OLD.project_id IS NOT NEW.project_id OR OLD.batch_id IS NOT NEW.batch_id OR OLD.state IS NOT NEW.state OR OLD.computed_fen IS NOT NEW.computed_fen OR OLD.ceiling IS NOT NEW.ceiling OR OLD.requested_fen IS NOT NEW.requested_fen OR OLD.decided_fen IS NOT NEW.decided_fen OR OLD.decision_reason IS NOT NEW.decision_reason OR OLD.paid_fen IS NOT NEW.paid_fen OR OLD.settlement IS NOT NEW.settlement OR OLD.payers IS NOT NEW.payers OR OLD.trace IS NOT NEW.trace OR OLD.pack_id IS NOT NEW.pack_id OR OLD.pack_hash IS NOT NEW.pack_hash OR OLD.computed_on IS NOT NEW.computed_on
BEGIN
  SELECT RAISE(ABORT, 'claim: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'claim: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'claim', NEW.id, NEW.firm_id, 'update',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'clause_id', OLD.clause_id, 'year', OLD.year, 'ground_key', OLD.ground_key, 'ground_label', OLD.ground_label, 'event_on', OLD.event_on, 'title_id', OLD.title_id, 'event_id', OLD.event_id, 'project_id', OLD.project_id, 'batch_id', OLD.batch_id, 'state', OLD.state, 'computed_fen', OLD.computed_fen, 'ceiling', OLD.ceiling, 'requested_fen', OLD.requested_fen, 'decided_fen', OLD.decided_fen, 'decision_reason', OLD.decision_reason, 'paid_fen', OLD.paid_fen, 'settlement', OLD.settlement, 'payers', OLD.payers, 'trace', OLD.trace, 'pack_id', OLD.pack_id, 'pack_hash', OLD.pack_hash, 'computed_on', OLD.computed_on),
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'clause_id', NEW.clause_id, 'year', NEW.year, 'ground_key', NEW.ground_key, 'ground_label', NEW.ground_label, 'event_on', NEW.event_on, 'title_id', NEW.title_id, 'event_id', NEW.event_id, 'project_id', NEW.project_id, 'batch_id', NEW.batch_id, 'state', NEW.state, 'computed_fen', NEW.computed_fen, 'ceiling', NEW.ceiling, 'requested_fen', NEW.requested_fen, 'decided_fen', NEW.decided_fen, 'decision_reason', NEW.decision_reason, 'paid_fen', NEW.paid_fen, 'settlement', NEW.settlement, 'payers', NEW.payers, 'trace', NEW.trace, 'pack_id', NEW.pack_id, 'pack_hash', NEW.pack_hash, 'computed_on', NEW.computed_on)
  FROM change_context;
END;

CREATE TRIGGER claim_covers_payments AFTER UPDATE OF decided_fen ON claim BEGIN
  SELECT RAISE(ABORT, 'claim: decided less than paid')
  WHERE (SELECT coalesce(sum(amount_fen), 0) FROM payment WHERE payment.claim_id = NEW.id) > coalesce(NEW.decided_fen, 0);
END;

CREATE TRIGGER claim_stays_in_locked_batch AFTER UPDATE OF batch_id ON claim
WHEN OLD.batch_id IS NOT NEW.batch_id AND OLD.state = 'decided' AND NEW.state = 'decided' BEGIN
  SELECT RAISE(ABORT, 'claim: the batch is locked')
  WHERE EXISTS (SELECT 1 FROM batch WHERE id IN (OLD.batch_id, NEW.batch_id) AND locked_on IS NOT NULL);
END;

CREATE TABLE claim (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  clause_id TEXT NOT NULL CHECK (clause_id <> ''),
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2200),
  ground_key TEXT NOT NULL CHECK (ground_key <> ''),
  ground_label TEXT NOT NULL CHECK (ground_label <> ''),
  event_on TEXT NOT NULL CHECK (event_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  title_id TEXT,
  event_id INTEGER REFERENCES title_event (id),
  project_id INTEGER REFERENCES project (id),
  batch_id INTEGER REFERENCES batch (id),
  state TEXT NOT NULL CHECK (state IN ('computed', 'filed', 'checked', 'decided', 'announced', 'paid', 'archived', 'returned', 'refused', 'withdrawn')),
  computed_fen INTEGER NOT NULL CHECK (computed_fen >= 0),
  ceiling INTEGER NOT NULL CHECK (ceiling IN (0, 1)),
  requested_fen INTEGER CHECK (requested_fen > 0),
  decided_fen INTEGER CHECK (decided_fen > 0 AND decided_fen <= computed_fen),
  decision_reason TEXT,
  paid_fen INTEGER NOT NULL DEFAULT 0 CHECK (paid_fen >= 0 AND paid_fen <= coalesce(decided_fen, 0)),
  settlement TEXT CHECK (json_valid(settlement)),
  payers TEXT NOT NULL CHECK (json_type(payers) = 'array'),
  trace TEXT NOT NULL CHECK (json_valid(trace)),
  pack_id TEXT NOT NULL,
  pack_hash TEXT NOT NULL,
  computed_on TEXT NOT NULL CHECK (computed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  CHECK ((event_id IS NULL) = (title_id IS NULL) AND (event_id IS NULL) <> (project_id IS NULL)),
  CHECK ((state IN ('decided', 'announced', 'paid', 'archived')) = (decided_fen IS NOT NULL)),
  CHECK (state NOT IN ('announced', 'paid', 'archived') OR batch_id IS NOT NULL)
) STRICT;

CREATE INDEX claim_by_batch ON claim (batch_id) WHERE batch_id IS NOT NULL;

CREATE INDEX claim_by_event ON claim (event_id) WHERE event_id IS NOT NULL;

CREATE INDEX claim_by_project ON claim (project_id) WHERE project_id IS NOT NULL;

CREATE INDEX claim_by_year ON claim (year, state);

CREATE UNIQUE INDEX claim_once ON claim (firm_id, clause_id, ground_key) WHERE state <> 'withdrawn';

CREATE TRIGGER claim_step_audit_delete AFTER DELETE ON claim_step
BEGIN
  SELECT RAISE(ABORT, 'claim_step: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'claim_step', OLD.id, OLD.firm_id, 'delete',
    json_object('id', OLD.id, 'claim_id', OLD.claim_id, 'firm_id', OLD.firm_id, 'action', OLD.action, 'step_on', OLD.step_on, 'person', OLD.person, 'amount_fen', OLD.amount_fen, 'document', OLD.document, 'note', OLD.note),
    NULL
  FROM change_context;
END;

CREATE TRIGGER claim_step_audit_insert AFTER INSERT ON claim_step
BEGIN
  SELECT RAISE(ABORT, 'claim_step: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'claim_step', NEW.id, NEW.firm_id, 'insert',
    NULL,
    json_object('id', NEW.id, 'claim_id', NEW.claim_id, 'firm_id', NEW.firm_id, 'action', NEW.action, 'step_on', NEW.step_on, 'person', NEW.person, 'amount_fen', NEW.amount_fen, 'document', NEW.document, 'note', NEW.note)
  FROM change_context;
END;

CREATE TRIGGER claim_step_audit_update AFTER UPDATE ON claim_step
WHEN OLD.id IS NOT NEW.id OR OLD.claim_id IS NOT NEW.claim_id OR OLD.firm_id IS NOT NEW.firm_id OR OLD.action IS NOT NEW.action OR OLD.step_on IS NOT NEW.step_on OR OLD.person IS NOT NEW.person OR OLD.amount_fen IS NOT NEW.amount_fen OR OLD.document IS NOT NEW.document OR OLD.note IS NOT NEW.note
BEGIN
  SELECT RAISE(ABORT, 'claim_step: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'claim_step: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'claim_step', NEW.id, NEW.firm_id, 'update',
    json_object('id', OLD.id, 'claim_id', OLD.claim_id, 'firm_id', OLD.firm_id, 'action', OLD.action, 'step_on', OLD.step_on, 'person', OLD.person, 'amount_fen', OLD.amount_fen, 'document', OLD.document, 'note', OLD.note),
    json_object('id', NEW.id, 'claim_id', NEW.claim_id, 'firm_id', NEW.firm_id, 'action', NEW.action, 'step_on', NEW.step_on, 'person', NEW.person, 'amount_fen', NEW.amount_fen, 'document', NEW.document, 'note', NEW.note)
  FROM change_context;
END;

CREATE TABLE claim_step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  claim_id INTEGER NOT NULL REFERENCES claim (id),
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  action TEXT NOT NULL CHECK (action IN ('assemble', 'recompute', 'file', 'check', 'decide', 'announce', 'pay',
    'archive', 'return', 'refuse', 'withdraw')),
  step_on TEXT NOT NULL CHECK (step_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  person TEXT NOT NULL CHECK (person <> ''),
  amount_fen INTEGER,
  document TEXT,
  note TEXT
) STRICT;

CREATE INDEX claim_step_by_claim ON claim_step (claim_id);

CREATE TRIGGER evaluation_audit_delete AFTER DELETE ON evaluation
BEGIN
  SELECT RAISE(ABORT, 'evaluation: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'evaluation', OLD.id, NULL, 'delete',
    json_object('id', OLD.id, 'pool_id', OLD.pool_id, 'year', OLD.year, 'as_of', OLD.as_of, 'published_on', OLD.published_on, 'document', OLD.document, 'rule', OLD.rule, 'rule_version', OLD.rule_version),
    NULL
  FROM change_context;
END;

CREATE TRIGGER evaluation_audit_insert AFTER INSERT ON evaluation
BEGIN
  SELECT RAISE(ABORT, 'evaluation: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'evaluation', NEW.id, NULL, 'insert',
    NULL,
    json_object('id', NEW.id, 'pool_id', NEW.pool_id, 'year', NEW.year, 'as_of', NEW.as_of, 'published_on', NEW.published_on, 'document', NEW.document, 'rule', NEW.rule, 'rule_version', NEW.rule_version)
  FROM change_context;
END;

CREATE TRIGGER evaluation_audit_update AFTER UPDATE ON evaluation
WHEN OLD.id IS NOT NEW.id OR OLD.pool_id IS NOT NEW.pool_id OR OLD.year IS NOT NEW.year OR OLD.as_of IS NOT NEW.as_of OR OLD.published_on IS NOT NEW.published_on OR OLD.document IS NOT NEW.document OR OLD.rule IS NOT NEW.rule OR OLD.rule_version IS NOT NEW.rule_version
BEGIN
  SELECT RAISE(ABORT, 'evaluation: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'evaluation: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'evaluation', NEW.id, NULL, 'update',
    json_object('id', OLD.id, 'pool_id', OLD.pool_id, 'year', OLD.year, 'as_of', OLD.as_of, 'published_on', OLD.published_on, 'document', OLD.document, 'rule', OLD.rule, 'rule_version', OLD.rule_version),
    json_object('id', NEW.id, 'pool_id', NEW.pool_id, 'year', NEW.year, 'as_of', NEW.as_of, 'published_on', NEW.published_on, 'document', NEW.document, 'rule', NEW.rule, 'rule_version', NEW.rule_version)
  FROM change_context;
END;

CREATE TABLE evaluation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  pool_id TEXT NOT NULL CHECK (pool_id <> ''),
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2200),
  as_of TEXT NOT NULL CHECK (as_of GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  published_on TEXT NOT NULL CHECK (published_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  document TEXT,
  rule TEXT NOT NULL CHECK (json_valid(rule)),
  rule_version TEXT NOT NULL CHECK (rule_version <> ''),
  UNIQUE (pool_id, year)
) STRICT;

CREATE TRIGGER evaluation_decision_audit_delete AFTER DELETE ON evaluation_decision
BEGIN
  SELECT RAISE(ABORT, 'evaluation_decision: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'evaluation_decision', OLD.id, OLD.firm_id, 'delete',
    json_object('id', OLD.id, 'pool_id', OLD.pool_id, 'year', OLD.year, 'firm_id', OLD.firm_id, 'points', OLD.points, 'exempt', OLD.exempt, 'reason', OLD.reason, 'appeal', OLD.appeal, 'appeal_result', OLD.appeal_result),
    NULL
  FROM change_context;
END;

CREATE TRIGGER evaluation_decision_audit_insert AFTER INSERT ON evaluation_decision
BEGIN
  SELECT RAISE(ABORT, 'evaluation_decision: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'evaluation_decision', NEW.id, NEW.firm_id, 'insert',
    NULL,
    json_object('id', NEW.id, 'pool_id', NEW.pool_id, 'year', NEW.year, 'firm_id', NEW.firm_id, 'points', NEW.points, 'exempt', NEW.exempt, 'reason', NEW.reason, 'appeal', NEW.appeal, 'appeal_result', NEW.appeal_result)
  FROM change_context;
END;

CREATE TRIGGER evaluation_decision_audit_update AFTER UPDATE ON evaluation_decision
WHEN OLD.id IS NOT NEW.id OR OLD.pool_id IS NOT NEW.pool_id OR OLD.year IS NOT NEW.year OR OLD.firm_id IS NOT NEW.firm_id OR OLD.points IS NOT NEW.points OR OLD.exempt IS NOT NEW.exempt OR OLD.reason IS NOT NEW.reason OR OLD.appeal IS NOT NEW.appeal OR OLD.appeal_result IS NOT NEW.appeal_result
BEGIN
  SELECT RAISE(ABORT, 'evaluation_decision: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'evaluation_decision: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'evaluation_decision', NEW.id, NEW.firm_id, 'update',
    json_object('id', OLD.id, 'pool_id', OLD.pool_id, 'year', OLD.year, 'firm_id', OLD.firm_id, 'points', OLD.points, 'exempt', OLD.exempt, 'reason', OLD.reason, 'appeal', OLD.appeal, 'appeal_result', OLD.appeal_result),
    json_object('id', NEW.id, 'pool_id', NEW.pool_id, 'year', NEW.year, 'firm_id', NEW.firm_id, 'points', NEW.points, 'exempt', NEW.exempt, 'reason', NEW.reason, 'appeal', NEW.appeal, 'appeal_result', NEW.appeal_result)
  FROM change_context;
END;

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

CREATE INDEX evaluation_decision_by_firm ON evaluation_decision (firm_id);

CREATE TRIGGER evaluation_result_audit_delete AFTER DELETE ON evaluation_result
BEGIN
  SELECT RAISE(ABORT, 'evaluation_result: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'evaluation_result', OLD.id, OLD.firm_id, 'delete',
    json_object('id', OLD.id, 'evaluation_id', OLD.evaluation_id, 'firm_id', OLD.firm_id, 'name_at', OLD.name_at, 'stage', OLD.stage, 'standing', OLD.standing, 'low', OLD.low, 'high', OLD.high, 'points', OLD.points, 'grade', OLD.grade, 'passes', OLD.passes, 'rank', OLD.rank, 'reason', OLD.reason, 'items', OLD.items),
    NULL
  FROM change_context;
END;

CREATE TRIGGER evaluation_result_audit_insert AFTER INSERT ON evaluation_result
BEGIN
  SELECT RAISE(ABORT, 'evaluation_result: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'evaluation_result', NEW.id, NEW.firm_id, 'insert',
    NULL,
    json_object('id', NEW.id, 'evaluation_id', NEW.evaluation_id, 'firm_id', NEW.firm_id, 'name_at', NEW.name_at, 'stage', NEW.stage, 'standing', NEW.standing, 'low', NEW.low, 'high', NEW.high, 'points', NEW.points, 'grade', NEW.grade, 'passes', NEW.passes, 'rank', NEW.rank, 'reason', NEW.reason, 'items', NEW.items)
  FROM change_context;
END;

CREATE TRIGGER evaluation_result_audit_update AFTER UPDATE ON evaluation_result
WHEN OLD.id IS NOT NEW.id OR OLD.evaluation_id IS NOT NEW.evaluation_id OR OLD.firm_id IS NOT NEW.firm_id OR OLD.name_at IS NOT NEW.name_at OR OLD.stage IS NOT NEW.stage OR OLD.standing IS NOT NEW.standing OR OLD.low IS NOT NEW.low OR OLD.high IS NOT NEW.high OR OLD.points IS NOT NEW.points OR OLD.grade IS NOT NEW.grade OR OLD.passes IS NOT NEW.passes OR OLD.rank IS NOT NEW.rank OR OLD.reason IS NOT NEW.reason OR OLD.items IS NOT NEW.items
BEGIN
  SELECT RAISE(ABORT, 'evaluation_result: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'evaluation_result: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'evaluation_result', NEW.id, NEW.firm_id, 'update',
    json_object('id', OLD.id, 'evaluation_id', OLD.evaluation_id, 'firm_id', OLD.firm_id, 'name_at', OLD.name_at, 'stage', OLD.stage, 'standing', OLD.standing, 'low', OLD.low, 'high', OLD.high, 'points', OLD.points, 'grade', OLD.grade, 'passes', OLD.passes, 'rank', OLD.rank, 'reason', OLD.reason, 'items', OLD.items),
    json_object('id', NEW.id, 'evaluation_id', NEW.evaluation_id, 'firm_id', NEW.firm_id, 'name_at', NEW.name_at, 'stage', NEW.stage, 'standing', NEW.standing, 'low', NEW.low, 'high', NEW.high, 'points', NEW.points, 'grade', NEW.grade, 'passes', NEW.passes, 'rank', NEW.rank, 'reason', NEW.reason, 'items', NEW.items)
  FROM change_context;
END;

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

CREATE TRIGGER firm_audit_delete AFTER DELETE ON firm
BEGIN
  SELECT RAISE(ABORT, 'firm: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'firm', OLD.id, OLD.id, 'delete',
    json_object('id', OLD.id, 'code', OLD.code, 'code_state', OLD.code_state, 'name', OLD.name, 'street_id', OLD.street_id, 'platform_id', OLD.platform_id, 'chain_id', OLD.chain_id, 'industry', OLD.industry, 'scale', OLD.scale, 'above_scale', OLD.above_scale, 'legal_form', OLD.legal_form, 'registered_on', OLD.registered_on, 'registered_capital', OLD.registered_capital, 'province', OLD.province, 'city', OLD.city, 'address', OLD.address, 'main_product', OLD.main_product, 'business_scope', OLD.business_scope, 'legal_person', OLD.legal_person, 'contact_name', OLD.contact_name, 'contact_phone', OLD.contact_phone, 'remark', OLD.remark, 'status', OLD.status, 'sample', OLD.sample, 'name_key', OLD.name_key, 'name_sort', OLD.name_sort, 'search_text', OLD.search_text),
    NULL
  FROM change_context;
END;

CREATE TRIGGER firm_audit_insert AFTER INSERT ON firm
BEGIN
  SELECT RAISE(ABORT, 'firm: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'firm', NEW.id, NEW.id, 'insert',
    NULL,
    json_object('id', NEW.id, 'code', NEW.code, 'code_state', NEW.code_state, 'name', NEW.name, 'street_id', NEW.street_id, 'platform_id', NEW.platform_id, 'chain_id', NEW.chain_id, 'industry', NEW.industry, 'scale', NEW.scale, 'above_scale', NEW.above_scale, 'legal_form', NEW.legal_form, 'registered_on', NEW.registered_on, 'registered_capital', NEW.registered_capital, 'province', NEW.province, 'city', NEW.city, 'address', NEW.address, 'main_product', NEW.main_product, 'business_scope', NEW.business_scope, 'legal_person', NEW.legal_person, 'contact_name', NEW.contact_name, 'contact_phone', NEW.contact_phone, 'remark', NEW.remark, 'status', NEW.status, 'sample', NEW.sample, 'name_key', NEW.name_key, 'name_sort', NEW.name_sort, 'search_text', NEW.search_text)
  FROM change_context;
END;

CREATE TRIGGER firm_audit_update AFTER UPDATE ON firm
WHEN OLD.id IS NOT NEW.id OR OLD.code IS NOT NEW.code OR OLD.code_state IS NOT NEW.code_state OR OLD.name IS NOT NEW.name OR OLD.street_id IS NOT NEW.street_id OR OLD.platform_id IS NOT NEW.platform_id OR OLD.chain_id IS NOT NEW.chain_id OR OLD.industry IS NOT NEW.industry OR OLD.scale IS NOT NEW.scale OR OLD.above_scale IS NOT NEW.above_scale OR OLD.legal_form IS NOT NEW.legal_form OR OLD.registered_on IS NOT NEW.registered_on OR OLD.registered_capital IS NOT NEW.registered_capital OR OLD.province IS NOT NEW.province OR OLD.city IS NOT NEW.city OR OLD.address IS NOT NEW.address OR OLD.main_product IS NOT NEW.main_product OR OLD.business_scope IS NOT NEW.business_scope OR OLD.legal_person IS NOT NEW.legal_person OR OLD.contact_name IS NOT NEW.contact_name OR OLD.contact_phone IS NOT NEW.contact_phone OR OLD.remark IS NOT NEW.remark OR OLD.status IS NOT NEW.status OR OLD.sample IS NOT NEW.sample OR OLD.name_key IS NOT NEW.name_key OR OLD.name_sort IS NOT NEW.name_sort OR OLD.search_text IS NOT NEW.search_text
BEGIN
  SELECT RAISE(ABORT, 'firm: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'firm: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'firm', NEW.id, NEW.id, 'update',
    json_object('id', OLD.id, 'code', OLD.code, 'code_state', OLD.code_state, 'name', OLD.name, 'street_id', OLD.street_id, 'platform_id', OLD.platform_id, 'chain_id', OLD.chain_id, 'industry', OLD.industry, 'scale', OLD.scale, 'above_scale', OLD.above_scale, 'legal_form', OLD.legal_form, 'registered_on', OLD.registered_on, 'registered_capital', OLD.registered_capital, 'province', OLD.province, 'city', OLD.city, 'address', OLD.address, 'main_product', OLD.main_product, 'business_scope', OLD.business_scope, 'legal_person', OLD.legal_person, 'contact_name', OLD.contact_name, 'contact_phone', OLD.contact_phone, 'remark', OLD.remark, 'status', OLD.status, 'sample', OLD.sample, 'name_key', OLD.name_key, 'name_sort', OLD.name_sort, 'search_text', OLD.search_text),
    json_object('id', NEW.id, 'code', NEW.code, 'code_state', NEW.code_state, 'name', NEW.name, 'street_id', NEW.street_id, 'platform_id', NEW.platform_id, 'chain_id', NEW.chain_id, 'industry', NEW.industry, 'scale', NEW.scale, 'above_scale', NEW.above_scale, 'legal_form', NEW.legal_form, 'registered_on', NEW.registered_on, 'registered_capital', NEW.registered_capital, 'province', NEW.province, 'city', NEW.city, 'address', NEW.address, 'main_product', NEW.main_product, 'business_scope', NEW.business_scope, 'legal_person', NEW.legal_person, 'contact_name', NEW.contact_name, 'contact_phone', NEW.contact_phone, 'remark', NEW.remark, 'status', NEW.status, 'sample', NEW.sample, 'name_key', NEW.name_key, 'name_sort', NEW.name_sort, 'search_text', NEW.search_text)
  FROM change_context;
END;

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
  registered_on TEXT CHECK (registered_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
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

CREATE INDEX firm_by_chain ON firm (chain_id);

CREATE INDEX firm_by_name_key ON firm (name_key);

CREATE INDEX firm_by_places ON firm (street_id, platform_id, chain_id, sample);

CREATE INDEX firm_by_platform ON firm (platform_id);

CREATE INDEX firm_by_registered_on ON firm (registered_on);

CREATE INDEX firm_by_scale ON firm (scale);

CREATE INDEX firm_by_street ON firm (street_id);

CREATE INDEX firm_list ON firm (name_sort, search_text, code, status, street_id, platform_id, chain_id, scale);

CREATE TRIGGER firm_distinct_audit_delete AFTER DELETE ON firm_distinct
BEGIN
  SELECT RAISE(ABORT, 'firm_distinct: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'firm_distinct', OLD.id, OLD.firm_id, 'delete',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'other_id', OLD.other_id, 'reason', OLD.reason),
    NULL
  FROM change_context;
END;

CREATE TRIGGER firm_distinct_audit_insert AFTER INSERT ON firm_distinct
BEGIN
  SELECT RAISE(ABORT, 'firm_distinct: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'firm_distinct', NEW.id, NEW.firm_id, 'insert',
    NULL,
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'other_id', NEW.other_id, 'reason', NEW.reason)
  FROM change_context;
END;

CREATE TRIGGER firm_distinct_audit_update AFTER UPDATE ON firm_distinct
WHEN OLD.id IS NOT NEW.id OR OLD.firm_id IS NOT NEW.firm_id OR OLD.other_id IS NOT NEW.other_id OR OLD.reason IS NOT NEW.reason
BEGIN
  SELECT RAISE(ABORT, 'firm_distinct: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'firm_distinct: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'firm_distinct', NEW.id, NEW.firm_id, 'update',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'other_id', OLD.other_id, 'reason', OLD.reason),
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'other_id', NEW.other_id, 'reason', NEW.reason)
  FROM change_context;
END;

CREATE TABLE firm_distinct (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  other_id INTEGER NOT NULL REFERENCES firm (id) CHECK (other_id > firm_id),
  reason TEXT NOT NULL CHECK (reason <> ''),
  UNIQUE (firm_id, other_id)
) STRICT;

CREATE INDEX firm_distinct_by_other ON firm_distinct (other_id);

CREATE TRIGGER firm_event_audit_delete AFTER DELETE ON firm_event
BEGIN
  SELECT RAISE(ABORT, 'firm_event: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'firm_event', OLD.id, OLD.firm_id, 'delete',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'kind', OLD.kind, 'event_on', OLD.event_on, 'document', OLD.document, 'note', OLD.note),
    NULL
  FROM change_context;
END;

CREATE TRIGGER firm_event_audit_insert AFTER INSERT ON firm_event
BEGIN
  SELECT RAISE(ABORT, 'firm_event: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'firm_event', NEW.id, NEW.firm_id, 'insert',
    NULL,
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'kind', NEW.kind, 'event_on', NEW.event_on, 'document', NEW.document, 'note', NEW.note)
  FROM change_context;
END;

CREATE TRIGGER firm_event_audit_update AFTER UPDATE ON firm_event
WHEN OLD.id IS NOT NEW.id OR OLD.firm_id IS NOT NEW.firm_id OR OLD.kind IS NOT NEW.kind OR OLD.event_on IS NOT NEW.event_on OR OLD.document IS NOT NEW.document OR OLD.note IS NOT NEW.note
BEGIN
  SELECT RAISE(ABORT, 'firm_event: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'firm_event: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'firm_event', NEW.id, NEW.firm_id, 'update',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'kind', OLD.kind, 'event_on', OLD.event_on, 'document', OLD.document, 'note', OLD.note),
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'kind', NEW.kind, 'event_on', NEW.event_on, 'document', NEW.document, 'note', NEW.note)
  FROM change_context;
END;

CREATE TABLE firm_event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  kind TEXT NOT NULL CHECK (kind IN ('movedIn', 'movedOut', 'closed')),
  event_on TEXT NOT NULL CHECK (event_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  document TEXT,
  note TEXT
) STRICT;

CREATE INDEX firm_event_by_firm ON firm_event (firm_id);

CREATE TRIGGER firm_merge_audit_delete AFTER DELETE ON firm_merge
BEGIN
  SELECT RAISE(ABORT, 'firm_merge: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'firm_merge', OLD.id, OLD.firm_id, 'delete',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'gone_id', OLD.gone_id, 'gone_name', OLD.gone_name, 'gone_code', OLD.gone_code, 'merged_on', OLD.merged_on),
    NULL
  FROM change_context;
END;

CREATE TRIGGER firm_merge_audit_insert AFTER INSERT ON firm_merge
BEGIN
  SELECT RAISE(ABORT, 'firm_merge: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'firm_merge', NEW.id, NEW.firm_id, 'insert',
    NULL,
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'gone_id', NEW.gone_id, 'gone_name', NEW.gone_name, 'gone_code', NEW.gone_code, 'merged_on', NEW.merged_on)
  FROM change_context;
END;

CREATE TRIGGER firm_merge_audit_update AFTER UPDATE ON firm_merge
WHEN OLD.id IS NOT NEW.id OR OLD.firm_id IS NOT NEW.firm_id OR OLD.gone_id IS NOT NEW.gone_id OR OLD.gone_name IS NOT NEW.gone_name OR OLD.gone_code IS NOT NEW.gone_code OR OLD.merged_on IS NOT NEW.merged_on
BEGIN
  SELECT RAISE(ABORT, 'firm_merge: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'firm_merge: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'firm_merge', NEW.id, NEW.firm_id, 'update',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'gone_id', OLD.gone_id, 'gone_name', OLD.gone_name, 'gone_code', OLD.gone_code, 'merged_on', OLD.merged_on),
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'gone_id', NEW.gone_id, 'gone_name', NEW.gone_name, 'gone_code', NEW.gone_code, 'merged_on', NEW.merged_on)
  FROM change_context;
END;

CREATE TABLE firm_merge (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  gone_id INTEGER NOT NULL UNIQUE CHECK (gone_id <> firm_id),
  gone_name TEXT NOT NULL CHECK (gone_name <> ''),
  gone_code TEXT,
  merged_on TEXT NOT NULL CHECK (merged_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

CREATE INDEX firm_merge_by_firm ON firm_merge (firm_id);

CREATE TRIGGER firm_name_audit_delete AFTER DELETE ON firm_name
BEGIN
  SELECT RAISE(ABORT, 'firm_name: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'firm_name', OLD.id, OLD.firm_id, 'delete',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'name', OLD.name, 'name_key', OLD.name_key, 'from_on', OLD.from_on, 'until_on', OLD.until_on),
    NULL
  FROM change_context;
END;

CREATE TRIGGER firm_name_audit_insert AFTER INSERT ON firm_name
BEGIN
  SELECT RAISE(ABORT, 'firm_name: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'firm_name', NEW.id, NEW.firm_id, 'insert',
    NULL,
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'name', NEW.name, 'name_key', NEW.name_key, 'from_on', NEW.from_on, 'until_on', NEW.until_on)
  FROM change_context;
END;

CREATE TRIGGER firm_name_audit_update AFTER UPDATE ON firm_name
WHEN OLD.id IS NOT NEW.id OR OLD.firm_id IS NOT NEW.firm_id OR OLD.name IS NOT NEW.name OR OLD.name_key IS NOT NEW.name_key OR OLD.from_on IS NOT NEW.from_on OR OLD.until_on IS NOT NEW.until_on
BEGIN
  SELECT RAISE(ABORT, 'firm_name: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'firm_name: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'firm_name', NEW.id, NEW.firm_id, 'update',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'name', OLD.name, 'name_key', OLD.name_key, 'from_on', OLD.from_on, 'until_on', OLD.until_on),
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'name', NEW.name, 'name_key', NEW.name_key, 'from_on', NEW.from_on, 'until_on', NEW.until_on)
  FROM change_context;
END;

CREATE TABLE firm_name (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  name TEXT NOT NULL CHECK (name <> ''),
  name_key TEXT NOT NULL CHECK (name_key <> ''),
  from_on TEXT CHECK (from_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  until_on TEXT CHECK (until_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

CREATE INDEX firm_name_by_firm ON firm_name (firm_id);

CREATE INDEX firm_name_by_key ON firm_name (name_key);

CREATE TRIGGER firm_year_audit_delete AFTER DELETE ON firm_year
BEGIN
  SELECT RAISE(ABORT, 'firm_year: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'firm_year', OLD.id, OLD.firm_id, 'delete',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'year', OLD.year, 'revenue', OLD.revenue, 'main_revenue', OLD.main_revenue, 'net_profit', OLD.net_profit, 'assets', OLD.assets, 'liabilities', OLD.liabilities, 'tax_paid', OLD.tax_paid, 'new_equity', OLD.new_equity, 'rd_spend', OLD.rd_spend, 'employees', OLD.employees, 'rd_staff', OLD.rd_staff, 'class_one_ip', OLD.class_one_ip, 'own_class_one_ip', OLD.own_class_one_ip, 'high_value_ip', OLD.high_value_ip, 'class_two_ip', OLD.class_two_ip, 'invention_patents', OLD.invention_patents, 'market_share', OLD.market_share, 'national_rank', OLD.national_rank, 'global_rank', OLD.global_rank, 'niche_years', OLD.niche_years, 'main_products', OLD.main_products, 'standards', OLD.standards, 'digital_level', OLD.digital_level, 'feature_points', OLD.feature_points, 'platform_score', OLD.platform_score, 'rd_institution', OLD.rd_institution, 'science_award', OLD.science_award, 'maker_contest', OLD.maker_contest, 'management_certificate', OLD.management_certificate, 'foreign_certificate', OLD.foreign_certificate, 'own_brand', OLD.own_brand, 'quality_award', OLD.quality_award, 'core_system', OLD.core_system, 'strategic_field', OLD.strategic_field, 'key_chain', OLD.key_chain, 'six_bases', OLD.six_bases, 'time_honoured', OLD.time_honoured, 'key_fields', OLD.key_fields, 'source', OLD.source, 'remark', OLD.remark, 'title_update', OLD.title_update),
    NULL
  FROM change_context;
END;

CREATE TRIGGER firm_year_audit_insert AFTER INSERT ON firm_year
BEGIN
  SELECT RAISE(ABORT, 'firm_year: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'firm_year', NEW.id, NEW.firm_id, 'insert',
    NULL,
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'year', NEW.year, 'revenue', NEW.revenue, 'main_revenue', NEW.main_revenue, 'net_profit', NEW.net_profit, 'assets', NEW.assets, 'liabilities', NEW.liabilities, 'tax_paid', NEW.tax_paid, 'new_equity', NEW.new_equity, 'rd_spend', NEW.rd_spend, 'employees', NEW.employees, 'rd_staff', NEW.rd_staff, 'class_one_ip', NEW.class_one_ip, 'own_class_one_ip', NEW.own_class_one_ip, 'high_value_ip', NEW.high_value_ip, 'class_two_ip', NEW.class_two_ip, 'invention_patents', NEW.invention_patents, 'market_share', NEW.market_share, 'national_rank', NEW.national_rank, 'global_rank', NEW.global_rank, 'niche_years', NEW.niche_years, 'main_products', NEW.main_products, 'standards', NEW.standards, 'digital_level', NEW.digital_level, 'feature_points', NEW.feature_points, 'platform_score', NEW.platform_score, 'rd_institution', NEW.rd_institution, 'science_award', NEW.science_award, 'maker_contest', NEW.maker_contest, 'management_certificate', NEW.management_certificate, 'foreign_certificate', NEW.foreign_certificate, 'own_brand', NEW.own_brand, 'quality_award', NEW.quality_award, 'core_system', NEW.core_system, 'strategic_field', NEW.strategic_field, 'key_chain', NEW.key_chain, 'six_bases', NEW.six_bases, 'time_honoured', NEW.time_honoured, 'key_fields', NEW.key_fields, 'source', NEW.source, 'remark', NEW.remark, 'title_update', NEW.title_update)
  FROM change_context;
END;

CREATE TRIGGER firm_year_audit_update AFTER UPDATE ON firm_year
WHEN OLD.id IS NOT NEW.id OR OLD.firm_id IS NOT NEW.firm_id OR OLD.year IS NOT NEW.year OR OLD.revenue IS NOT NEW.revenue OR OLD.main_revenue IS NOT NEW.main_revenue OR OLD.net_profit IS NOT NEW.net_profit OR OLD.assets IS NOT NEW.assets OR OLD.liabilities IS NOT NEW.liabilities OR OLD.tax_paid IS NOT NEW.tax_paid OR OLD.new_equity IS NOT NEW.new_equity OR OLD.rd_spend IS NOT NEW.rd_spend OR OLD.employees IS NOT NEW.employees OR OLD.rd_staff IS NOT NEW.rd_staff OR OLD.class_one_ip IS NOT NEW.class_one_ip OR OLD.own_class_one_ip IS NOT NEW.own_class_one_ip OR OLD.high_value_ip IS NOT NEW.high_value_ip OR OLD.class_two_ip IS NOT NEW.class_two_ip OR OLD.invention_patents IS NOT NEW.invention_patents OR OLD.market_share IS NOT NEW.market_share OR OLD.national_rank IS NOT NEW.national_rank OR OLD.global_rank IS NOT NEW.global_rank OR OLD.niche_years IS NOT NEW.niche_years OR OLD.main_products IS NOT NEW.main_products OR OLD.standards IS NOT NEW.standards OR OLD.digital_level IS NOT NEW.digital_level OR OLD.feature_points IS NOT NEW.feature_points OR OLD.platform_score IS NOT NEW.platform_score OR OLD.rd_institution IS NOT NEW.rd_institution OR OLD.science_award IS NOT NEW.science_award OR OLD.maker_contest IS NOT NEW.maker_contest OR OLD.management_certificate IS NOT NEW.management_certificate OR OLD.foreign_certificate IS NOT NEW.foreign_certificate OR OLD.own_brand IS NOT NEW.own_brand OR OLD.quality_award IS NOT NEW.quality_award OR OLD.core_system IS NOT NEW.core_system OR OLD.strategic_field IS NOT NEW.strategic_field OR OLD.key_chain IS NOT NEW.key_chain OR OLD.six_bases IS NOT NEW.six_bases OR OLD.time_honoured IS NOT NEW.time_honoured OR OLD.key_fields IS NOT NEW.key_fields OR OLD.source IS NOT NEW.source OR OLD.remark IS NOT NEW.remark OR OLD.title_update IS NOT NEW.title_update
BEGIN
  SELECT RAISE(ABORT, 'firm_year: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'firm_year: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'firm_year', NEW.id, NEW.firm_id, 'update',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'year', OLD.year, 'revenue', OLD.revenue, 'main_revenue', OLD.main_revenue, 'net_profit', OLD.net_profit, 'assets', OLD.assets, 'liabilities', OLD.liabilities, 'tax_paid', OLD.tax_paid, 'new_equity', OLD.new_equity, 'rd_spend', OLD.rd_spend, 'employees', OLD.employees, 'rd_staff', OLD.rd_staff, 'class_one_ip', OLD.class_one_ip, 'own_class_one_ip', OLD.own_class_one_ip, 'high_value_ip', OLD.high_value_ip, 'class_two_ip', OLD.class_two_ip, 'invention_patents', OLD.invention_patents, 'market_share', OLD.market_share, 'national_rank', OLD.national_rank, 'global_rank', OLD.global_rank, 'niche_years', OLD.niche_years, 'main_products', OLD.main_products, 'standards', OLD.standards, 'digital_level', OLD.digital_level, 'feature_points', OLD.feature_points, 'platform_score', OLD.platform_score, 'rd_institution', OLD.rd_institution, 'science_award', OLD.science_award, 'maker_contest', OLD.maker_contest, 'management_certificate', OLD.management_certificate, 'foreign_certificate', OLD.foreign_certificate, 'own_brand', OLD.own_brand, 'quality_award', OLD.quality_award, 'core_system', OLD.core_system, 'strategic_field', OLD.strategic_field, 'key_chain', OLD.key_chain, 'six_bases', OLD.six_bases, 'time_honoured', OLD.time_honoured, 'key_fields', OLD.key_fields, 'source', OLD.source, 'remark', OLD.remark, 'title_update', OLD.title_update),
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'year', NEW.year, 'revenue', NEW.revenue, 'main_revenue', NEW.main_revenue, 'net_profit', NEW.net_profit, 'assets', NEW.assets, 'liabilities', NEW.liabilities, 'tax_paid', NEW.tax_paid, 'new_equity', NEW.new_equity, 'rd_spend', NEW.rd_spend, 'employees', NEW.employees, 'rd_staff', NEW.rd_staff, 'class_one_ip', NEW.class_one_ip, 'own_class_one_ip', NEW.own_class_one_ip, 'high_value_ip', NEW.high_value_ip, 'class_two_ip', NEW.class_two_ip, 'invention_patents', NEW.invention_patents, 'market_share', NEW.market_share, 'national_rank', NEW.national_rank, 'global_rank', NEW.global_rank, 'niche_years', NEW.niche_years, 'main_products', NEW.main_products, 'standards', NEW.standards, 'digital_level', NEW.digital_level, 'feature_points', NEW.feature_points, 'platform_score', NEW.platform_score, 'rd_institution', NEW.rd_institution, 'science_award', NEW.science_award, 'maker_contest', NEW.maker_contest, 'management_certificate', NEW.management_certificate, 'foreign_certificate', NEW.foreign_certificate, 'own_brand', NEW.own_brand, 'quality_award', NEW.quality_award, 'core_system', NEW.core_system, 'strategic_field', NEW.strategic_field, 'key_chain', NEW.key_chain, 'six_bases', NEW.six_bases, 'time_honoured', NEW.time_honoured, 'key_fields', NEW.key_fields, 'source', NEW.source, 'remark', NEW.remark, 'title_update', NEW.title_update)
  FROM change_context;
END;

CREATE TABLE firm_year (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2200),
  revenue INTEGER CHECK (revenue >= 0),
  main_revenue INTEGER CHECK (main_revenue >= 0),
  net_profit INTEGER,
  assets INTEGER CHECK (assets >= 0),
  liabilities INTEGER CHECK (liabilities >= 0),
  tax_paid INTEGER CHECK (tax_paid >= 0),
  new_equity INTEGER CHECK (new_equity >= 0),
  rd_spend INTEGER CHECK (rd_spend >= 0),
  employees INTEGER CHECK (employees >= 0),
  rd_staff INTEGER CHECK (rd_staff >= 0),
  class_one_ip INTEGER CHECK (class_one_ip >= 0),
  own_class_one_ip INTEGER CHECK (own_class_one_ip >= 0),
  high_value_ip INTEGER CHECK (high_value_ip >= 0),
  class_two_ip INTEGER CHECK (class_two_ip >= 0),
  invention_patents INTEGER CHECK (invention_patents >= 0),
  market_share INTEGER CHECK (market_share BETWEEN 0 AND 1000000),
  national_rank INTEGER CHECK (national_rank >= 1),
  global_rank INTEGER CHECK (global_rank >= 1),
  niche_years INTEGER CHECK (niche_years >= 0),
  main_products INTEGER CHECK (main_products >= 1),
  standards INTEGER CHECK (standards >= 0),
  digital_level INTEGER CHECK (digital_level BETWEEN 0 AND 4),
  feature_points INTEGER CHECK (feature_points BETWEEN 0 AND 10000),
  platform_score INTEGER CHECK (platform_score BETWEEN 0 AND 10000),
  rd_institution TEXT CHECK (rd_institution IN ('none', 'belowCity', 'city', 'provincial', 'national')),
  science_award TEXT CHECK (science_award IN ('none', 'provincialOther', 'provincialTop3', 'nationalOther', 'nationalTop5', 'nationalTop3')),
  maker_contest TEXT CHECK (maker_contest IN ('none', 'top500', 'top50')),
  management_certificate INTEGER CHECK (management_certificate IN (0, 1)),
  foreign_certificate INTEGER CHECK (foreign_certificate IN (0, 1)),
  own_brand INTEGER CHECK (own_brand IN (0, 1)),
  quality_award INTEGER CHECK (quality_award IN (0, 1)),
  core_system INTEGER CHECK (core_system IN (0, 1)),
  strategic_field INTEGER CHECK (strategic_field IN (0, 1)),
  key_chain INTEGER CHECK (key_chain IN (0, 1)),
  six_bases INTEGER CHECK (six_bases IN (0, 1)),
  time_honoured INTEGER CHECK (time_honoured IN (0, 1)),
  key_fields INTEGER CHECK (key_fields IN (0, 1)),
  source TEXT,
  remark TEXT, title_update INTEGER CHECK (title_update IN (0, 1)),
  UNIQUE (firm_id, year)
) STRICT;

CREATE TRIGGER fund_use_audit_delete AFTER DELETE ON fund_use
BEGIN
  SELECT RAISE(ABORT, 'fund_use: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'fund_use', OLD.id, NULL, 'delete',
    json_object('id', OLD.id, 'fund_id', OLD.fund_id, 'used_on', OLD.used_on, 'amount_fen', OLD.amount_fen, 'purpose', OLD.purpose, 'document', OLD.document),
    NULL
  FROM change_context;
END;

CREATE TRIGGER fund_use_audit_insert AFTER INSERT ON fund_use
BEGIN
  SELECT RAISE(ABORT, 'fund_use: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'fund_use', NEW.id, NULL, 'insert',
    NULL,
    json_object('id', NEW.id, 'fund_id', NEW.fund_id, 'used_on', NEW.used_on, 'amount_fen', NEW.amount_fen, 'purpose', NEW.purpose, 'document', NEW.document)
  FROM change_context;
END;

CREATE TRIGGER fund_use_audit_update AFTER UPDATE ON fund_use
WHEN OLD.id IS NOT NEW.id OR OLD.fund_id IS NOT NEW.fund_id OR OLD.used_on IS NOT NEW.used_on OR OLD.amount_fen IS NOT NEW.amount_fen OR OLD.purpose IS NOT NEW.purpose OR OLD.document IS NOT NEW.document
BEGIN
  SELECT RAISE(ABORT, 'fund_use: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'fund_use: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'fund_use', NEW.id, NULL, 'update',
    json_object('id', OLD.id, 'fund_id', OLD.fund_id, 'used_on', OLD.used_on, 'amount_fen', OLD.amount_fen, 'purpose', OLD.purpose, 'document', OLD.document),
    json_object('id', NEW.id, 'fund_id', NEW.fund_id, 'used_on', NEW.used_on, 'amount_fen', NEW.amount_fen, 'purpose', NEW.purpose, 'document', NEW.document)
  FROM change_context;
END;

CREATE TABLE fund_use (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  fund_id TEXT NOT NULL CHECK (fund_id <> ''),
  used_on TEXT NOT NULL CHECK (used_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
  purpose TEXT NOT NULL CHECK (purpose <> ''),
  document TEXT
) STRICT;

CREATE INDEX fund_use_by_fund ON fund_use (fund_id, used_on);

CREATE TRIGGER import_file_audit_insert AFTER INSERT ON import_file
BEGIN
  SELECT RAISE(ABORT, 'import_file: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'import_file', NEW.id, NULL, 'insert',
    NULL,
    json_object('id', NEW.id, 'change_set_id', NEW.change_set_id, 'file_name', NEW.file_name, 'sha256', NEW.sha256, 'size', NEW.size, 'format', NEW.format, 'kind', NEW.kind, 'sheet', NEW.sheet, 'header_row', NEW.header_row, 'mapping', NEW.mapping, 'counts', NEW.counts, 'issues', NEW.issues, 'row_count', NEW.row_count, 'rows_hash', NEW.rows_hash)
  FROM change_context;
END;

CREATE TRIGGER import_file_refuse_delete BEFORE DELETE ON import_file BEGIN
  SELECT RAISE(ABORT, 'import_file: append-only');
END;

CREATE TRIGGER import_file_refuse_update BEFORE UPDATE ON import_file BEGIN
  SELECT RAISE(ABORT, 'import_file: append-only');
END;

CREATE TABLE import_file (
  id INTEGER PRIMARY KEY,
  change_set_id INTEGER NOT NULL REFERENCES change_set (id) DEFERRABLE INITIALLY DEFERRED,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size >= 0),
  format TEXT NOT NULL,
  kind TEXT NOT NULL,
  sheet TEXT NOT NULL,
  header_row INTEGER NOT NULL CHECK (header_row >= 0),
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  counts TEXT NOT NULL CHECK (json_valid(counts)),
  issues TEXT NOT NULL CHECK (json_valid(issues)),
  row_count INTEGER NOT NULL CHECK (row_count >= 0),
  rows_hash TEXT NOT NULL CHECK (length(rows_hash) = 64)
) STRICT;

CREATE INDEX import_file_by_change_set ON import_file (change_set_id);

CREATE INDEX import_file_by_content ON import_file (sha256);

CREATE TRIGGER import_layout_audit_delete AFTER DELETE ON import_layout
BEGIN
  SELECT RAISE(ABORT, 'import_layout: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'import_layout', OLD.id, NULL, 'delete',
    json_object('id', OLD.id, 'fingerprint', OLD.fingerprint, 'street_id', OLD.street_id, 'kind', OLD.kind, 'fields', OLD.fields),
    NULL
  FROM change_context;
END;

CREATE TRIGGER import_layout_audit_insert AFTER INSERT ON import_layout
BEGIN
  SELECT RAISE(ABORT, 'import_layout: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'import_layout', NEW.id, NULL, 'insert',
    NULL,
    json_object('id', NEW.id, 'fingerprint', NEW.fingerprint, 'street_id', NEW.street_id, 'kind', NEW.kind, 'fields', NEW.fields)
  FROM change_context;
END;

CREATE TRIGGER import_layout_audit_update AFTER UPDATE ON import_layout
WHEN OLD.id IS NOT NEW.id OR OLD.fingerprint IS NOT NEW.fingerprint OR OLD.street_id IS NOT NEW.street_id OR OLD.kind IS NOT NEW.kind OR OLD.fields IS NOT NEW.fields
BEGIN
  SELECT RAISE(ABORT, 'import_layout: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'import_layout: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'import_layout', NEW.id, NULL, 'update',
    json_object('id', OLD.id, 'fingerprint', OLD.fingerprint, 'street_id', OLD.street_id, 'kind', OLD.kind, 'fields', OLD.fields),
    json_object('id', NEW.id, 'fingerprint', NEW.fingerprint, 'street_id', NEW.street_id, 'kind', NEW.kind, 'fields', NEW.fields)
  FROM change_context;
END;

CREATE TABLE import_layout (
  id INTEGER PRIMARY KEY,
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
  street_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind <> ''),
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  UNIQUE (fingerprint, street_id)
) STRICT;

CREATE TRIGGER import_row_guard_insert BEFORE INSERT ON import_row BEGIN
  SELECT RAISE(ABORT, 'import_row: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
END;

CREATE TRIGGER import_row_refuse_delete BEFORE DELETE ON import_row BEGIN
  SELECT RAISE(ABORT, 'import_row: append-only');
END;

CREATE TRIGGER import_row_refuse_update BEFORE UPDATE ON import_row BEGIN
  SELECT RAISE(ABORT, 'import_row: append-only');
END;

CREATE TABLE import_row (
  import_id INTEGER NOT NULL REFERENCES import_file (id) DEFERRABLE INITIALLY DEFERRED,
  row_number INTEGER NOT NULL CHECK (row_number >= 1),
  firm_id INTEGER,
  outcome TEXT NOT NULL,
  cells TEXT NOT NULL CHECK (json_valid(cells)),
  issues TEXT NOT NULL CHECK (json_valid(issues)),
  PRIMARY KEY (import_id, row_number)
) STRICT;

CREATE INDEX import_row_by_firm ON import_row (firm_id) WHERE firm_id IS NOT NULL;

CREATE TRIGGER improvement_audit_delete AFTER DELETE ON improvement
BEGIN
  SELECT RAISE(ABORT, 'improvement: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'improvement', OLD.id, OLD.firm_id, 'delete',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'title_id', OLD.title_id, 'weak_point', OLD.weak_point, 'action', OLD.action, 'owner', OLD.owner, 'due_on', OLD.due_on, 'state', OLD.state, 'progress', OLD.progress),
    NULL
  FROM change_context;
END;

CREATE TRIGGER improvement_audit_insert AFTER INSERT ON improvement
BEGIN
  SELECT RAISE(ABORT, 'improvement: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'improvement', NEW.id, NEW.firm_id, 'insert',
    NULL,
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'title_id', NEW.title_id, 'weak_point', NEW.weak_point, 'action', NEW.action, 'owner', NEW.owner, 'due_on', NEW.due_on, 'state', NEW.state, 'progress', NEW.progress)
  FROM change_context;
END;

CREATE TRIGGER improvement_audit_update AFTER UPDATE ON improvement
WHEN OLD.id IS NOT NEW.id OR OLD.firm_id IS NOT NEW.firm_id OR OLD.title_id IS NOT NEW.title_id OR OLD.weak_point IS NOT NEW.weak_point OR OLD.action IS NOT NEW.action OR OLD.owner IS NOT NEW.owner OR OLD.due_on IS NOT NEW.due_on OR OLD.state IS NOT NEW.state OR OLD.progress IS NOT NEW.progress
BEGIN
  SELECT RAISE(ABORT, 'improvement: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'improvement: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'improvement', NEW.id, NEW.firm_id, 'update',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'title_id', OLD.title_id, 'weak_point', OLD.weak_point, 'action', OLD.action, 'owner', OLD.owner, 'due_on', OLD.due_on, 'state', OLD.state, 'progress', OLD.progress),
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'title_id', NEW.title_id, 'weak_point', NEW.weak_point, 'action', NEW.action, 'owner', NEW.owner, 'due_on', NEW.due_on, 'state', NEW.state, 'progress', NEW.progress)
  FROM change_context;
END;

CREATE TABLE improvement (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  title_id TEXT,
  weak_point TEXT NOT NULL CHECK (weak_point <> ''),
  action TEXT NOT NULL CHECK (action <> ''),
  owner TEXT,
  due_on TEXT CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  state TEXT NOT NULL CHECK (state IN ('planned', 'running', 'done', 'dropped')),
  progress TEXT
) STRICT;

CREATE INDEX improvement_by_firm ON improvement (firm_id);

CREATE TRIGGER objection_audit_delete AFTER DELETE ON objection
BEGIN
  SELECT RAISE(ABORT, 'objection: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'objection', OLD.id, NULL, 'delete',
    json_object('id', OLD.id, 'batch_id', OLD.batch_id, 'claim_id', OLD.claim_id, 'received_on', OLD.received_on, 'raised_by', OLD.raised_by, 'content', OLD.content, 'outcome', OLD.outcome, 'closed_on', OLD.closed_on),
    NULL
  FROM change_context;
END;

CREATE TRIGGER objection_audit_insert AFTER INSERT ON objection
BEGIN
  SELECT RAISE(ABORT, 'objection: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'objection', NEW.id, NULL, 'insert',
    NULL,
    json_object('id', NEW.id, 'batch_id', NEW.batch_id, 'claim_id', NEW.claim_id, 'received_on', NEW.received_on, 'raised_by', NEW.raised_by, 'content', NEW.content, 'outcome', NEW.outcome, 'closed_on', NEW.closed_on)
  FROM change_context;
END;

CREATE TRIGGER objection_audit_update AFTER UPDATE ON objection
WHEN OLD.id IS NOT NEW.id OR OLD.batch_id IS NOT NEW.batch_id OR OLD.claim_id IS NOT NEW.claim_id OR OLD.received_on IS NOT NEW.received_on OR OLD.raised_by IS NOT NEW.raised_by OR OLD.content IS NOT NEW.content OR OLD.outcome IS NOT NEW.outcome OR OLD.closed_on IS NOT NEW.closed_on
BEGIN
  SELECT RAISE(ABORT, 'objection: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'objection: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'objection', NEW.id, NULL, 'update',
    json_object('id', OLD.id, 'batch_id', OLD.batch_id, 'claim_id', OLD.claim_id, 'received_on', OLD.received_on, 'raised_by', OLD.raised_by, 'content', OLD.content, 'outcome', OLD.outcome, 'closed_on', OLD.closed_on),
    json_object('id', NEW.id, 'batch_id', NEW.batch_id, 'claim_id', NEW.claim_id, 'received_on', NEW.received_on, 'raised_by', NEW.raised_by, 'content', NEW.content, 'outcome', NEW.outcome, 'closed_on', NEW.closed_on)
  FROM change_context;
END;

CREATE TABLE objection (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  batch_id INTEGER NOT NULL REFERENCES batch (id),
  claim_id INTEGER REFERENCES claim (id),
  received_on TEXT NOT NULL CHECK (received_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  raised_by TEXT NOT NULL CHECK (raised_by <> ''),
  content TEXT NOT NULL CHECK (content <> ''),
  outcome TEXT,
  closed_on TEXT CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  CHECK ((outcome IS NULL) = (closed_on IS NULL))
) STRICT;

CREATE INDEX objection_by_batch ON objection (batch_id);

CREATE TRIGGER pack_version_audit_delete AFTER DELETE ON pack_version
BEGIN
  SELECT RAISE(ABORT, 'pack_version: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'pack_version', OLD.id, NULL, 'delete',
    json_object('id', OLD.id, 'hash', OLD.hash, 'pack_id', OLD.pack_id, 'rule_version', OLD.rule_version, 'texts', OLD.texts),
    NULL
  FROM change_context;
END;

CREATE TRIGGER pack_version_audit_insert AFTER INSERT ON pack_version
BEGIN
  SELECT RAISE(ABORT, 'pack_version: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'pack_version', NEW.id, NULL, 'insert',
    NULL,
    json_object('id', NEW.id, 'hash', NEW.hash, 'pack_id', NEW.pack_id, 'rule_version', NEW.rule_version, 'texts', NEW.texts)
  FROM change_context;
END;

CREATE TRIGGER pack_version_audit_update AFTER UPDATE ON pack_version
WHEN OLD.id IS NOT NEW.id OR OLD.hash IS NOT NEW.hash OR OLD.pack_id IS NOT NEW.pack_id OR OLD.rule_version IS NOT NEW.rule_version OR OLD.texts IS NOT NEW.texts
BEGIN
  SELECT RAISE(ABORT, 'pack_version: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'pack_version: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'pack_version', NEW.id, NULL, 'update',
    json_object('id', OLD.id, 'hash', OLD.hash, 'pack_id', OLD.pack_id, 'rule_version', OLD.rule_version, 'texts', OLD.texts),
    json_object('id', NEW.id, 'hash', NEW.hash, 'pack_id', NEW.pack_id, 'rule_version', NEW.rule_version, 'texts', NEW.texts)
  FROM change_context;
END;

CREATE TABLE pack_version (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
  pack_id TEXT NOT NULL CHECK (pack_id <> ''),
  rule_version TEXT NOT NULL CHECK (rule_version <> ''),
  texts TEXT NOT NULL CHECK (json_type(texts) = 'object')
) STRICT;

CREATE TRIGGER park_audit_delete AFTER DELETE ON park
BEGIN
  SELECT RAISE(ABORT, 'park: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'park', OLD.id, NULL, 'delete',
    json_object('id', OLD.id, 'pack_place_id', OLD.pack_place_id, 'park_name', OLD.park_name, 'park_aliases', OLD.park_aliases, 'park_kind', OLD.park_kind, 'rating', OLD.rating, 'rated_on', OLD.rated_on, 'street_id', OLD.street_id, 'operator', OLD.operator, 'lead_industry', OLD.lead_industry, 'land_area', OLD.land_area, 'floor_area', OLD.floor_area, 'in_use_on', OLD.in_use_on, 'facilities', OLD.facilities, 'remark', OLD.remark, 'sample', OLD.sample),
    NULL
  FROM change_context;
END;

CREATE TRIGGER park_audit_insert AFTER INSERT ON park
BEGIN
  SELECT RAISE(ABORT, 'park: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'park', NEW.id, NULL, 'insert',
    NULL,
    json_object('id', NEW.id, 'pack_place_id', NEW.pack_place_id, 'park_name', NEW.park_name, 'park_aliases', NEW.park_aliases, 'park_kind', NEW.park_kind, 'rating', NEW.rating, 'rated_on', NEW.rated_on, 'street_id', NEW.street_id, 'operator', NEW.operator, 'lead_industry', NEW.lead_industry, 'land_area', NEW.land_area, 'floor_area', NEW.floor_area, 'in_use_on', NEW.in_use_on, 'facilities', NEW.facilities, 'remark', NEW.remark, 'sample', NEW.sample)
  FROM change_context;
END;

CREATE TRIGGER park_audit_update AFTER UPDATE ON park
WHEN OLD.id IS NOT NEW.id OR OLD.pack_place_id IS NOT NEW.pack_place_id OR OLD.park_name IS NOT NEW.park_name OR OLD.park_aliases IS NOT NEW.park_aliases OR OLD.park_kind IS NOT NEW.park_kind OR OLD.rating IS NOT NEW.rating OR OLD.rated_on IS NOT NEW.rated_on OR OLD.street_id IS NOT NEW.street_id OR OLD.operator IS NOT NEW.operator OR OLD.lead_industry IS NOT NEW.lead_industry OR OLD.land_area IS NOT NEW.land_area OR OLD.floor_area IS NOT NEW.floor_area OR OLD.in_use_on IS NOT NEW.in_use_on OR OLD.facilities IS NOT NEW.facilities OR OLD.remark IS NOT NEW.remark OR OLD.sample IS NOT NEW.sample
BEGIN
  SELECT RAISE(ABORT, 'park: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'park: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'park', NEW.id, NULL, 'update',
    json_object('id', OLD.id, 'pack_place_id', OLD.pack_place_id, 'park_name', OLD.park_name, 'park_aliases', OLD.park_aliases, 'park_kind', OLD.park_kind, 'rating', OLD.rating, 'rated_on', OLD.rated_on, 'street_id', OLD.street_id, 'operator', OLD.operator, 'lead_industry', OLD.lead_industry, 'land_area', OLD.land_area, 'floor_area', OLD.floor_area, 'in_use_on', OLD.in_use_on, 'facilities', OLD.facilities, 'remark', OLD.remark, 'sample', OLD.sample),
    json_object('id', NEW.id, 'pack_place_id', NEW.pack_place_id, 'park_name', NEW.park_name, 'park_aliases', NEW.park_aliases, 'park_kind', NEW.park_kind, 'rating', NEW.rating, 'rated_on', NEW.rated_on, 'street_id', NEW.street_id, 'operator', NEW.operator, 'lead_industry', NEW.lead_industry, 'land_area', NEW.land_area, 'floor_area', NEW.floor_area, 'in_use_on', NEW.in_use_on, 'facilities', NEW.facilities, 'remark', NEW.remark, 'sample', NEW.sample)
  FROM change_context;
END;

CREATE TRIGGER park_with_firms BEFORE DELETE ON park
WHEN EXISTS (SELECT 1 FROM firm WHERE platform_id = 'park-' || OLD.id)
BEGIN
  SELECT RAISE(ABORT, 'park: firms belong to it');
END;

CREATE TABLE park (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  pack_place_id TEXT UNIQUE CHECK (pack_place_id <> ''),
  park_name TEXT UNIQUE CHECK (park_name <> ''),
  park_aliases TEXT CHECK (park_aliases <> ''),
  park_kind TEXT NOT NULL CHECK (park_kind <> ''),
  rating TEXT CHECK (rating <> ''),
  rated_on TEXT CHECK (rated_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  street_id TEXT,
  operator TEXT CHECK (operator <> ''),
  lead_industry TEXT CHECK (lead_industry <> ''),
  land_area INTEGER CHECK (land_area >= 0),
  floor_area INTEGER CHECK (floor_area >= 0),
  in_use_on TEXT CHECK (in_use_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  facilities TEXT CHECK (facilities <> ''),
  remark TEXT CHECK (remark <> ''),
  sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
  CHECK ((pack_place_id IS NULL) <> (park_name IS NULL))
) STRICT;

CREATE TRIGGER payment_audit_delete AFTER DELETE ON payment
BEGIN
  SELECT RAISE(ABORT, 'payment: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'payment', OLD.id, OLD.firm_id, 'delete',
    json_object('id', OLD.id, 'claim_id', OLD.claim_id, 'firm_id', OLD.firm_id, 'payer', OLD.payer, 'tranche', OLD.tranche, 'amount_fen', OLD.amount_fen, 'paid_on', OLD.paid_on, 'voucher', OLD.voucher, 'document', OLD.document),
    NULL
  FROM change_context;
END;

CREATE TRIGGER payment_audit_insert AFTER INSERT ON payment
BEGIN
  SELECT RAISE(ABORT, 'payment: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'payment', NEW.id, NEW.firm_id, 'insert',
    NULL,
    json_object('id', NEW.id, 'claim_id', NEW.claim_id, 'firm_id', NEW.firm_id, 'payer', NEW.payer, 'tranche', NEW.tranche, 'amount_fen', NEW.amount_fen, 'paid_on', NEW.paid_on, 'voucher', NEW.voucher, 'document', NEW.document)
  FROM change_context;
END;

CREATE TRIGGER payment_audit_update AFTER UPDATE ON payment
WHEN OLD.id IS NOT NEW.id OR OLD.claim_id IS NOT NEW.claim_id OR OLD.firm_id IS NOT NEW.firm_id OR OLD.payer IS NOT NEW.payer OR OLD.tranche IS NOT NEW.tranche OR OLD.amount_fen IS NOT NEW.amount_fen OR OLD.paid_on IS NOT NEW.paid_on OR OLD.voucher IS NOT NEW.voucher OR OLD.document IS NOT NEW.document
BEGIN
  SELECT RAISE(ABORT, 'payment: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'payment: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'payment', NEW.id, NEW.firm_id, 'update',
    json_object('id', OLD.id, 'claim_id', OLD.claim_id, 'firm_id', OLD.firm_id, 'payer', OLD.payer, 'tranche', OLD.tranche, 'amount_fen', OLD.amount_fen, 'paid_on', OLD.paid_on, 'voucher', OLD.voucher, 'document', OLD.document),
    json_object('id', NEW.id, 'claim_id', NEW.claim_id, 'firm_id', NEW.firm_id, 'payer', NEW.payer, 'tranche', NEW.tranche, 'amount_fen', NEW.amount_fen, 'paid_on', NEW.paid_on, 'voucher', NEW.voucher, 'document', NEW.document)
  FROM change_context;
END;

CREATE TRIGGER payment_within_decision_insert AFTER INSERT ON payment BEGIN
  SELECT RAISE(ABORT, 'payment: more than decided')
  WHERE (SELECT coalesce(sum(amount_fen), 0) FROM payment WHERE payment.claim_id = NEW.claim_id) > coalesce((SELECT decided_fen FROM claim WHERE id = NEW.claim_id), 0);
END;

CREATE TRIGGER payment_within_decision_update AFTER UPDATE ON payment BEGIN
  SELECT RAISE(ABORT, 'payment: more than decided')
  WHERE (SELECT coalesce(sum(amount_fen), 0) FROM payment WHERE payment.claim_id = NEW.claim_id) > coalesce((SELECT decided_fen FROM claim WHERE id = NEW.claim_id), 0);
END;

CREATE TABLE payment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  claim_id INTEGER NOT NULL REFERENCES claim (id),
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  payer TEXT NOT NULL CHECK (payer IN ('province', 'city', 'district')),
  tranche INTEGER NOT NULL CHECK (tranche > 0),
  amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
  paid_on TEXT NOT NULL CHECK (paid_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  voucher TEXT,
  document TEXT,
  UNIQUE (claim_id, tranche, payer)
) STRICT;

CREATE TRIGGER plan_audit_delete AFTER DELETE ON plan
BEGIN
  SELECT RAISE(ABORT, 'plan: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'plan', OLD.id, OLD.firm_id, 'delete',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'title_id', OLD.title_id, 'application', OLD.application, 'opened_on', OLD.opened_on, 'closed_on', OLD.closed_on, 'result', OLD.result, 'contact', OLD.contact, 'contact_unit', OLD.contact_unit, 'note', OLD.note, 'snapshot', OLD.snapshot),
    NULL
  FROM change_context;
END;

CREATE TRIGGER plan_audit_insert AFTER INSERT ON plan
BEGIN
  SELECT RAISE(ABORT, 'plan: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'plan', NEW.id, NEW.firm_id, 'insert',
    NULL,
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'title_id', NEW.title_id, 'application', NEW.application, 'opened_on', NEW.opened_on, 'closed_on', NEW.closed_on, 'result', NEW.result, 'contact', NEW.contact, 'contact_unit', NEW.contact_unit, 'note', NEW.note, 'snapshot', NEW.snapshot)
  FROM change_context;
END;

CREATE TRIGGER plan_audit_update AFTER UPDATE ON plan
WHEN OLD.id IS NOT NEW.id OR OLD.firm_id IS NOT NEW.firm_id OR OLD.title_id IS NOT NEW.title_id OR OLD.application IS NOT NEW.application OR OLD.opened_on IS NOT NEW.opened_on OR OLD.closed_on IS NOT NEW.closed_on OR OLD.result IS NOT NEW.result OR OLD.contact IS NOT NEW.contact OR OLD.contact_unit IS NOT NEW.contact_unit OR OLD.note IS NOT NEW.note OR OLD.snapshot IS NOT NEW.snapshot
BEGIN
  SELECT RAISE(ABORT, 'plan: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'plan: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'plan', NEW.id, NEW.firm_id, 'update',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'title_id', OLD.title_id, 'application', OLD.application, 'opened_on', OLD.opened_on, 'closed_on', OLD.closed_on, 'result', OLD.result, 'contact', OLD.contact, 'contact_unit', OLD.contact_unit, 'note', OLD.note, 'snapshot', OLD.snapshot),
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'title_id', NEW.title_id, 'application', NEW.application, 'opened_on', NEW.opened_on, 'closed_on', NEW.closed_on, 'result', NEW.result, 'contact', NEW.contact, 'contact_unit', NEW.contact_unit, 'note', NEW.note, 'snapshot', NEW.snapshot)
  FROM change_context;
END;

CREATE TABLE plan (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  title_id TEXT NOT NULL CHECK (title_id <> ''),
  application TEXT NOT NULL CHECK (application IN ('new', 'review')),
  opened_on TEXT NOT NULL CHECK (opened_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  closed_on TEXT CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND closed_on >= opened_on),
  result TEXT CHECK (result <> ''),
  contact TEXT,
  contact_unit TEXT,
  note TEXT,
  snapshot TEXT NOT NULL CHECK (json_valid(snapshot)),
  CHECK ((closed_on IS NULL) = (result IS NULL))
) STRICT;

CREATE INDEX plan_by_firm ON plan (firm_id);

CREATE UNIQUE INDEX plan_running ON plan (firm_id) WHERE closed_on IS NULL;

CREATE TRIGGER pool_event_audit_delete AFTER DELETE ON pool_event
BEGIN
  SELECT RAISE(ABORT, 'pool_event: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'pool_event', OLD.id, OLD.firm_id, 'delete',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'pool_id', OLD.pool_id, 'kind', OLD.kind, 'stage', OLD.stage, 'exit', OLD.exit, 'event_on', OLD.event_on, 'reason', OLD.reason, 'sample', OLD.sample),
    NULL
  FROM change_context;
END;

CREATE TRIGGER pool_event_audit_insert AFTER INSERT ON pool_event
BEGIN
  SELECT RAISE(ABORT, 'pool_event: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'pool_event', NEW.id, NEW.firm_id, 'insert',
    NULL,
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'pool_id', NEW.pool_id, 'kind', NEW.kind, 'stage', NEW.stage, 'exit', NEW.exit, 'event_on', NEW.event_on, 'reason', NEW.reason, 'sample', NEW.sample)
  FROM change_context;
END;

CREATE TRIGGER pool_event_audit_update AFTER UPDATE ON pool_event
WHEN OLD.id IS NOT NEW.id OR OLD.firm_id IS NOT NEW.firm_id OR OLD.pool_id IS NOT NEW.pool_id OR OLD.kind IS NOT NEW.kind OR OLD.stage IS NOT NEW.stage OR OLD.exit IS NOT NEW.exit OR OLD.event_on IS NOT NEW.event_on OR OLD.reason IS NOT NEW.reason OR OLD.sample IS NOT NEW.sample
BEGIN
  SELECT RAISE(ABORT, 'pool_event: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'pool_event: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'pool_event', NEW.id, NEW.firm_id, 'update',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'pool_id', OLD.pool_id, 'kind', OLD.kind, 'stage', OLD.stage, 'exit', OLD.exit, 'event_on', OLD.event_on, 'reason', OLD.reason, 'sample', OLD.sample),
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'pool_id', NEW.pool_id, 'kind', NEW.kind, 'stage', NEW.stage, 'exit', NEW.exit, 'event_on', NEW.event_on, 'reason', NEW.reason, 'sample', NEW.sample)
  FROM change_context;
END;

CREATE TABLE pool_event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  pool_id TEXT NOT NULL CHECK (pool_id <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('entered', 'staged', 'left')),
  stage TEXT CHECK ((stage IS NULL) = (kind = 'left')),
  exit TEXT CHECK (exit IN ('reached', 'failed', 'movedOut', 'closed', 'withdrawn', 'other')),
  event_on TEXT NOT NULL CHECK (event_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reason TEXT,
  sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
  CHECK ((exit IS NULL) = (kind <> 'left'))
) STRICT;

CREATE INDEX pool_event_by_firm ON pool_event (firm_id, event_on);

CREATE TRIGGER project_audit_delete AFTER DELETE ON project
BEGIN
  SELECT RAISE(ABORT, 'project: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'project', OLD.id, OLD.firm_id, 'delete',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'kind_id', OLD.kind_id, 'name', OLD.name, 'event_on', OLD.event_on, 'facts', OLD.facts, 'object', OLD.object, 'contract', OLD.contract, 'remark', OLD.remark),
    NULL
  FROM change_context;
END;

CREATE TRIGGER project_audit_insert AFTER INSERT ON project
BEGIN
  SELECT RAISE(ABORT, 'project: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'project', NEW.id, NEW.firm_id, 'insert',
    NULL,
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'kind_id', NEW.kind_id, 'name', NEW.name, 'event_on', NEW.event_on, 'facts', NEW.facts, 'object', NEW.object, 'contract', NEW.contract, 'remark', NEW.remark)
  FROM change_context;
END;

CREATE TRIGGER project_audit_update AFTER UPDATE ON project
WHEN OLD.id IS NOT NEW.id OR OLD.firm_id IS NOT NEW.firm_id OR OLD.kind_id IS NOT NEW.kind_id OR OLD.name IS NOT NEW.name OR OLD.event_on IS NOT NEW.event_on OR OLD.facts IS NOT NEW.facts OR OLD.object IS NOT NEW.object OR OLD.contract IS NOT NEW.contract OR OLD.remark IS NOT NEW.remark
BEGIN
  SELECT RAISE(ABORT, 'project: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'project: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'project', NEW.id, NEW.firm_id, 'update',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'kind_id', OLD.kind_id, 'name', OLD.name, 'event_on', OLD.event_on, 'facts', OLD.facts, 'object', OLD.object, 'contract', OLD.contract, 'remark', OLD.remark),
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'kind_id', NEW.kind_id, 'name', NEW.name, 'event_on', NEW.event_on, 'facts', NEW.facts, 'object', NEW.object, 'contract', NEW.contract, 'remark', NEW.remark)
  FROM change_context;
END;

CREATE TABLE project (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  kind_id TEXT NOT NULL CHECK (kind_id <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  event_on TEXT NOT NULL CHECK (event_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  facts TEXT NOT NULL CHECK (json_type(facts) = 'object'),
  object TEXT CHECK (object <> ''),
  contract TEXT CHECK (contract <> ''),
  remark TEXT
) STRICT;

CREATE INDEX project_by_firm ON project (firm_id);

CREATE UNIQUE INDEX project_once ON project (firm_id, kind_id, name);

CREATE TRIGGER public_aid_audit_delete AFTER DELETE ON public_aid
BEGIN
  SELECT RAISE(ABORT, 'public_aid: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'public_aid', OLD.id, OLD.firm_id, 'delete',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'project_id', OLD.project_id, 'title_id', OLD.title_id, 'payer', OLD.payer, 'amount_fen', OLD.amount_fen, 'received_on', OLD.received_on, 'document', OLD.document, 'remark', OLD.remark),
    NULL
  FROM change_context;
END;

CREATE TRIGGER public_aid_audit_insert AFTER INSERT ON public_aid
BEGIN
  SELECT RAISE(ABORT, 'public_aid: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'public_aid', NEW.id, NEW.firm_id, 'insert',
    NULL,
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'project_id', NEW.project_id, 'title_id', NEW.title_id, 'payer', NEW.payer, 'amount_fen', NEW.amount_fen, 'received_on', NEW.received_on, 'document', NEW.document, 'remark', NEW.remark)
  FROM change_context;
END;

CREATE TRIGGER public_aid_audit_update AFTER UPDATE ON public_aid
WHEN OLD.id IS NOT NEW.id OR OLD.firm_id IS NOT NEW.firm_id OR OLD.project_id IS NOT NEW.project_id OR OLD.title_id IS NOT NEW.title_id OR OLD.payer IS NOT NEW.payer OR OLD.amount_fen IS NOT NEW.amount_fen OR OLD.received_on IS NOT NEW.received_on OR OLD.document IS NOT NEW.document OR OLD.remark IS NOT NEW.remark
BEGIN
  SELECT RAISE(ABORT, 'public_aid: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'public_aid: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'public_aid', NEW.id, NEW.firm_id, 'update',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'project_id', OLD.project_id, 'title_id', OLD.title_id, 'payer', OLD.payer, 'amount_fen', OLD.amount_fen, 'received_on', OLD.received_on, 'document', OLD.document, 'remark', OLD.remark),
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'project_id', NEW.project_id, 'title_id', NEW.title_id, 'payer', NEW.payer, 'amount_fen', NEW.amount_fen, 'received_on', NEW.received_on, 'document', NEW.document, 'remark', NEW.remark)
  FROM change_context;
END;

CREATE TABLE public_aid (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  project_id INTEGER REFERENCES project (id),
  title_id TEXT,
  payer TEXT NOT NULL CHECK (payer IN ('province', 'city', 'district')),
  amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
  received_on TEXT NOT NULL CHECK (received_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  document TEXT NOT NULL CHECK (document <> ''),
  remark TEXT,
  CHECK ((project_id IS NULL) <> (title_id IS NULL))
) STRICT;

CREATE INDEX public_aid_by_firm ON public_aid (firm_id);

CREATE INDEX public_aid_by_project ON public_aid (project_id) WHERE project_id IS NOT NULL;

CREATE TRIGGER quiet_firm_audit_delete AFTER DELETE ON quiet_firm
BEGIN
  SELECT RAISE(ABORT, 'quiet_firm: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'quiet_firm', OLD.id, OLD.firm_id, 'delete',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'from_on', OLD.from_on, 'reason', OLD.reason),
    NULL
  FROM change_context;
END;

CREATE TRIGGER quiet_firm_audit_insert AFTER INSERT ON quiet_firm
BEGIN
  SELECT RAISE(ABORT, 'quiet_firm: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'quiet_firm', NEW.id, NEW.firm_id, 'insert',
    NULL,
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'from_on', NEW.from_on, 'reason', NEW.reason)
  FROM change_context;
END;

CREATE TRIGGER quiet_firm_audit_update AFTER UPDATE ON quiet_firm
WHEN OLD.id IS NOT NEW.id OR OLD.firm_id IS NOT NEW.firm_id OR OLD.from_on IS NOT NEW.from_on OR OLD.reason IS NOT NEW.reason
BEGIN
  SELECT RAISE(ABORT, 'quiet_firm: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'quiet_firm: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'quiet_firm', NEW.id, NEW.firm_id, 'update',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'from_on', OLD.from_on, 'reason', OLD.reason),
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'from_on', NEW.from_on, 'reason', NEW.reason)
  FROM change_context;
END;

CREATE TABLE quiet_firm (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL UNIQUE REFERENCES firm (id),
  from_on TEXT NOT NULL CHECK (from_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;

CREATE TRIGGER self_assessment_audit_delete AFTER DELETE ON self_assessment
BEGIN
  SELECT RAISE(ABORT, 'self_assessment: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'self_assessment', OLD.id, OLD.firm_id, 'delete',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'year', OLD.year, 'filled_on', OLD.filled_on, 'own_grade', OLD.own_grade, 'achievements', OLD.achievements, 'difficulties', OLD.difficulties, 'next_steps', OLD.next_steps),
    NULL
  FROM change_context;
END;

CREATE TRIGGER self_assessment_audit_insert AFTER INSERT ON self_assessment
BEGIN
  SELECT RAISE(ABORT, 'self_assessment: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'self_assessment', NEW.id, NEW.firm_id, 'insert',
    NULL,
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'year', NEW.year, 'filled_on', NEW.filled_on, 'own_grade', NEW.own_grade, 'achievements', NEW.achievements, 'difficulties', NEW.difficulties, 'next_steps', NEW.next_steps)
  FROM change_context;
END;

CREATE TRIGGER self_assessment_audit_update AFTER UPDATE ON self_assessment
WHEN OLD.id IS NOT NEW.id OR OLD.firm_id IS NOT NEW.firm_id OR OLD.year IS NOT NEW.year OR OLD.filled_on IS NOT NEW.filled_on OR OLD.own_grade IS NOT NEW.own_grade OR OLD.achievements IS NOT NEW.achievements OR OLD.difficulties IS NOT NEW.difficulties OR OLD.next_steps IS NOT NEW.next_steps
BEGIN
  SELECT RAISE(ABORT, 'self_assessment: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'self_assessment: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'self_assessment', NEW.id, NEW.firm_id, 'update',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'year', OLD.year, 'filled_on', OLD.filled_on, 'own_grade', OLD.own_grade, 'achievements', OLD.achievements, 'difficulties', OLD.difficulties, 'next_steps', OLD.next_steps),
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'year', NEW.year, 'filled_on', NEW.filled_on, 'own_grade', NEW.own_grade, 'achievements', NEW.achievements, 'difficulties', NEW.difficulties, 'next_steps', NEW.next_steps)
  FROM change_context;
END;

CREATE TABLE self_assessment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2200),
  filled_on TEXT CHECK (filled_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  own_grade TEXT CHECK (own_grade <> ''),
  achievements TEXT CHECK (achievements <> ''),
  difficulties TEXT CHECK (difficulties <> ''),
  next_steps TEXT CHECK (next_steps <> ''),
  UNIQUE (firm_id, year)
) STRICT;

CREATE TRIGGER service_officer_audit_delete AFTER DELETE ON service_officer
BEGIN
  SELECT RAISE(ABORT, 'service_officer: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'service_officer', OLD.id, OLD.firm_id, 'delete',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'officer', OLD.officer, 'unit', OLD.unit, 'from_on', OLD.from_on, 'until_on', OLD.until_on),
    NULL
  FROM change_context;
END;

CREATE TRIGGER service_officer_audit_insert AFTER INSERT ON service_officer
BEGIN
  SELECT RAISE(ABORT, 'service_officer: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'service_officer', NEW.id, NEW.firm_id, 'insert',
    NULL,
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'officer', NEW.officer, 'unit', NEW.unit, 'from_on', NEW.from_on, 'until_on', NEW.until_on)
  FROM change_context;
END;

CREATE TRIGGER service_officer_audit_update AFTER UPDATE ON service_officer
WHEN OLD.id IS NOT NEW.id OR OLD.firm_id IS NOT NEW.firm_id OR OLD.officer IS NOT NEW.officer OR OLD.unit IS NOT NEW.unit OR OLD.from_on IS NOT NEW.from_on OR OLD.until_on IS NOT NEW.until_on
BEGIN
  SELECT RAISE(ABORT, 'service_officer: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'service_officer: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'service_officer', NEW.id, NEW.firm_id, 'update',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'officer', OLD.officer, 'unit', OLD.unit, 'from_on', OLD.from_on, 'until_on', OLD.until_on),
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'officer', NEW.officer, 'unit', NEW.unit, 'from_on', NEW.from_on, 'until_on', NEW.until_on)
  FROM change_context;
END;

CREATE TABLE service_officer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  officer TEXT NOT NULL CHECK (officer <> ''),
  unit TEXT CHECK (unit <> ''),
  from_on TEXT NOT NULL CHECK (from_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  until_on TEXT CHECK (until_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND until_on >= from_on)
) STRICT;

CREATE INDEX service_officer_by_firm ON service_officer (firm_id);

CREATE UNIQUE INDEX service_officer_running ON service_officer (firm_id) WHERE until_on IS NULL;

CREATE TRIGGER service_request_audit_delete AFTER DELETE ON service_request
BEGIN
  SELECT RAISE(ABORT, 'service_request: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'service_request', OLD.id, OLD.firm_id, 'delete',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'visit_id', OLD.visit_id, 'received_on', OLD.received_on, 'request_kind', OLD.request_kind, 'content', OLD.content, 'unit', OLD.unit, 'due_on', OLD.due_on, 'answer', OLD.answer, 'closed_on', OLD.closed_on, 'satisfaction', OLD.satisfaction),
    NULL
  FROM change_context;
END;

CREATE TRIGGER service_request_audit_insert AFTER INSERT ON service_request
BEGIN
  SELECT RAISE(ABORT, 'service_request: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'service_request', NEW.id, NEW.firm_id, 'insert',
    NULL,
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'visit_id', NEW.visit_id, 'received_on', NEW.received_on, 'request_kind', NEW.request_kind, 'content', NEW.content, 'unit', NEW.unit, 'due_on', NEW.due_on, 'answer', NEW.answer, 'closed_on', NEW.closed_on, 'satisfaction', NEW.satisfaction)
  FROM change_context;
END;

CREATE TRIGGER service_request_audit_update AFTER UPDATE ON service_request
WHEN OLD.id IS NOT NEW.id OR OLD.firm_id IS NOT NEW.firm_id OR OLD.visit_id IS NOT NEW.visit_id OR OLD.received_on IS NOT NEW.received_on OR OLD.request_kind IS NOT NEW.request_kind OR OLD.content IS NOT NEW.content OR OLD.unit IS NOT NEW.unit OR OLD.due_on IS NOT NEW.due_on OR OLD.answer IS NOT NEW.answer OR OLD.closed_on IS NOT NEW.closed_on OR OLD.satisfaction IS NOT NEW.satisfaction
BEGIN
  SELECT RAISE(ABORT, 'service_request: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'service_request: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'service_request', NEW.id, NEW.firm_id, 'update',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'visit_id', OLD.visit_id, 'received_on', OLD.received_on, 'request_kind', OLD.request_kind, 'content', OLD.content, 'unit', OLD.unit, 'due_on', OLD.due_on, 'answer', OLD.answer, 'closed_on', OLD.closed_on, 'satisfaction', OLD.satisfaction),
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'visit_id', NEW.visit_id, 'received_on', NEW.received_on, 'request_kind', NEW.request_kind, 'content', NEW.content, 'unit', NEW.unit, 'due_on', NEW.due_on, 'answer', NEW.answer, 'closed_on', NEW.closed_on, 'satisfaction', NEW.satisfaction)
  FROM change_context;
END;

CREATE TABLE service_request (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  visit_id INTEGER REFERENCES visit (id),
  received_on TEXT NOT NULL CHECK (received_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  request_kind TEXT NOT NULL CHECK (request_kind <> ''),
  content TEXT NOT NULL CHECK (content <> ''),
  unit TEXT CHECK (unit <> ''),
  due_on TEXT CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  answer TEXT CHECK (answer <> ''),
  closed_on TEXT CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND closed_on >= received_on),
  satisfaction TEXT CHECK (satisfaction IN ('content', 'fair', 'discontent'))
) STRICT;

CREATE INDEX service_request_by_firm ON service_request (firm_id);

CREATE INDEX service_request_by_visit ON service_request (visit_id) WHERE visit_id IS NOT NULL;

CREATE TRIGGER setting_audit_delete AFTER DELETE ON setting
BEGIN
  SELECT RAISE(ABORT, 'setting: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'setting', OLD.id, NULL, 'delete',
    json_object('id', OLD.id, 'key', OLD.key, 'value', OLD.value),
    NULL
  FROM change_context;
END;

CREATE TRIGGER setting_audit_insert AFTER INSERT ON setting
BEGIN
  SELECT RAISE(ABORT, 'setting: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'setting', NEW.id, NULL, 'insert',
    NULL,
    json_object('id', NEW.id, 'key', NEW.key, 'value', NEW.value)
  FROM change_context;
END;

CREATE TRIGGER setting_audit_update AFTER UPDATE ON setting
WHEN OLD.id IS NOT NEW.id OR OLD.key IS NOT NEW.key OR OLD.value IS NOT NEW.value
BEGIN
  SELECT RAISE(ABORT, 'setting: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'setting: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'setting', NEW.id, NULL, 'update',
    json_object('id', OLD.id, 'key', OLD.key, 'value', OLD.value),
    json_object('id', NEW.id, 'key', NEW.key, 'value', NEW.value)
  FROM change_context;
END;

CREATE TABLE setting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

CREATE TRIGGER task_figure_audit_delete AFTER DELETE ON task_figure
BEGIN
  SELECT RAISE(ABORT, 'task_figure: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'task_figure', OLD.id, NULL, 'delete',
    json_object('id', OLD.id, 'note_id', OLD.note_id, 'indicator_id', OLD.indicator_id, 'figure', OLD.figure),
    NULL
  FROM change_context;
END;

CREATE TRIGGER task_figure_audit_insert AFTER INSERT ON task_figure
BEGIN
  SELECT RAISE(ABORT, 'task_figure: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'task_figure', NEW.id, NULL, 'insert',
    NULL,
    json_object('id', NEW.id, 'note_id', NEW.note_id, 'indicator_id', NEW.indicator_id, 'figure', NEW.figure)
  FROM change_context;
END;

CREATE TRIGGER task_figure_audit_update AFTER UPDATE ON task_figure
WHEN OLD.id IS NOT NEW.id OR OLD.note_id IS NOT NEW.note_id OR OLD.indicator_id IS NOT NEW.indicator_id OR OLD.figure IS NOT NEW.figure
BEGIN
  SELECT RAISE(ABORT, 'task_figure: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'task_figure: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'task_figure', NEW.id, NULL, 'update',
    json_object('id', OLD.id, 'note_id', OLD.note_id, 'indicator_id', OLD.indicator_id, 'figure', OLD.figure),
    json_object('id', NEW.id, 'note_id', NEW.note_id, 'indicator_id', NEW.indicator_id, 'figure', NEW.figure)
  FROM change_context;
END;

CREATE TABLE task_figure (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  note_id INTEGER NOT NULL REFERENCES task_note (id),
  indicator_id TEXT NOT NULL CHECK (indicator_id <> ''),
  figure INTEGER NOT NULL,
  UNIQUE (note_id, indicator_id)
) STRICT;

CREATE TRIGGER task_note_audit_delete AFTER DELETE ON task_note
BEGIN
  SELECT RAISE(ABORT, 'task_note: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'task_note', OLD.id, NULL, 'delete',
    json_object('id', OLD.id, 'task_id', OLD.task_id, 'noted_on', OLD.noted_on, 'unit', OLD.unit, 'content', OLD.content, 'report', OLD.report, 'sample', OLD.sample),
    NULL
  FROM change_context;
END;

CREATE TRIGGER task_note_audit_insert AFTER INSERT ON task_note
BEGIN
  SELECT RAISE(ABORT, 'task_note: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'task_note', NEW.id, NULL, 'insert',
    NULL,
    json_object('id', NEW.id, 'task_id', NEW.task_id, 'noted_on', NEW.noted_on, 'unit', NEW.unit, 'content', NEW.content, 'report', NEW.report, 'sample', NEW.sample)
  FROM change_context;
END;

CREATE TRIGGER task_note_audit_update AFTER UPDATE ON task_note
WHEN OLD.id IS NOT NEW.id OR OLD.task_id IS NOT NEW.task_id OR OLD.noted_on IS NOT NEW.noted_on OR OLD.unit IS NOT NEW.unit OR OLD.content IS NOT NEW.content OR OLD.report IS NOT NEW.report OR OLD.sample IS NOT NEW.sample
BEGIN
  SELECT RAISE(ABORT, 'task_note: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'task_note: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'task_note', NEW.id, NULL, 'update',
    json_object('id', OLD.id, 'task_id', OLD.task_id, 'noted_on', OLD.noted_on, 'unit', OLD.unit, 'content', OLD.content, 'report', OLD.report, 'sample', OLD.sample),
    json_object('id', NEW.id, 'task_id', NEW.task_id, 'noted_on', NEW.noted_on, 'unit', NEW.unit, 'content', NEW.content, 'report', NEW.report, 'sample', NEW.sample)
  FROM change_context;
END;

CREATE TABLE task_note (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task_id TEXT NOT NULL CHECK (task_id <> ''),
  noted_on TEXT NOT NULL CHECK (noted_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  unit TEXT CHECK (unit <> ''),
  content TEXT NOT NULL CHECK (content <> ''),
  report TEXT NOT NULL CHECK (report IN ('running', 'done')),
  sample INTEGER NOT NULL CHECK (sample IN (0, 1))
) STRICT;

CREATE INDEX task_note_by_task ON task_note (task_id);

CREATE TRIGGER task_plan_audit_delete AFTER DELETE ON task_plan
BEGIN
  SELECT RAISE(ABORT, 'task_plan: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'task_plan', OLD.id, NULL, 'delete',
    json_object('id', OLD.id, 'task_id', OLD.task_id, 'due_on', OLD.due_on, 'owner', OLD.owner, 'remark', OLD.remark, 'sample', OLD.sample),
    NULL
  FROM change_context;
END;

CREATE TRIGGER task_plan_audit_insert AFTER INSERT ON task_plan
BEGIN
  SELECT RAISE(ABORT, 'task_plan: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'task_plan', NEW.id, NULL, 'insert',
    NULL,
    json_object('id', NEW.id, 'task_id', NEW.task_id, 'due_on', NEW.due_on, 'owner', NEW.owner, 'remark', NEW.remark, 'sample', NEW.sample)
  FROM change_context;
END;

CREATE TRIGGER task_plan_audit_update AFTER UPDATE ON task_plan
WHEN OLD.id IS NOT NEW.id OR OLD.task_id IS NOT NEW.task_id OR OLD.due_on IS NOT NEW.due_on OR OLD.owner IS NOT NEW.owner OR OLD.remark IS NOT NEW.remark OR OLD.sample IS NOT NEW.sample
BEGIN
  SELECT RAISE(ABORT, 'task_plan: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'task_plan: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'task_plan', NEW.id, NULL, 'update',
    json_object('id', OLD.id, 'task_id', OLD.task_id, 'due_on', OLD.due_on, 'owner', OLD.owner, 'remark', OLD.remark, 'sample', OLD.sample),
    json_object('id', NEW.id, 'task_id', NEW.task_id, 'due_on', NEW.due_on, 'owner', NEW.owner, 'remark', NEW.remark, 'sample', NEW.sample)
  FROM change_context;
END;

CREATE TABLE task_plan (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task_id TEXT NOT NULL UNIQUE CHECK (task_id <> ''),
  due_on TEXT CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  owner TEXT CHECK (owner <> ''),
  remark TEXT CHECK (remark <> ''),
  sample INTEGER NOT NULL CHECK (sample IN (0, 1))
) STRICT;

CREATE TRIGGER title_event_audit_delete AFTER DELETE ON title_event
BEGIN
  SELECT RAISE(ABORT, 'title_event: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'title_event', OLD.id, OLD.firm_id, 'delete',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'title_id', OLD.title_id, 'kind', OLD.kind, 'event_on', OLD.event_on, 'valid_until', OLD.valid_until, 'batch', OLD.batch, 'document', OLD.document, 'name_at', OLD.name_at, 'evidence', OLD.evidence, 'import_id', OLD.import_id, 'cell', OLD.cell, 'sample', OLD.sample),
    NULL
  FROM change_context;
END;

CREATE TRIGGER title_event_audit_insert AFTER INSERT ON title_event
BEGIN
  SELECT RAISE(ABORT, 'title_event: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'title_event', NEW.id, NEW.firm_id, 'insert',
    NULL,
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'title_id', NEW.title_id, 'kind', NEW.kind, 'event_on', NEW.event_on, 'valid_until', NEW.valid_until, 'batch', NEW.batch, 'document', NEW.document, 'name_at', NEW.name_at, 'evidence', NEW.evidence, 'import_id', NEW.import_id, 'cell', NEW.cell, 'sample', NEW.sample)
  FROM change_context;
END;

CREATE TRIGGER title_event_audit_update AFTER UPDATE ON title_event
WHEN OLD.id IS NOT NEW.id OR OLD.firm_id IS NOT NEW.firm_id OR OLD.title_id IS NOT NEW.title_id OR OLD.kind IS NOT NEW.kind OR OLD.event_on IS NOT NEW.event_on OR OLD.valid_until IS NOT NEW.valid_until OR OLD.batch IS NOT NEW.batch OR OLD.document IS NOT NEW.document OR OLD.name_at IS NOT NEW.name_at OR OLD.evidence IS NOT NEW.evidence OR OLD.import_id IS NOT NEW.import_id OR OLD.cell IS NOT NEW.cell OR OLD.sample IS NOT NEW.sample
BEGIN
  SELECT RAISE(ABORT, 'title_event: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'title_event: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'title_event', NEW.id, NEW.firm_id, 'update',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'title_id', OLD.title_id, 'kind', OLD.kind, 'event_on', OLD.event_on, 'valid_until', OLD.valid_until, 'batch', OLD.batch, 'document', OLD.document, 'name_at', OLD.name_at, 'evidence', OLD.evidence, 'import_id', OLD.import_id, 'cell', OLD.cell, 'sample', OLD.sample),
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'title_id', NEW.title_id, 'kind', NEW.kind, 'event_on', NEW.event_on, 'valid_until', NEW.valid_until, 'batch', NEW.batch, 'document', NEW.document, 'name_at', NEW.name_at, 'evidence', NEW.evidence, 'import_id', NEW.import_id, 'cell', NEW.cell, 'sample', NEW.sample)
  FROM change_context;
END;

CREATE TABLE title_event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  title_id TEXT NOT NULL CHECK (title_id <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('announced', 'recognised', 'reviewPassed', 'reviewFailed', 'renamed',
    'revoked', 'expired', 'reRecognised', 'movedIn', 'movedOut')),
  event_on TEXT NOT NULL CHECK (event_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  valid_until TEXT CHECK (valid_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  batch TEXT,
  document TEXT,
  name_at TEXT,
  evidence TEXT NOT NULL CHECK (evidence IN ('finalList', 'mirror', 'publicity', 'roster', 'platformHint')),
  import_id INTEGER REFERENCES import_file (id) DEFERRABLE INITIALLY DEFERRED,
  cell TEXT,
  sample INTEGER NOT NULL CHECK (sample IN (0, 1))
) STRICT;

CREATE INDEX title_event_by_firm ON title_event (firm_id, event_on);

CREATE TRIGGER visit_audit_delete AFTER DELETE ON visit
BEGIN
  SELECT RAISE(ABORT, 'visit: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'visit', OLD.id, OLD.firm_id, 'delete',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'planned_on', OLD.planned_on, 'visited_on', OLD.visited_on, 'visitors', OLD.visitors, 'record', OLD.record),
    NULL
  FROM change_context;
END;

CREATE TRIGGER visit_audit_insert AFTER INSERT ON visit
BEGIN
  SELECT RAISE(ABORT, 'visit: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'visit', NEW.id, NEW.firm_id, 'insert',
    NULL,
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'planned_on', NEW.planned_on, 'visited_on', NEW.visited_on, 'visitors', NEW.visitors, 'record', NEW.record)
  FROM change_context;
END;

CREATE TRIGGER visit_audit_update AFTER UPDATE ON visit
WHEN OLD.id IS NOT NEW.id OR OLD.firm_id IS NOT NEW.firm_id OR OLD.planned_on IS NOT NEW.planned_on OR OLD.visited_on IS NOT NEW.visited_on OR OLD.visitors IS NOT NEW.visitors OR OLD.record IS NOT NEW.record
BEGIN
  SELECT RAISE(ABORT, 'visit: write outside a change set') WHERE NOT EXISTS (SELECT 1 FROM change_context);
  SELECT RAISE(ABORT, 'visit: a row keeps its id') WHERE OLD.id <> NEW.id;
  INSERT INTO change (change_set_id, table_name, row_id, firm_id, op, before, after)
  SELECT change_set_id, 'visit', NEW.id, NEW.firm_id, 'update',
    json_object('id', OLD.id, 'firm_id', OLD.firm_id, 'planned_on', OLD.planned_on, 'visited_on', OLD.visited_on, 'visitors', OLD.visitors, 'record', OLD.record),
    json_object('id', NEW.id, 'firm_id', NEW.firm_id, 'planned_on', NEW.planned_on, 'visited_on', NEW.visited_on, 'visitors', NEW.visitors, 'record', NEW.record)
  FROM change_context;
END;

CREATE TABLE visit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  planned_on TEXT CHECK (planned_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  visited_on TEXT CHECK (visited_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  visitors TEXT CHECK (visitors <> ''),
  record TEXT CHECK (record <> ''),
  CHECK (planned_on IS NOT NULL OR visited_on IS NOT NULL)
) STRICT;

CREATE INDEX visit_by_firm ON visit (firm_id);
