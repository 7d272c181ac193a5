import { changeSet } from '#electron/db/change-set.ts';
import type { WriteTx } from '#electron/db/handles.ts';
import {
  getEvaluation,
  insertEvaluation,
  listDecisions,
  putDecision,
} from '#electron/db/tables/evaluations.ts';
import { getFirms } from '#electron/db/tables/firms.ts';
import { insertPoolEvent } from '#electron/db/tables/pool-events.ts';
import { deleteSetting, putSetting } from '#electron/db/tables/settings.ts';
import { AppError } from '#shared/contract/errors.ts';
import { needWeights } from '#shared/evaluation/weights.ts';
import type { Context, Handlers } from '../context.ts';
import { publishedResults } from '../evaluations/publish.ts';
import { ruleInForce, weightsKey } from '../evaluations/rule.ts';
import { type EvaluationPlace, viewEvaluation, viewFirm } from '../evaluations/view.ts';
import { hasLaterEvent } from '../pool-book.ts';
import { poolRule } from '../pools.ts';

type EvaluationMethod =
  | 'evaluations.get'
  | 'evaluations.firm'
  | 'evaluations.decide'
  | 'evaluations.appeal'
  | 'evaluations.setWeights'
  | 'evaluations.publish'
  | 'evaluations.exit';

/** Yearly evaluation of pool members (年度评价). */
export const evaluationHandlers: Handlers<EvaluationMethod> = {
  'evaluations.get': (context, place) => viewEvaluation(context.open(), place),
  'evaluations.firm': (context, { firmId, ...place }) => viewFirm(context.open(), place, firmId),

  'evaluations.decide': (context, { firmIds, points, exempt, reason, ...place }) => {
    refusePublished(context, place);
    refuseStrangers(context, place, firmIds);
    const decides = points !== null || exempt;
    if (decides && reason.trim() === '') refuse('调整得分、不参评须写明理由');
    if (points !== null && exempt) refuse('不参评的企业不能同时给分');
    const known = decisionsOf(context, place);
    return write(context, place, decides ? (exempt ? '不参评' : '调整得分') : '取消调整', reason, (tx) => {
      for (const firmId of firmIds) {
        putDecision(tx, place.poolId, place.year, {
          firmId,
          points,
          exempt,
          reason: decides ? reason.trim() : null,
          appeal: known.get(firmId)?.appeal ?? null,
          appealResult: known.get(firmId)?.appealResult ?? null,
        });
      }
    });
  },

  'evaluations.appeal': (context, { firmId, appeal, result, ...place }) => {
    refuseStrangers(context, place, [firmId]);
    const [text, answer] = [appeal?.trim() || null, result?.trim() || null];
    if (text === null && answer !== null) refuse('没有申诉内容，不能登记处理结果');
    const before = decisionsOf(context, place).get(firmId);
    return write(context, place, answer === null ? '登记申诉' : '处理申诉', answer ?? text ?? '', (tx) =>
      putDecision(tx, place.poolId, place.year, {
        firmId,
        points: before?.points ?? null,
        exempt: before?.exempt ?? false,
        reason: before?.reason ?? null,
        appeal: text,
        appealResult: answer,
      }),
    );
  },

  'evaluations.setWeights': (context, { poolId, weights, reason }) => {
    const open = context.open();
    const { label, evaluation } = poolRule(open, poolId);
    if (evaluation === null) refuse('政策包没有写明评价指标');
    else if (weights !== null && needWeights(weights, evaluation.indicators) === undefined)
      refuse('每个指标都要有权重，合计应为 100');
    if (reason.trim() === '') refuse('调整权重须写明理由');
    const done = changeSet(
      open.ledger,
      {
        actor: context.actor,
        kind: 'setting',
        reason: `${label}评价权重：${reason.trim()}`,
        at: context.now(),
      },
      (tx) => {
        if (weights === null) deleteSetting(tx, weightsKey(poolId));
        else putSetting(tx, weightsKey(poolId), weights);
      },
    );
    context.emit('data.changed', { changeSetId: done.id });
    return { changeSetId: done.id };
  },

  'evaluations.publish': (context, { on, document, ...place }) => {
    refusePublished(context, place);
    const open = context.open();
    if (on < `${place.year}-12-31`) refuse(`公布日期应在 ${place.year} 年度结束之后`);
    if (place.asOf > on) refuse('公布日期不能早于数据截至日期');
    const { head, results } = publishedResults(open, place, on, document?.trim() || null);
    const { changeSetId } = write(context, place, '公布结果', document ?? '', (tx) =>
      insertEvaluation(tx, head, results),
    );
    return {
      changeSetId,
      firms: results.length,
      failed: results.filter(({ passes }) => passes === false).length,
    };
  },

  'evaluations.exit': (context, { on, ...place }) => {
    const open = context.open();
    const head = getEvaluation(open.ledger.read, place.poolId, place.year);
    if (head === undefined) refuse('评价结果还没有公布，不能按名单出库');
    else if (on < head.publishedOn) refuse('出库日期不能早于公布日期');
    const failed = viewEvaluation(open, { ...place, asOf: on }).rows.filter(
      (row) => row.passes === false && !row.left,
    );
    const waiting = failed.filter((row) => row.appeal !== null && row.appealResult === null);
    const leaving = failed.filter((row) => !waiting.includes(row));
    if (leaving.length === 0) refuse('名单上没有可以出库的企业');
    const late = leaving.filter((row) => hasLaterEvent(open.ledger.read, place.poolId, row.firmId, on));
    if (late.length > 0)
      refuse(
        `${late.length} 家企业在这一天之后已有登记，请改用更晚的日期`,
        late.map((row) => row.firm),
      );
    const samples = new Map(
      getFirms(
        open.ledger.read,
        leaving.map((row) => row.firmId),
      ).map((firm) => [firm.id, firm.sample]),
    );
    const { changeSetId } = write(context, place, '按评价结果出库', `${leaving.length} 家`, (tx) => {
      for (const row of leaving) {
        insertPoolEvent(tx, {
          firmId: row.firmId,
          poolId: place.poolId,
          kind: 'left',
          stage: null,
          exit: 'failed',
          on,
          reason: `${place.year}年度评价${row.grade}（${(row.points ?? 0) / 100} 分）`,
          sample: samples.get(row.firmId) ?? false,
        });
      }
    });
    return { changeSetId, left: leaving.length, waiting: waiting.length };
  },
};

type Place = Pick<EvaluationPlace, 'poolId' | 'year'>;

function refuse(problem: string, names: readonly string[] = []): never {
  throw new AppError('evaluation-refused', { problem }, names);
}

function refusePublished(context: Context, { poolId, year }: Place): void {
  const open = context.open();
  poolRule(open, poolId);
  if (getEvaluation(open.ledger.read, poolId, year) !== undefined)
    refuse(`${year} 年度评价结果已经公布并锁定；确需更正的，先在变更历史中撤销公布`);
  if (ruleInForce(open, poolId) === undefined) refuse('政策包没有写明评价指标');
}

/** Only firms of this evaluation can be decided on. */
function refuseStrangers(context: Context, place: EvaluationPlace, firmIds: readonly number[]): void {
  const members = new Set(viewEvaluation(context.open(), place).rows.map((row) => row.firmId));
  if (firmIds.some((id) => !members.has(id))) refuse('所选企业不在本年度的评价范围内');
}

function decisionsOf(context: Context, { poolId, year }: Place) {
  return new Map(listDecisions(context.open().ledger.read, poolId, year).map((row) => [row.firmId, row]));
}

function write(context: Context, place: Place, what: string, reason: string, work: (tx: WriteTx) => void) {
  const open = context.open();
  const { label } = poolRule(open, place.poolId);
  const text = reason.trim() === '' ? '' : `：${reason.trim()}`;
  const done = changeSet(
    open.ledger,
    {
      actor: context.actor,
      kind: 'evaluation',
      reason: `${label} ${place.year} 年度评价 ${what}${text}`.slice(0, 2000),
      at: context.now(),
    },
    work,
  );
  context.emit('data.changed', { changeSetId: done.id });
  return { changeSetId: done.id };
}
