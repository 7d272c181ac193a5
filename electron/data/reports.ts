import type { z } from 'zod';
import { AppError } from '#shared/contract/errors.ts';
import type { ReportSpecSchema } from '#shared/contract/methods/reports.ts';
import { assertNever } from '#shared/domain/assert-never.ts';
import { isEnded } from '#shared/domain/claim.ts';
import { awardsReport } from '#shared/report/awards-report.ts';
import { claimsReport, noticeReport, paymentsReport } from '#shared/report/claims-report.ts';
import { evaluationReport } from '#shared/report/evaluation-report.ts';
import { parksReport } from '#shared/report/parks-report.ts';
import { planReport } from '#shared/report/plan-report.ts';
import { progressReport } from '#shared/report/progress-report.ts';
import { type Report, wrongTotal } from '#shared/report/report.ts';
import { reviewsReport } from '#shared/report/reviews-report.ts';
import { servicesReport } from '#shared/report/services-report.ts';
import { streetsReport } from '#shared/report/streets-report.ts';
import { supervisionReport, tasksReport } from '#shared/report/tasks-report.ts';
import { whatIfReport } from '#shared/report/what-if-report.ts';
import { computeAwards } from './awards.ts';
import { batchDetail, batchMoney } from './claims/batches.ts';
import { claimList } from './claims/claim-list.ts';
import type { OpenLedger } from './context.ts';
import { progressFigures } from './dashboard.ts';
import { reportOrigin } from './district.ts';
import { viewEvaluation } from './evaluations/view.ts';
import { parkList } from './parks.ts';
import { placeSummary } from './place-summary.ts';
import { firmPlans } from './plans.ts';
import { serviceSummary } from './service-summary.ts';
import { taskList } from './tasks.ts';
import { titleCohort } from './titles.ts';
import { computeWhatIf } from './what-if.ts';

/**
 * Builds a paper from the same figures that the screen shows; nothing is computed after this. Throws `report-unsound`
 * when a 合计 is not the sum of its rows, `report-empty`, `not-found`.
 */
export function buildReport(open: OpenLedger, spec: z.output<typeof ReportSpecSchema>): Report {
  const report = reportOf(open, spec);
  const wrong = wrongTotal(report);
  if (wrong !== undefined) throw new AppError('report-unsound', wrong);
  return report;
}

function reportOf(open: OpenLedger, spec: z.output<typeof ReportSpecSchema>): Report {
  const origin = reportOrigin(open);
  switch (spec.kind) {
    case 'progress':
      return progressReport(spec, progressFigures(open, spec.asOf), origin);
    case 'streets':
      return streetsReport(spec, placeSummary(open, spec.asOf, spec.year), origin);
    case 'awards':
      return awardsReport(spec, computeAwards(open, spec.year, { withRefused: false }), origin);
    case 'claims':
      return claimsReport(spec, claimsOf(open, spec), origin);
    case 'notice':
      return noticeReport(spec, batchOf(open, spec), origin);
    case 'payments':
      return paymentsReport(spec, { ...batchOf(open, spec), ...batchMoney(open, spec.batchId ?? 0) }, origin);
    case 'reviews':
      return reviewsReport(spec, titleCohort(open, spec.year, spec.asOf), origin);
    case 'services':
      return servicesReport(spec, serviceSummary(open, spec.asOf, spec.year), origin);
    case 'parks':
      return parksReport(spec, parkList(open, spec.asOf, spec.year), origin);
    case 'tasks':
      return tasksReport(spec, taskList(open, spec.asOf).rows, origin);
    case 'supervision':
      return supervisionReport(spec, taskList(open, spec.asOf).rows, origin);
    case 'evaluation':
      return evaluationReport(
        spec,
        open.pack.pools.map(({ id: poolId }) =>
          viewEvaluation(open, { poolId, year: spec.year, asOf: spec.asOf }),
        ),
        origin,
      );
    case 'what-if':
      if (spec.whatIf === null) throw new AppError('report-empty');
      return whatIfReport(spec, computeWhatIf(open, spec.whatIf), origin);
    case 'plan':
      return planReport(spec, plansOf(open, spec), origin);
    default:
      return assertNever(spec.kind);
  }
}

type Spec = z.output<typeof ReportSpecSchema>;

/** The batch a paper is about. Throws `report-empty` without one, `not-found`. */
function batchOf(open: OpenLedger, spec: Spec) {
  if (spec.batchId === null) throw new AppError('report-empty');
  const { batch, rows } = batchDetail(open, spec.batchId, spec.asOf);
  return { batch, rows, bureau: open.pack.district.bureau };
}

/** Claims of a batch, or else of the year without those that ended in nothing. */
function claimsOf(open: OpenLedger, spec: Spec) {
  if (spec.batchId !== null) return batchOf(open, spec);
  const rows = claimList(open, spec.year).rows.filter((row) => !isEnded(row.state));
  return { batch: null, rows };
}

/** The files of the asked firms, those without one left out. Throws `report-empty` when none has any, `not-found`. */
function plansOf(open: OpenLedger, spec: Spec) {
  const files = [...new Set(spec.firmIds)]
    .map((firmId) => firmPlans(open, firmId, spec.asOf))
    .filter((file) => file.plans.length > 0);
  if (files.length === 0) throw new AppError('report-empty');
  return files;
}
