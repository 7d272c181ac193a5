import { listClaims } from '#electron/db/tables/claims.ts';
import {
  insertProject,
  listProjects,
  type StoredProject,
  updateProject,
} from '#electron/db/tables/projects.ts';
import { isDecided } from '#shared/domain/claim.ts';
import type { FactValue } from '#shared/policy/fact.ts';
import type { Pack } from '#shared/policy/pack.ts';
import type { Remark } from '#shared/roster/issue.ts';
import { projectFactFields, projectNameKey } from '#shared/roster/records/projects.ts';
import type { RecordPlace, RecordValues, RowRecord } from '#shared/roster/records/record.ts';
import { findersOf } from '../roster-context.ts';
import { byFirm, type RecordStore } from './store.ts';

/** 项目与补助申报 in the table `project`: known by firm, kind and name; facts under a decision stay as they were decided on. */
export const projectsStore: RecordStore = {
  lookup: (db, firmIds, { open }) => {
    const wanted = new Set(firmIds);
    const known = byFirm(listProjects(db).filter(({ firmId }) => wanted.has(firmId)));
    const decided = new Map(
      listClaims(db).flatMap(({ projectId, id, state }) =>
        projectId !== null && isDecided(state) ? [[projectId, id] as const] : [],
      ),
    );
    return {
      place: (firmId, record) => {
        const project = (known.get(firmId) ?? []).find((each) => keyOf(each) === record.key);
        return project === undefined
          ? asNew(open.pack, record)
          : asKnown(open.pack, project, record, decided.get(project.id));
      },
    };
  },

  write: (tx, firmId, { record, fresh }, { open }) => {
    const { values } = record;
    const kindId = String(values.kind);
    const stated = factsIn(open.pack, kindId, values);
    if (fresh) {
      insertProject(tx, {
        firmId,
        kindId,
        name: String(values.name),
        eventOn: String(values.eventOn),
        facts: stated,
        object: textOf(values.object) ?? null,
        contract: textOf(values.contract) ?? null,
        remark: textOf(values.remark) ?? null,
      });
      return;
    }
    const before = listProjects(tx, { firmId }).find((each) => keyOf(each) === record.key);
    if (before === undefined) throw new Error('a project that is changed is there');
    updateProject(tx, {
      ...before,
      eventOn: textOf(values.eventOn) ?? before.eventOn,
      facts: { ...before.facts, ...stated },
      ...kept('object', values),
      ...kept('contract', values),
      ...kept('remark', values),
    });
  },

  known: (db, firmIds, { open }, { form }) => {
    const wanted = new Set(firmIds);
    const projects = listProjects(db).filter(({ firmId, kindId }) => wanted.has(firmId) && kindId === form);
    return new Map(
      [...byFirm(projects)].map(([firmId, own]) => [firmId, own.map((each) => valuesOf(open.pack, each))]),
    );
  },
};

function keyOf({ kindId, name }: StoredProject): string {
  return `${kindId}/${projectNameKey(name)}`;
}

function valuesOf(pack: Pack, project: StoredProject): RecordValues {
  const { kindId, name, eventOn, object, contract, remark, facts } = project;
  const fields = projectFactFields(findersOf(pack), kindId);
  const known = [...fields].map(([fact, field]) => [field, facts[fact] ?? null] as const);
  return { kind: kindId, name, eventOn, object, contract, remark, ...Object.fromEntries(known) };
}

function asNew({ projectKinds }: Pack, { values }: RowRecord): RecordPlace {
  const kind = projectKinds.find(({ id }) => id === values.kind);
  if (values.eventOn == null) return { refused: dayMissing(kind?.dateLabel ?? '项目日期') };
  const named = kind !== undefined && kind.objectLabel === kind.nameLabel;
  return { before: null, values: named ? { object: values.name ?? null, ...values } : values };
}

function asKnown(
  pack: Pack,
  project: StoredProject,
  { values }: RowRecord,
  claimId: number | undefined,
): RecordPlace {
  const { eventOn, ...rest } = values;
  return {
    before: valuesOf(pack, project),
    values: { ...rest, name: project.name, ...(eventOn == null ? {} : { eventOn }) },
    ...(claimId === undefined ? {} : { fixed: decidedOn(claimId) }),
  };
}

function factsIn(pack: Pack, kindId: string, values: RecordValues): Record<string, FactValue | null> {
  const facts: Record<string, FactValue | null> = {};
  for (const [fact, field] of projectFactFields(findersOf(pack), kindId)) {
    const value = values[field];
    if (value !== undefined) facts[fact] = value;
  }
  return facts;
}

function textOf(value: RecordValues[string] | undefined): string | undefined {
  return value == null ? undefined : String(value);
}

/** A text that is stated, or erased; an absent one stays. */
function kept(key: 'object' | 'contract' | 'remark', values: RecordValues) {
  return values[key] === undefined ? {} : { [key]: textOf(values[key]) ?? null };
}

function dayMissing(label: string): Remark {
  return {
    code: 'record-incomplete',
    severity: 'error',
    message: `没有写明${label}`,
    fix: `请补上${label}，按这一天适用条款`,
  };
}

function decidedOn(claimId: number): Remark {
  return {
    code: 'record-refused',
    severity: 'error',
    message: `该项目的第${claimId}号兑现事项已核定，不能改动`,
    fix: '需要改动的请先退回该事项；没有变化的请改回台账内容',
  };
}
