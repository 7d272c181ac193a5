import type { WriteTx } from '#electron/db/handles.ts';
import { insertEvaluation } from '#electron/db/tables/evaluations.ts';
import { putSelfAssessment } from '#electron/db/tables/self-assessments.ts';
import { emptyYearFigures, type FirmYear } from '#shared/domain/firm-year.ts';
import { rankFirms } from '#shared/evaluation/rank.ts';
import type { EvaluationRule } from '#shared/evaluation/rule.ts';
import { evaluateFirm } from '#shared/evaluation/score.ts';
import type { Pack, PoolRule } from '#shared/policy/pack.ts';
import { showRule } from '../evaluations/rule.ts';
import { titleLabel } from '../labels.ts';
import type { SampleFirm } from './sample-firms.ts';
import type { SampleDiagnosed } from './sample-plans.ts';

const year = 2024;
const reason = '当年数据不全（示例）';

/** The published evaluation of 2024 of every pool, so that the one of 2025 has a year before it. */
export function publishSampleEvaluations(tx: WriteTx, pack: Pack, written: readonly SampleDiagnosed[]): void {
  for (const pool of pack.pools) {
    if (pool.evaluation !== null) publish(tx, pack, pool, pool.evaluation, written);
  }
}

function publish(
  tx: WriteTx,
  pack: Pack,
  pool: PoolRule,
  rule: EvaluationRule,
  written: readonly SampleDiagnosed[],
): void {
  const members = written.flatMap(({ firmId, firm }) => {
    const { pooled } = firm;
    return pooled?.goalTitleId === pool.goalTitleId && pooled.on <= `${year}-12-31`
      ? [{ firmId, firm, stage: pool.stages[pooled.stage % pool.stages.length] ?? '' }]
      : [];
  });
  if (members.length === 0) return;
  const scores = members.map(({ firmId, firm }) =>
    evaluateFirm(
      rule.indicators,
      {
        day: `${year + 1}-01-01`,
        registeredOn: firm.fields.registeredOn,
        scale: firm.fields.scale,
        titleIds: new Set<string>(),
        years: yearsOf(firmId, firm),
      },
      (id) => titleLabel(pack, id),
    ),
  );
  const decisions = scores.map(({ low, high }) => (low === high ? null : { points: null, exempt: true }));
  const outcomes = rankFirms(
    scores.map(({ low, high }, i) => ({ low, high, decision: decisions[i] ?? null })),
    rule.grades,
  );
  insertEvaluation(
    tx,
    {
      poolId: pool.id,
      year,
      asOf: `${year + 1}-03-20`,
      publishedOn: `${year + 1}-03-31`,
      document: `示例〔${year + 1}〕8号`,
      rule: JSON.stringify(showRule(pack, { rule, ownWeights: false })),
      ruleVersion: pack.ruleVersion,
    },
    members.flatMap(({ firmId, firm, stage }, i) => {
      const [score, outcome] = [scores[i], outcomes[i]];
      if (score === undefined || outcome === undefined || outcome.standing === 'missing') return [];
      return [
        {
          firmId,
          nameAt: firm.fields.name,
          stage,
          ...outcome,
          standing: outcome.standing,
          low: score.low,
          high: score.high,
          reason: outcome.standing === 'exempt' ? reason : null,
          items: JSON.stringify(score.items),
        },
      ];
    }),
  );
}

/** 年度自评 for the year after, which is open: two of three members handed theirs in. */
export function handInSampleAssessments(tx: WriteTx, written: readonly SampleDiagnosed[]): void {
  const members = written.filter(({ firm }) => firm.pooled !== null);
  for (const [index, { firmId }] of members.entries()) {
    if (index % 3 === 2) continue;
    putSelfAssessment(tx, {
      firmId,
      year: year + 1,
      filledOn: `${year + 2}-02-${10 + (index % 15)}`,
      grade: ['优秀', '良好', '合格'][index % 4] ?? null,
      achievements: '示例：主营业务收入和研发投入均有增长',
      difficulties: index % 2 === 0 ? '示例：缺少中试场地' : null,
      nextSteps: '示例：年内申请发明专利 2 件',
    });
  }
}

function yearsOf(firmId: number, firm: SampleFirm): ReadonlyMap<number, FirmYear> {
  return new Map(
    firm.years
      .filter((each) => each.year <= year)
      .map((each) => [
        each.year,
        { ...emptyYearFigures, ...each.figures, firmId, year: each.year, source: '示例数据', remark: null },
      ]),
  );
}
