import type { Command } from '../command.ts';
import { attachmentsCommand } from './attachments.ts';
import { awardsCommand } from './awards.ts';
import { backupCommand, restoreCommand } from './backups.ts';
import { chainsCommand } from './chains.ts';
import { checkPackCommand } from './check-pack.ts';
import { claimsCommand, projectsCommand } from './claims.ts';
import { diagnoseCommand, nearMissCommand } from './diagnosis.ts';
import { clausesCommand, evaluateCommand } from './evaluate.ts';
import { evaluateYearCommand } from './evaluate-year.ts';
import { exportCommand, templateCommand } from './export.ts';
import { firmsCommand } from './firms.ts';
import { goalsCommand } from './goals.ts';
import { importCommand } from './import.ts';
import { demoCommand, historyCommand, initCommand, undoCommand, verifyCommand } from './ledger.ts';
import { parksCommand } from './parks.ts';
import { poolsCommand } from './pools.ts';
import { reportCommand } from './report.ts';
import { servicesCommand } from './services.ts';
import { tasksCommand } from './tasks.ts';
import { titlesCommand } from './titles.ts';
import { usePackCommand } from './use-pack.ts';
import { requestsCommand, visitsCommand } from './visits.ts';
import { whatIfCommand } from './what-if.ts';

/** Every command, in the order of the help page. */
export const commands: readonly Command[] = [
  initCommand,
  importCommand,
  undoCommand,
  firmsCommand,
  exportCommand,
  templateCommand,
  awardsCommand,
  claimsCommand,
  projectsCommand,
  goalsCommand,
  titlesCommand,
  poolsCommand,
  servicesCommand,
  parksCommand,
  attachmentsCommand,
  visitsCommand,
  requestsCommand,
  tasksCommand,
  chainsCommand,
  evaluateYearCommand,
  diagnoseCommand,
  nearMissCommand,
  clausesCommand,
  evaluateCommand,
  whatIfCommand,
  checkPackCommand,
  usePackCommand,
  reportCommand,
  verifyCommand,
  historyCommand,
  backupCommand,
  restoreCommand,
  demoCommand,
];
