import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { changeSet } from '#electron/db/change-set.ts';
import { type Connection, Ledger, type WriteTx } from '#electron/db/handles.ts';
import { mergeRows } from '#electron/db/merge-rows.ts';
import { createLedger, openMemoryLedger } from '#electron/db/open.ts';
import { insertAttachment } from '#electron/db/tables/attachments.ts';
import { insertBatch, insertObjection } from '#electron/db/tables/batches.ts';
import { putBudget } from '#electron/db/tables/budgets.ts';
import { insertChainEntry, insertChainNode, putChainPlacement } from '#electron/db/tables/chains.ts';
import { insertClaim, insertStep, type NewClaim, updateClaim } from '#electron/db/tables/claims.ts';
import { insertDistinct } from '#electron/db/tables/duplicates.ts';
import { insertEvaluation, putDecision } from '#electron/db/tables/evaluations.ts';
import { insertFirmEvent } from '#electron/db/tables/firm-events.ts';
import { putFirmYear } from '#electron/db/tables/firm-years.ts';
import { getFirm, insertFirm, updateFirm } from '#electron/db/tables/firms.ts';
import { insertFundUse } from '#electron/db/tables/fund-uses.ts';
import { saveImportLayout } from '#electron/db/tables/import-layouts.ts';
import { insertImport, nextImportId } from '#electron/db/tables/imports.ts';
import { insertImprovement } from '#electron/db/tables/improvements.ts';
import { insertPackVersion } from '#electron/db/tables/pack-versions.ts';
import { putPark } from '#electron/db/tables/parks.ts';
import { insertPayment, putAccount } from '#electron/db/tables/payments.ts';
import { insertPlan } from '#electron/db/tables/plans.ts';
import { insertPoolEvent } from '#electron/db/tables/pool-events.ts';
import { insertAid, insertProject } from '#electron/db/tables/projects.ts';
import { putSelfAssessment } from '#electron/db/tables/self-assessments.ts';
import { insertServiceOfficer } from '#electron/db/tables/service-officers.ts';
import { insertServiceRequest } from '#electron/db/tables/service-requests.ts';
import { putSetting } from '#electron/db/tables/settings.ts';
import { insertTaskNote, putTaskPlan } from '#electron/db/tables/tasks.ts';
import { insertTitleEvent } from '#electron/db/tables/title-events.ts';
import { insertVisit, putQuietFirm } from '#electron/db/tables/visits.ts';
import { undoChangeSet } from '#electron/db/undo.ts';
import type { ServiceRequest } from '#shared/domain/service-request.ts';
import type { Visit } from '#shared/domain/visit.ts';
import { newFirm, newTitleEvent } from './firm.ts';

/** Name under which tests work. */
export const clerk = '测试员';

/** A folder of its own for this test; it goes when the test ends. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tidu131-db-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** A ledger in memory; everything but the file is real. */
export function memoryLedger(): Ledger {
  const ledger = openMemoryLedger({ packId: 'qiantang-2024', actor: clerk });
  onTestFinished(() => ledger.close());
  return ledger;
}

/** A closed ledger file in a folder of its own, with three firms in it. */
export function ledgerFile(): string {
  const path = join(scratchFolder(), 'tidu131.sqlite');
  const ledger = createLedger(path, { packId: 'qiantang-2024', actor: clerk });
  write(ledger, (tx) => {
    for (const serial of [1, 2, 3]) insertFirm(tx, newFirm(serial));
  });
  ledger.close();
  return path;
}

/** Writes in one change set and gives its number. */
export function write(ledger: Ledger, work: (tx: WriteTx) => void, kind = 'edit'): number {
  const { id } = changeSet(ledger, { actor: clerk, kind, reason: '测试' }, work);
  if (id === null) throw new Error('nothing was written');
  return id;
}

/** The driver's connection, for what a person with a database tool could do. */
export function bareConnection(ledger: Ledger): Connection {
  return Ledger.parts(ledger).connection;
}

/** Puts at least one row into every table: firms, an edit, titles, a project paid for, a pool entry, yearly figures, a measure, a layout of columns, a setting, an import and an undo. */
export function fillEveryTable(ledger: Ledger): void {
  write(ledger, (tx) => {
    insertFirm(tx, newFirm(1, { streetId: 'baiyang', registeredCapital: 5_000_000 }));
    insertFirm(tx, newFirm(2, { contactName: '张三' }));
  });
  write(ledger, (tx) => {
    updateFirm(tx, 1, { fields: { name: '杭州改名有限公司', scale: 'small' }, today: '2024-02-01' });
    insertTitleEvent(tx, newTitleEvent(1));
    putSetting(tx, 'policy.policy-start', '2024-04-18');
  });
  write(ledger, (tx) => {
    payOneProject(tx, 1);
    insertPoolEvent(tx, poolEntryOf(1));
    putFirmYear(tx, 1, 2023, { figures: { revenue: 5_000_000_000, ownBrand: true }, source: '审计报告' });
    insertImprovement(tx, improvementOf(1));
    insertPlan(tx, planOf(1));
    drawChain(tx, 1);
    const visitId = insertVisit(tx, visitOf(1));
    insertServiceRequest(tx, { ...requestOf(1), visitId });
    putQuietFirm(tx, { firmId: 1, from: '2024-06-01', reason: '企业来电要求' });
    insertTaskNote(
      tx,
      {
        taskId: 'plan-3-5',
        on: '2024-06-01',
        unit: '区经信科技局',
        text: '已立项',
        report: 'running',
        sample: false,
      },
      [{ indicatorId: 'transfers', value: 3 }],
    );
    putTaskPlan(tx, {
      taskId: 'plan-3-5',
      dueOn: '2024-12-31',
      owner: '王科长',
      remark: null,
      sample: false,
    });
    putPark(tx, {
      id: null,
      packId: null,
      name: '前进小微企业园',
      aliases: ['前进园'],
      kind: 'micro-park',
      rating: '四星级',
      ratedOn: '2024-05-01',
      streetId: 'baiyang',
      operator: null,
      industry: '智能装备',
      landArea: 66_667,
      floorArea: 120_000,
      openedOn: '2020-01-01',
      facilities: null,
      remark: null,
    });
    insertAttachment(tx, {
      owner: { kind: 'firm', id: 1 },
      name: '认定证书.pdf',
      kind: 'certificate',
      sha256: 'a'.repeat(64),
      bytes: 1234,
      addedOn: '2024-05-01',
      note: null,
    });
    putSelfAssessment(tx, {
      firmId: 1,
      year: 2023,
      filledOn: '2024-03-15',
      grade: '良好',
      achievements: '主营业务增长',
      difficulties: null,
      nextSteps: null,
    });
    insertServiceOfficer(tx, { firmId: 1, officer: '李四', unit: '企业科', from: '2024-06-01' });
    evaluateOne(tx, 1);
    saveImportLayout(tx, {
      fingerprint: 'b'.repeat(64),
      streetId: 'baiyang',
      kind: 'firms',
      fields: '["name"]',
    });
  });
  write(
    ledger,
    (tx) => {
      importOneFirm(tx, 3);
      mergeOne(tx);
    },
    'import',
  );
  const last = write(ledger, (tx) => updateFirm(tx, 2, { fields: { remark: '一' }, today: '2024-03-01' }));
  undoChangeSet(ledger, last, { actor: clerk, reason: '录错' });
}

/** A record merged into the first firm, and two told apart. */
function mergeOne(tx: WriteTx): void {
  const gone = getFirm(tx, insertFirm(tx, newFirm(4)));
  if (gone === undefined) throw new Error('the firm was put in just now');
  mergeRows(tx, 1, gone, '2024-07-01');
  insertFirmEvent(tx, { firmId: 1, kind: 'movedIn', on: '2024-01-05', document: null, note: null });
  insertDistinct(tx, 1, 2, '地址和法定代表人都不同');
}

/** A decision, and an evaluation with the result of one firm. */
function evaluateOne(tx: WriteTx, firmId: number): void {
  const poolId = 'little-giant-seeds';
  putDecision(tx, poolId, 2023, {
    firmId,
    points: 6000,
    exempt: false,
    reason: '现场核查',
    appeal: '研发费用漏报',
    appealResult: '维持',
  });
  insertEvaluation(
    tx,
    {
      poolId,
      year: 2023,
      asOf: '2024-03-01',
      publishedOn: '2024-03-01',
      document: null,
      rule: '{}',
      ruleVersion: '1',
    },
    [
      {
        firmId,
        nameAt: '杭州甲有限公司',
        stage: '培育',
        standing: 'adjusted',
        low: 5000,
        high: 5000,
        points: 6000,
        grade: '合格',
        passes: true,
        rank: 1,
        reason: '现场核查',
        items: '[]',
      },
    ],
  );
}

/** A measure against a weak point of a firm. */
function improvementOf(firmId: number): Parameters<typeof insertImprovement>[1] {
  return {
    firmId,
    titleId: 'little-giant',
    weakPoint: '研发投入不足',
    action: '建立研发辅助账',
    owner: '张三',
    dueOn: '2024-12-31',
    state: 'planned',
    progress: null,
  };
}

/** A file of a firm; its diagnosis is not looked at here. */
function planOf(firmId: number): Parameters<typeof insertPlan>[1] {
  return {
    firmId,
    titleId: 'little-giant',
    application: 'new',
    openedOn: '2024-06-01',
    contact: '李四',
    contactUnit: null,
    note: null,
    snapshot: '{}',
  };
}

/** 入库 of a firm in the pool of 小巨人种子. */
function poolEntryOf(firmId: number): Parameters<typeof insertPoolEvent>[1] {
  return {
    firmId,
    poolId: 'little-giant-seeds',
    kind: 'entered',
    stage: '储备',
    exit: null,
    on: '2024-06-01',
    reason: null,
    sample: false,
  };
}

/** A claim of 20万元 for a firm's project. */
export function claimOf(firmId: number, projectId: number, computedFen = 20_000_000): NewClaim {
  return {
    firmId,
    clauseId: 'qiantang-4-7',
    year: 2024,
    groundKey: `project-${projectId}`,
    groundLabel: '数字化车间（2024-06-01）',
    eventOn: '2024-06-01',
    titleId: null,
    eventId: null,
    projectId,
    computedFen,
    ceiling: false,
    payers: ['district'],
    trace: { kind: 'fixed' },
    packId: 'qiantang-2024',
    packHash: 'a'.repeat(64),
    computedOn: '2024-06-01',
  };
}

/** A project of a firm; its serial makes the name its own. */
export function projectOf(firmId: number, serial = 1): Parameters<typeof insertProject>[1] {
  return {
    firmId,
    kindId: 'digital-project',
    name: `数字化车间${serial}`,
    eventOn: '2024-06-01',
    facts: { investment: 100_000_000 },
    object: null,
    contract: null,
    remark: null,
  };
}

/** A project of a firm with a claim that is decided, batched, objected to and paid. */
function payOneProject(tx: WriteTx, firmId: number): void {
  const projectId = insertProject(tx, projectOf(firmId));
  const claimId = insertClaim(tx, claimOf(firmId, projectId));
  const batchId = insertBatch(tx, { year: 2024, name: '第一批' });
  const on = '2024-07-01';
  updateClaim(tx, claimId, { state: 'paid', decidedFen: 20_000_000, paidFen: 10_000_000, batchId });
  insertStep(tx, firmId, {
    claimId,
    action: 'pay',
    on,
    person: clerk,
    amountFen: 10_000_000,
    document: null,
    note: null,
  });
  insertPayment(tx, {
    claimId,
    firmId,
    payer: 'district',
    tranche: 1,
    amountFen: 10_000_000,
    paidOn: on,
    voucher: '记1',
    document: null,
  });
  insertObjection(tx, { batchId, claimId, receivedOn: on, raisedBy: '某单位', content: '数额' });
  const aid = { payer: 'city' as const, amountFen: 100, receivedOn: on, document: '市通知', remark: null };
  insertAid(tx, { firmId, projectId, titleId: null, ...aid });
  putAccount(tx, { firmId, holder: '某公司', bank: '某银行', accountNumber: '6222000011112222' });
  putBudget(tx, 2024, 'qiantang-4-7', 100_000_000);
  insertPackVersion(tx, {
    hash: 'c'.repeat(64),
    packId: 'qiantang-2024',
    ruleVersion: '第1版',
    texts: { 'clauses.yaml': 'x' },
  });
  insertFundUse(tx, {
    fundId: 'binjiang-2-5-fund',
    usedOn: '2024-05-01',
    amountFen: 100_000_000,
    purpose: '协同项目',
    document: null,
  });
}

/** What an import of one line does: a firm, its title, the receipt with the line. */
export function importOneFirm(tx: WriteTx, serial: number): void {
  const importId = nextImportId(tx);
  const firmId = insertFirm(tx, newFirm(serial));
  insertTitleEvent(tx, newTitleEvent(firmId, { importId, cell: 'B3', evidence: 'roster' }));
  const file = {
    fileName: `街道${serial}.xlsx`,
    sha256: String(serial).padStart(64, '0'),
    size: 1000,
    format: 'xlsx',
    kind: 'titles',
    sheet: '名单',
    headerRow: 2,
    mapping: { B: 'name' },
    counts: { rows: 1 },
    issues: [],
  };
  const row = { firmId, rowNumber: 3, outcome: 'create', cells: { name: { address: 'B3', raw: '甲' } } };
  insertImport(tx, importId, file, [{ ...row, issues: [] }]);
}

/** Every row of the given tables as text, to compare two states to the last byte. */
export function dump(ledger: Ledger, tables: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const rows = (table: string) => ledger.read.query<object>(`SELECT * FROM ${table} ORDER BY rowid`).all();
  return Object.fromEntries(tables.map((table) => [table, rows(table).map((row) => JSON.stringify(row))]));
}

/** A visit that was planned and made. */
function visitOf(firmId: number): Omit<Visit, 'id'> {
  return {
    firmId,
    plannedOn: '2024-05-20',
    visitedOn: '2024-05-21',
    visitors: '王科长、李四',
    record: '生产正常，订单饱满',
  };
}

/** A request that waits, heard on no visit. */
function requestOf(firmId: number): Omit<ServiceRequest, 'id'> {
  return {
    firmId,
    visitId: null,
    receivedOn: '2024-05-21',
    kind: 'finance',
    text: '希望对接专精特新贷',
    unit: '区金融办',
    dueOn: '2024-06-20',
    answer: null,
    closedOn: null,
    satisfaction: null,
  };
}

/** A node with a firm and a line of a list. */
function drawChain(tx: WriteTx, firmId: number): void {
  const node = { chainId: 'automotive', tier: 'upstream', position: 0, name: '车规级芯片' } as const;
  const nodeId = insertChainNode(tx, { ...node, standing: null, note: null, sample: false });
  putChainPlacement(tx, { nodeId, firmId, role: 'leader', note: null });
  insertChainEntry(tx, {
    chainId: 'automotive',
    list: 'gap',
    name: '高端轴承',
    nodeId,
    partner: null,
    unit: null,
    dueOn: null,
    doneOn: null,
    note: null,
    sample: false,
  });
}
