import type { Handlers } from '../context.ts';
import { titleCalendar, titleCohort, titleOverview } from '../titles.ts';

/** 梯度认定: catalogue, calendar, review cohorts. */
export const titleHandlers: Handlers<'titles.overview' | 'titles.calendar' | 'titles.cohort'> = {
  'titles.overview': (context, { asOf }) => titleOverview(context.open(), asOf),
  'titles.calendar': (context, { asOf, days }) => titleCalendar(context.open(), asOf, days),
  'titles.cohort': (context, { year, asOf }) => titleCohort(context.open(), year, asOf),
};
