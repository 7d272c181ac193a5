import { listClaims } from '#electron/db/tables/claims.ts';
import { getFirm } from '#electron/db/tables/firms.ts';
import { deleteProject, getProject, insertProject, updateProject } from '#electron/db/tables/projects.ts';
import { AppError } from '#shared/contract/errors.ts';
import { isDecided } from '#shared/domain/claim.ts';
import { checkProject, projectKinds, projectList } from '../claims/projects.ts';
import type { Context, Handlers } from '../context.ts';
import { recordChange } from '../record-change.ts';

/** Projects (项目) as records. */
export const projectHandlers: Handlers<
  'projects.kinds' | 'projects.list' | 'projects.save' | 'projects.remove'
> = {
  'projects.kinds': (context) => projectKinds(context.open().pack),
  'projects.list': (context, { firmId }) => projectList(context.open(), firmId),

  'projects.save': (context, input) => {
    const { ledger, pack } = context.open();
    checkProject(pack, input);
    if (getFirm(ledger.read, input.firmId) === undefined) throw new AppError('not-found');
    const { id, reason, ...fields } = input;
    const project = {
      ...fields,
      object: fields.object || null,
      contract: fields.contract || null,
      remark: fields.remark || null,
    };
    if (id !== null) assertChangeable(context, id, project);
    const kind = id === null ? 'project-add' : 'project-edit';
    const done = recordChange(context, kind, reason || project.name, (tx) => {
      if (id === null) return insertProject(tx, project);
      updateProject(tx, { ...project, id });
      return id;
    });
    return { changeSetId: done.id, id: done.value };
  },

  'projects.remove': (context, { id, reason }) => {
    const project = getProject(context.open().ledger.read, id);
    if (project === undefined) throw new AppError('not-found');
    if (
      listClaims(context.open().ledger.read, { firmId: project.firmId }).some((each) => each.projectId === id)
    ) {
      throw new AppError('project-refused', { problem: '该项目已立项兑现，办理记录须保留，不能删除。' });
    }
    const done = recordChange(context, 'project-remove', reason || project.name, (tx) =>
      deleteProject(tx, id),
    );
    return { changeSetId: done.id };
  },
};

/** Facts under a decision stay as they were decided on. Throws `not-found`, `project-refused`. */
function assertChangeable(
  context: Context,
  id: number,
  after: { readonly firmId: number; readonly kindId: string },
): void {
  const { ledger } = context.open();
  const before = getProject(ledger.read, id);
  if (before === undefined) throw new AppError('not-found');
  const claims = listClaims(ledger.read, { firmId: before.firmId }).filter((each) => each.projectId === id);
  const decided = claims.find((each) => isDecided(each.state));
  if (decided !== undefined) {
    throw new AppError('project-refused', {
      problem: `该项目的第${decided.id}号兑现事项已核定，需要改动的请先退回该事项。`,
    });
  }
  if (claims.length > 0 && (before.firmId !== after.firmId || before.kindId !== after.kindId)) {
    throw new AppError('project-refused', { problem: '该项目已立项兑现，不能改换企业或项目类别。' });
  }
}
