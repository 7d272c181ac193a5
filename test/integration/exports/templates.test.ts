import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { changeSet } from '#electron/db/change-set.ts';
import { openLedger } from '#electron/db/open.ts';
import { putFirmYear } from '#electron/db/tables/firm-years.ts';
import { insertFirm } from '#electron/db/tables/firms.ts';
import { insertPoolEvent } from '#electron/db/tables/pool-events.ts';
import {
  insertAid,
  insertProject,
  type StoredAid,
  type StoredProject,
} from '#electron/db/tables/projects.ts';
import { putSelfAssessment } from '#electron/db/tables/self-assessments.ts';
import { insertServiceRequest } from '#electron/db/tables/service-requests.ts';
import { insertTitleEvent } from '#electron/db/tables/title-events.ts';
import { insertVisit } from '#electron/db/tables/visits.ts';
import type { InputOf, OutputOf } from '#shared/contract/api.ts';
import { addDays } from '#shared/domain/day.ts';
import type { FirmFields } from '#shared/domain/firm.ts';
import type { YearFigures } from '#shared/domain/firm-year.ts';
import { payerLevels } from '#shared/domain/payer.ts';
import { type PoolEvent, poolExits } from '#shared/domain/pool.ts';
import type { SelfAssessment } from '#shared/domain/self-assessment.ts';
import { requestKinds, type ServiceRequest, satisfactions } from '#shared/domain/service-request.ts';
import { titleEventKinds } from '#shared/domain/title.ts';
import type { Visit } from '#shared/domain/visit.ts';
import type { Fact, FactValue } from '#shared/policy/fact.ts';
import { loadPack } from '#shared/policy/packs/index.ts';
import { factsOfKind } from '#shared/policy/project-ground.ts';
import { type TemplateKind, templateKinds } from '#shared/roster/template.ts';
import { cleanText } from '#shared/roster/values/text.ts';
import { openTestCore, type TestCore } from '#test/builders/core.ts';
import { openRoster, readTexts, targetIn } from '#test/builders/exports.ts';
import { newFirm, newTitleEvent } from '#test/builders/firm.ts';

const pack = loadPack('qiantang-2024');

async function emptyLedger(): Promise<TestCore> {
  const core = await openTestCore({ pack: pack.id });
  onTestFinished(() => core.close());
  return core;
}

async function template(
  core: TestCore,
  kind: TemplateKind,
  input: Partial<InputOf<'exports.template'>> = {},
): Promise<{ readonly path: string; readonly done: OutputOf<'exports.template'> }> {
  const { token, path, paths } = targetIn(core, `${kind}.xlsx`);
  const done = await core.ask(
    'exports.template',
    { target: token, kind, streetId: null, filled: true, ...input },
    paths,
  );
  return { path, done };
}

type Known = {
  readonly fields: Partial<FirmFields>;
  readonly events: readonly {
    readonly titleId: string;
    readonly kind: (typeof titleEventKinds)[number];
    readonly on: string;
    readonly validUntil: string | null;
    readonly document: string | null;
  }[];
  readonly years: readonly { readonly year: number; readonly figures: Partial<YearFigures> }[];
  readonly aid: readonly (Pick<StoredAid, 'payer' | 'amountFen' | 'receivedOn' | 'document' | 'remark'> & {
    /** Place among the projects of the firm; past them the money is for the title. */
    readonly of: number;
    readonly titleId: string;
  })[];
  readonly pools: readonly (readonly Pick<PoolEvent, 'poolId' | 'kind' | 'stage' | 'exit' | 'on'>[])[];
  readonly projects: readonly Omit<StoredProject, 'id' | 'firmId'>[];
  readonly assessments: readonly Omit<SelfAssessment, 'id' | 'firmId'>[];
  readonly visits: readonly {
    readonly visit: Omit<Visit, 'id' | 'firmId'> | null;
    readonly requests: readonly Omit<ServiceRequest, 'id' | 'firmId' | 'visitId'>[];
  }[];
};

function fill(core: TestCore, firms: readonly (Pick<Known, 'fields' | 'events'> & Partial<Known>)[]): void {
  const ledger = openLedger(core.databasePath);
  changeSet(ledger, { actor: '测试员', kind: 'edit', reason: '准备' }, (tx) => {
    for (const [
      index,
      { fields, events, years = [], projects = [], pools = [], aid = [], visits = [], assessments = [] },
    ] of firms.entries()) {
      const id = insertFirm(tx, newFirm(index + 1, fields));
      for (const event of events) insertTitleEvent(tx, newTitleEvent(id, event));
      for (const { year, figures } of years) putFirmYear(tx, id, year, { figures, source: '=审计报告' });
      for (const event of pools.flat())
        insertPoolEvent(tx, { ...event, firmId: id, reason: '评审', sample: false });
      for (const each of assessments) putSelfAssessment(tx, { ...each, firmId: id });
      for (const { visit, requests } of visits) {
        const visitId = visit === null ? null : insertVisit(tx, { ...visit, firmId: id });
        for (const request of requests) insertServiceRequest(tx, { ...request, visitId, firmId: id });
      }
      const ids = projects.map((project) => insertProject(tx, { ...project, firmId: id }));
      for (const { of, titleId, ...money } of aid) {
        const projectId = ids[of] ?? null;
        insertAid(tx, { ...money, firmId: id, projectId, titleId: projectId === null ? titleId : null });
      }
    }
  });
  ledger.close();
}

const day = fc.integer({ min: 0, max: 9000 }).map((days) => addDays('2001-01-01', days));
/** Texts as people type them into the form: several lines, signs of formulas, full-width signs, words for nothing. */
const typed = fc.oneof(
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .map((text) => text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim())
    .filter((text) => text !== ''),
  fc.constantFrom(
    '=1+1',
    '@甲',
    '第一行\n第二行',
    '无',
    '（见附件）',
    "'=1",
    '１２３',
    '甲  乙',
    '待定',
    '合计',
    '示例产品',
  ),
);
const orNull = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const oneOf = (list: readonly { readonly id: string }[]) =>
  orNull(fc.constantFrom(...list.map(({ id }) => id)));
const fields: fc.Arbitrary<Partial<FirmFields>> = fc.record({
  streetId: oneOf(pack.streets),
  platformId: oneOf(pack.platforms),
  chainId: oneOf(pack.chains),
  industry: orNull(typed),
  scale: orNull(fc.constantFrom('large' as const, 'medium' as const, 'small' as const, 'micro' as const)),
  aboveScale: orNull(fc.boolean()),
  legalForm: orNull(typed),
  registeredOn: orNull(day),
  registeredCapital: orNull(fc.integer({ min: 0, max: 9_000_000_000_000 })),
  address: orNull(typed),
  mainProduct: orNull(typed),
  businessScope: orNull(typed),
  legalPerson: orNull(typed),
  contactName: orNull(fc.constantFrom('张三', '李四、王五', 'Alice Wang', '欧阳 修')),
  contactPhone: orNull(
    fc.constantFrom(
      '13800000001',
      '0571-88888888',
      '0571 8888 8888',
      '+86 13800000002',
      '13800000003、0571-86911111-801',
      '8888',
    ),
  ),
  remark: orNull(typed),
});
const event = fc.record({
  titleId: fc.constantFrom(...pack.titles.map(({ id }) => id)),
  kind: fc.constantFrom(...titleEventKinds),
  on: day,
  validUntil: orNull(day),
  document: orNull(fc.constantFrom('浙经信企业〔2024〕12号', '=公告', '第1批')),
});
const yearly = fc.record({
  year: fc.integer({ min: 2019, max: 2025 }),
  figures: fc.record({
    revenue: orNull(fc.integer({ min: 0, max: 9_000_000_000_000 })),
    netProfit: orNull(fc.integer({ min: -9_000_000_000, max: 9_000_000_000 })),
    employees: orNull(fc.integer({ min: 0, max: 9000 })),
    marketShare: orNull(fc.integer({ min: 0, max: 1_000_000 })),
    platformScore: orNull(fc.integer({ min: 0, max: 10_000 })),
    ownBrand: orNull(fc.boolean()),
    rdInstitution: orNull(fc.constantFrom('none', 'belowCity', 'city', 'provincial', 'national')),
    scienceAward: orNull(fc.constantFrom('none', 'nationalTop5')),
  }),
});
const factValues = { boolean: fc.boolean(), day, money: fc.integer({ min: 0, max: 9_000_000_000_000 }) };
const factOf = (fact: Fact): fc.Arbitrary<FactValue> => {
  if (fact.type === 'choice') return fc.constantFrom(...fact.choices.map(({ value }) => value));
  if (fact.type === 'rate' || fact.type === 'count') return fc.integer({ min: 0, max: 1_000_000 });
  return factValues[fact.type];
};
const project = fc.constantFrom(...pack.projectKinds).chain(({ id }) =>
  fc.record({
    kindId: fc.constant(id),
    name: fc.constantFrom('一号产线', '研发中心 2', '=甲项目', '技改（二期）', '品牌'),
    eventOn: day,
    facts: fc.record(
      Object.fromEntries(factsOfKind(pack, id).map((fact) => [fact.name, orNull(factOf(fact))])),
    ),
    object: orNull(typed),
    contract: orNull(typed),
    remark: orNull(typed),
  }),
);
/** A stay in one pool, perhaps moved to another stage, perhaps ended, and perhaps a second one after it. */
const stays = fc.constantFrom(...pack.pools).chain(({ id, stages }) =>
  fc
    .tuple(
      day,
      fc.array(fc.constantFrom(...stages), { minLength: 1, maxLength: 3 }),
      orNull(fc.constantFrom(...poolExits)),
      fc.boolean(),
    )
    .map(([from, walked, exit, again]) => {
      const steps = walked.map((stage, index) => ({
        poolId: id,
        kind: index === 0 ? ('entered' as const) : ('staged' as const),
        stage,
        exit: null,
        on: addDays(from, index * 40),
      }));
      if (exit === null) return steps;
      const left = { poolId: id, kind: 'left' as const, stage: null, exit, on: addDays(from, 200) };
      const back = {
        poolId: id,
        kind: 'entered' as const,
        stage: stages[0] ?? '',
        exit: null,
        on: addDays(from, 300),
      };
      return again ? [...steps, left, back] : [...steps, left];
    }),
);
const aid = fc.record({
  of: fc.integer({ min: 0, max: 3 }),
  titleId: fc.constantFrom(...pack.titles.map(({ id }) => id)),
  payer: fc.constantFrom(...payerLevels),
  amountFen: fc.integer({ min: 1, max: 9_000_000_000 }),
  receivedOn: day,
  document: typed.filter((text) => text !== ''),
  remark: orNull(typed),
});
const assessment = fc.record({
  year: fc.integer({ min: 2015, max: 2024 }),
  filledOn: orNull(day),
  grade: orNull(typed.filter((text) => text !== '')),
  achievements: orNull(typed.filter((text) => text !== '')),
  difficulties: orNull(typed.filter((text) => text !== '')),
  nextSteps: orNull(typed.filter((text) => text !== '')),
});
/** A visit that is planned, made or neither, and what was asked for on its day; closed requests have an answer. */
const visited = fc
  .record({
    on: day,
    is: fc.constantFrom('planned' as const, 'made' as const, 'none' as const),
    visitors: orNull(typed),
    record: orNull(typed),
    asked: fc.uniqueArray(
      fc.record({
        kind: fc.constantFrom(...requestKinds),
        text: typed.filter((text) => cleanText(text) !== null),
        unit: orNull(typed),
        days: orNull(fc.integer({ min: 0, max: 90 })),
        answer: typed.filter((text) => cleanText(text) !== null),
        closed: fc.boolean(),
        satisfaction: orNull(fc.constantFrom(...satisfactions)),
      }),
      { maxLength: 3, selector: ({ text }) => cleanText(text) },
    ),
  })
  .map(({ on, is, visitors, record, asked }) => ({
    on,
    visit:
      is === 'none'
        ? null
        : {
            plannedOn: is === 'planned' ? on : null,
            visitedOn: is === 'made' ? on : null,
            visitors: visitors === '' ? null : visitors,
            record: is === 'planned' || record === '' ? null : record,
          },
    requests: asked.map(({ days, closed, satisfaction, unit, ...request }) => ({
      ...request,
      unit: unit === '' ? null : unit,
      receivedOn: on,
      dueOn: days === null ? null : addDays(on, days),
      closedOn: closed ? addDays(on, days ?? 1) : null,
      satisfaction: closed ? satisfaction : null,
    })),
  }));
const known: fc.Arbitrary<readonly Known[]> = fc.array(
  fc.record({
    fields,
    events: fc.array(event, { maxLength: 4 }),
    years: fc.uniqueArray(yearly, { maxLength: 3, selector: ({ year }) => year }),
    aid: fc.array(aid, { maxLength: 3 }),
    pools: fc.uniqueArray(stays, { maxLength: 2, selector: ([first]) => first?.poolId }),
    assessments: fc.uniqueArray(assessment, { maxLength: 2, selector: ({ year }) => year }),
    visits: fc
      .uniqueArray(visited, { maxLength: 3, selector: ({ on }) => on })
      .map((list) => list.map(({ visit, requests }) => ({ visit, requests }))),
    projects: fc.uniqueArray(project, { maxLength: 3, selector: ({ kindId, name }) => `${kindId}/${name}` }),
  }),
  { minLength: 1, maxLength: 25 },
);

describe('a form filled with what the ledger knows', () => {
  test.each(templateKinds)(
    'comes back as 无变化 in every row, whatever the ledger holds: %s',
    async (kind) => {
      await fc.assert(
        fc.asyncProperty(known, fc.boolean(), async (firms, unmasked) => {
          const core = await openTestCore({ pack: pack.id });
          try {
            fill(core, firms);
            const { path, done } = await template(core, kind, { unmasked });
            // A form with a sheet for each kind of record says so when nobody has filled one in.
            if (kind === 'projects' && done.rows === 0) return;
            const draft = await openRoster(core, path);
            const { rows } = await core.ask('imports.rows', {
              draftId: draft.draftId,
              outcomes: ['create', 'update', 'conflict', 'reject', 'ignore'],
            });
            expect(rows.map(({ outcome, changes, reason }) => ({ outcome, changes, reason }))).toEqual([]);
            const counts = draft.tables.map((table) => table.counts);
            const sum = (count: 'rows' | 'unchanged' | 'toConfirm') =>
              counts.reduce((total, each) => total + each[count], 0);
            expect([sum('rows'), sum('unchanged'), sum('toConfirm')]).toEqual([done.rows, done.rows, 0]);
            expect(new Set(draft.tables.map((table) => table.kind))).toEqual(new Set([kind]));
            for (const { skippedLines } of draft.tables)
              expect(skippedLines.map(({ reason }) => reason)).toContain('示例行');
          } finally {
            core.close();
          }
        }),
        { numRuns: 10, endOnFailure: true },
      );
    },
  );

  test('holds the 在册 firms of the street by name, contacts masked', async () => {
    const core = await emptyLedger();
    fill(core, [
      {
        fields: {
          streetId: 'baiyang',
          contactName: '张三',
          contactPhone: '13812345678',
          registeredCapital: 12_345_000_000,
        },
        events: [],
      },
      { fields: { streetId: 'xiasha' }, events: [] },
    ]);
    const { path, done } = await template(core, 'firms', { streetId: 'baiyang' });
    expect(done.rows).toBe(1);
    const { changeSet } = await core.ask('changes.get', { id: done.changeSetId ?? 0 });
    expect(changeSet.kindLabel).toBe('导出名单');
    const texts = await readTexts(path);
    expect(texts.填报?.[1]?.[0]).toBe('填报单位（盖章）：白杨街道');
    expect(texts.填报?.[5]?.slice(0, 2)).toEqual(['1', '杭州测试1有限公司']);
    expect(texts.填报?.[5]).toContain('138****5678');
    expect(texts.填报?.[5]).toContain('12345');
    expect(texts.填报?.length).toBe(6);
  });

  test('in clear is recorded in the audit trail', async () => {
    const core = await emptyLedger();
    fill(core, [{ fields: { contactPhone: '13812345678' }, events: [] }]);
    const { done } = await template(core, 'firms', { unmasked: true, purpose: '核对联系人' });
    const { rows } = await core.ask('changes.list', { offset: 0, limit: 1 });
    expect(rows[0]).toMatchObject({ id: done.changeSetId, kindLabel: '导出个人信息' });
    expect(rows[0]?.reason).toContain('核对联系人');
  });
});

describe.each(['qiantang-2024', 'binjiang-2023'])('every kind of project of %s', (packId) => {
  test('has a sheet whose facts come back as they are, by form and by export', async () => {
    const core = await openTestCore({ pack: packId });
    onTestFinished(() => core.close());
    const { projectKinds, ...district } = loadPack(packId);
    const answerOf = (fact: Fact, index: number): FactValue => {
      if (fact.type === 'boolean') return index % 2 === 0;
      if (fact.type === 'day') return `2025-03-${10 + index}`;
      if (fact.type === 'choice') return fact.choices.at(-1)?.value ?? '';
      return fact.type === 'money' ? 1_234_567 * (index + 1) : 30_000 + index;
    };
    fill(core, [
      {
        fields: {},
        events: [],
        projects: projectKinds.map(({ id }, index) => ({
          kindId: id,
          name: `甲项目${index}`,
          eventOn: '2025-05-06',
          facts: Object.fromEntries(
            factsOfKind({ projectKinds, ...district }, id).map((fact, place) => [
              fact.name,
              answerOf(fact, place),
            ]),
          ),
          object: `对象${index}`,
          contract: `HT-${index}`,
          remark: null,
        })),
      },
    ]);
    const { path, done } = await template(core, 'projects');
    expect(done.rows).toBe(projectKinds.length);
    const exported = targetIn(core, '项目.xlsx');
    await core.ask('exports.records', { target: exported.token, kind: 'projects' }, exported.paths);
    for (const file of [path, exported.path]) {
      const { tables, draftId } = await openRoster(core, file);
      expect(tables.map(({ kind, counts }) => [kind, counts.rows, counts.unchanged])).toEqual(
        projectKinds.map(() => ['projects', 1, 1]),
      );
      // Nothing is 无变化 only because it was not read.
      const { rows } = await core.ask('imports.rows', { draftId });
      for (const [index, { id, contractLabel, objectLabel, nameLabel }] of projectKinds.entries()) {
        const asked = factsOfKind({ projectKinds, ...district }, id).length;
        const texts =
          (contractLabel === null ? 0 : 1) + (objectLabel === null || objectLabel === nameLabel ? 0 : 1);
        const filled = rows[index]?.cells.filter(({ raw }) => raw !== '') ?? [];
        expect([id, filled.length, rows[index]?.issues]).toEqual([id, 4 + asked + texts, []]);
      }
    }
  });
});

describe('an empty form', () => {
  test('has text-format codes, drop-downs from the pack over a bounded range, a guide, a mark', async () => {
    const core = await emptyLedger();
    const { path, done } = await template(core, 'firms', { filled: false });
    expect(done.rows).toBe(0);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['填报', '填写说明']);
    const form = book.getWorksheet('填报');
    const guide = book.getWorksheet('填写说明');
    expect(form?.getCell('A3').value).toContain('模板版本：');
    expect(form?.getCell('C4').value).toBe('统一社会信用代码*');
    expect(form?.getColumn(3).numFmt).toBe('@');
    const choices = form?.getCell('D6').dataValidation;
    expect(choices?.type).toBe('list');
    const range = /^'填写说明'!\$([A-Z]+)\$(\d+):\$([A-Z]+)\$(\d+)$/.exec(String(choices?.formulae[0]));
    const listed = Array.from(
      { length: Number(range?.[4]) - Number(range?.[2]) + 1 },
      (_, index) => guide?.getCell(`${range?.[1]}${Number(range?.[2]) + index}`).value,
    );
    expect(listed).toEqual(pack.streets.map(({ label }) => label));
    expect(guide?.getRow(5).values).toContain('填写要求');
  });

  test.each(['firms', 'titles'] as const)(
    'filled in by a street is read as its kind, with new firms and without the sample: %s',
    async (kind) => {
      const core = await emptyLedger();
      const { path } = await template(core, kind, { filled: false, streetId: 'baiyang' });
      const book = new ExcelJS.Workbook();
      await book.xlsx.readFile(path);
      const form = book.getWorksheet('填报');
      const firm = newFirm(7).fields;
      form?.addRow(
        kind === 'firms'
          ? [1, firm.name, firm.code, '白杨街道']
          : [1, firm.name, firm.code, '白杨街道', '省级专精特新中小企业', '认定', '2024-05-18'],
      );
      const returned = join(core.folder, '2024年小巨人认定名单（公示）.xlsx');
      await book.xlsx.writeFile(returned);
      const draft = await openRoster(core, returned);
      expect(draft.tables.map((table) => [table.kind, table.counts.rows, table.counts.created])).toEqual([
        [kind, 1, 1],
      ]);
      expect(draft.tables[0]?.kindReason).toContain('报送模板');
      expect(draft.leftOut).toEqual([
        { fileName: '2024年小巨人认定名单（公示）.xlsx', sheet: '填写说明', reason: '是说明页，不含数据' },
      ]);
      const { rows } = await core.ask('imports.rows', { draftId: draft.draftId });
      expect(rows[0]).toMatchObject({ name: firm.name, outcome: 'create', toConfirm: false });
    },
  );

  test('for a street that the district does not have is refused', async () => {
    const core = await emptyLedger();
    const { token, paths } = targetIn(core, '模板.xlsx');
    const input = { target: token, kind: 'firms', streetId: 'nowhere', filled: false };
    const result = await core.core.call('exports.template', input, { paths });
    expect(result.ok ? null : result.error.code).toBe('bad-request');
  });
});
