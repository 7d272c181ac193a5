import type { z } from 'zod';
import type { ReportSpecSchema } from '#shared/contract/methods/reports.ts';
import { assertNever } from '#shared/domain/assert-never.ts';
import { awardsReport } from '#shared/report/awards-report.ts';
import { progressReport } from '#shared/report/progress-report.ts';
import type { Report } from '#shared/report/report.ts';
import { reviewsReport } from '#shared/report/reviews-report.ts';
import { computeAwards } from './awards.ts';
import type { OpenLedger } from './context.ts';
import { computeDashboard } from './dashboard.ts';
import { reportOrigin } from './district.ts';
import { titleCohort } from './titles.ts';

/** Builds a paper from the same figures that the screen shows; nothing is computed after this. */
export function buildReport(open: OpenLedger, spec: z.output<typeof ReportSpecSchema>): Report {
  const origin = reportOrigin(open);
  switch (spec.kind) {
    case 'progress':
      return progressReport(spec, computeDashboard(open, spec.asOf), origin);
    case 'awards':
      return awardsReport(spec, computeAwards(open, spec.year, { withRefused: false }), origin);
    case 'reviews':
      return reviewsReport(spec, titleCohort(open, spec.year, spec.asOf), origin);
    default:
      return assertNever(spec.kind);
  }
}
