import { AppError } from '#shared/contract/errors.ts';
import type { Day } from '#shared/domain/day.ts';
import type { Fen } from '#shared/domain/money.ts';
import type { PayerLevel } from '#shared/domain/payer.ts';
import type { Facts } from '#shared/policy/fact.ts';
import type { ReadDb, SqlValue, WriteTx } from '../handles.ts';
import { brokenConstraint } from '../sqlite-errors.ts';

/** A project (项目) of a firm with the facts its clauses ask for. */
export type StoredProject = {
  readonly id: number;
  readonly firmId: number;
  /** Kind of project in the pack, such as 技改. */
  readonly kindId: string;
  readonly name: string;
  /** Day that chooses the clause: completion, signing, recognition. */
  readonly eventOn: Day;
  readonly facts: Facts;
  /** Person, product or standard that must not be paid for twice, by name or number. */
  readonly object: string | null;
  /** Number of the contract or invoice (合同号、发票号) that must not be paid for twice. */
  readonly contract: string | null;
  readonly remark: string | null;
};

type ProjectRow = Omit<StoredProject, 'facts'> & { readonly facts: string };

const columns =
  'id, firm_id AS firmId, kind_id AS kindId, name, event_on AS eventOn, facts, object, contract, remark';

function projectFrom(row: ProjectRow): StoredProject {
  return { ...row, facts: JSON.parse(row.facts) };
}

/** Projects of all firms or of one, newest event first. */
export function listProjects(
  db: ReadDb,
  only: { readonly firmId?: number | undefined } = {},
): readonly StoredProject[] {
  const order = 'ORDER BY event_on DESC, id DESC';
  const rows =
    only.firmId === undefined
      ? db.query<ProjectRow>(`SELECT ${columns} FROM project ${order}`).all()
      : db.query<ProjectRow>(`SELECT ${columns} FROM project WHERE firm_id = ? ${order}`).all(only.firmId);
  return rows.map(projectFrom);
}

/** One project, if it is there. */
export function getProject(db: ReadDb, id: number): StoredProject | undefined {
  const row = db.query<ProjectRow>(`SELECT ${columns} FROM project WHERE id = ?`).get(id);
  return row === undefined ? undefined : projectFrom(row);
}

/** Adds a project and gives its id. Throws `project-twice` when the firm has one of this kind and name. */
export function insertProject(tx: WriteTx, project: Omit<StoredProject, 'id'>): number {
  return once(project.name, () =>
    Number(
      tx
        .write(
          `INSERT INTO project (firm_id, kind_id, name, event_on, facts, object, contract, remark)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(...valuesOf(project)).lastInsertRowid,
    ),
  );
}

/** Changes a project; what does not differ is not recorded. Throws `project-twice`. */
export function updateProject(tx: WriteTx, project: StoredProject): void {
  once(project.name, () =>
    tx
      .write(
        `UPDATE project SET firm_id = ?, kind_id = ?, name = ?, event_on = ?, facts = ?, object = ?, contract = ?,
           remark = ? WHERE id = ?`,
      )
      .run(...valuesOf(project), project.id),
  );
}

/** Removes a project; its claims must be gone before. */
export function deleteProject(tx: WriteTx, id: number): void {
  tx.write('DELETE FROM public_aid WHERE project_id = ?').run(id);
  tx.write('DELETE FROM project WHERE id = ?').run(id);
}

function valuesOf(project: Omit<StoredProject, 'id'>): SqlValue[] {
  return [
    project.firmId,
    project.kindId,
    project.name,
    project.eventOn,
    JSON.stringify(project.facts),
    project.object,
    project.contract,
    project.remark,
  ];
}

function once<T>(name: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (brokenConstraint(error)?.message.includes('project.name') ?? false)
      throw new AppError('project-twice', { name });
    throw error;
  }
}

/** Other public money (其他财政资金) that a firm got for the same project or title. */
export type StoredAid = {
  readonly id: number;
  readonly firmId: number;
  /** Exactly one of project and title is set. */
  readonly projectId: number | null;
  readonly titleId: string | null;
  readonly payer: PayerLevel;
  readonly amountFen: Fen;
  readonly receivedOn: Day;
  /** Document or notice it was paid by. */
  readonly document: string;
  readonly remark: string | null;
};

const aidColumns =
  'id, firm_id AS firmId, project_id AS projectId, title_id AS titleId, payer, amount_fen AS amountFen, ' +
  'received_on AS receivedOn, document, remark';

/** Other public money of one firm, oldest first. */
export function listAid(db: ReadDb, firmId: number): readonly StoredAid[] {
  return db
    .query<StoredAid>(`SELECT ${aidColumns} FROM public_aid WHERE firm_id = ? ORDER BY received_on, id`)
    .all(firmId);
}

/** Other public money of all firms, by firm, oldest first. */
export function listAllAid(db: ReadDb): readonly StoredAid[] {
  return db.query<StoredAid>(`SELECT ${aidColumns} FROM public_aid ORDER BY firm_id, received_on, id`).all();
}

/** Records other public money. */
export function insertAid(tx: WriteTx, aid: Omit<StoredAid, 'id'>): void {
  tx.write(
    `INSERT INTO public_aid (firm_id, project_id, title_id, payer, amount_fen, received_on, document, remark)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    aid.firmId,
    aid.projectId,
    aid.titleId,
    aid.payer,
    aid.amountFen,
    aid.receivedOn,
    aid.document,
    aid.remark,
  );
}

/** Takes a record of other public money away; gives whether it was there. */
export function deleteAid(tx: WriteTx, id: number): boolean {
  return tx.write('DELETE FROM public_aid WHERE id = ?').run(id).changes === 1;
}
