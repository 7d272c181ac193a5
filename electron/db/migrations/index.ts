import { audit } from './0010-audit.ts';
import { firms } from './0020-firms.ts';
import { imports } from './0030-imports.ts';
import { titles } from './0040-titles.ts';
import { awards } from './0050-awards.ts';
import { pools } from './0300-pools.ts';
import { importLayouts } from './0310-import-layouts.ts';
import { firmYears } from './0400-firm-years.ts';
import { improvements } from './0410-improvements.ts';
import { projects } from './0420-projects.ts';
import { batches } from './0430-batches.ts';
import { claims } from './0440-claims.ts';
import { fundUses } from './0450-fund-uses.ts';
import { packVersions } from './0460-pack-versions.ts';
import { importLayoutKinds } from './0510-import-layout-kinds.ts';
import { plans } from './0540-plans.ts';
import { firmMerges } from './0550-firm-merges.ts';
import { firmEvents } from './0560-firm-events.ts';
import { evaluations } from './0600-evaluations.ts';
import { firmPlaces } from './0610-firm-places.ts';
import { serviceOfficers } from './0640-service-officers.ts';
import { chains } from './0680-chains.ts';
import { visits } from './0690-visits.ts';
import { tasks } from './0700-tasks.ts';
import { selfAssessments } from './0710-self-assessments.ts';
import { parks } from './0720-parks.ts';
import { attachments } from './0730-attachments.ts';
import { titleUpdates } from './0740-title-updates.ts';
import type { Migration } from './migration.ts';

/** Every step of the schema, oldest first. */
export const migrations: readonly Migration[] = [
  audit,
  firms,
  imports,
  titles,
  awards,
  pools,
  importLayouts,
  firmYears,
  improvements,
  projects,
  batches,
  claims,
  fundUses,
  packVersions,
  importLayoutKinds,
  plans,
  firmMerges,
  firmEvents,
  evaluations,
  firmPlaces,
  serviceOfficers,
  chains,
  visits,
  tasks,
  selfAssessments,
  parks,
  attachments,
  titleUpdates,
];
