import type { z } from 'zod';
import { listProjects } from '#electron/db/tables/projects.ts';
import type { FirmEntitlementSchema } from '#shared/contract/methods/firms.ts';
import type { Day } from '#shared/domain/day.ts';
import type { Entitlement } from '#shared/policy/clause.ts';
import { type EntitlementResult, evaluateEntitlement } from '#shared/policy/evaluate.ts';
import { explainTrace } from '#shared/policy/explain.ts';
import { type FirmSituation, firmFacts, projectGround } from '#shared/policy/project-ground.ts';
import type { OpenLedger } from './context.ts';
import { policySettings } from './policy-settings.ts';
import { titleBook } from './title-holdings.ts';

type FirmEntitlement = z.output<typeof FirmEntitlementSchema>;

/**
 * What the policy gives a firm beside sums of money (服务保障), each with why: by its titles on the day, or by each of
 * its projects on the project's own day. Those it does not meet are there too.
 */
export function firmEntitlements(open: OpenLedger, firmId: number, asOf: Day): FirmEntitlement[] {
  const { ledger, pack } = open;
  const settings = policySettings(open);
  const holdings = titleBook(ledger.read, pack).byFirm.get(firmId) ?? [];
  const situation: FirmSituation = {
    titleSpans: new Map(holdings.map(({ titleId, spans }) => [titleId, spans])),
    awarded: [],
  };
  const projects = listProjects(ledger.read, { firmId });
  return pack.entitlements.flatMap((rule) => {
    const { trigger } = rule;
    if (trigger === null) {
      const result = evaluateEntitlement(rule, firmFacts(rule, asOf, situation), asOf, { settings });
      return [present(rule, null, result)];
    }
    return projects
      .filter(({ kindId }) => kindId === trigger.projectKindId)
      .map((project) => {
        const { facts, on, origins, label } = projectGround(
          rule,
          { ...project, on: project.eventOn },
          situation,
        );
        return present(rule, label, evaluateEntitlement(rule, facts, on, { settings, origins }));
      });
  });
}

function present(rule: Entitlement, project: string | null, result: EntitlementResult): FirmEntitlement {
  return {
    clause: rule.id,
    title: rule.title,
    summary: rule.summary,
    reference: rule.reference.text,
    departments: [...rule.departments],
    noFigure: rule.noFigure,
    project,
    outcome: result.outcome,
    explanation: [
      ...explainTrace(result.trace),
      ...(result.outcome === 'entitled' ? result.notes : []),
      ...(result.outcome === 'needsData' ? result.fields.map(({ label }) => `缺少：${label}`) : []),
    ],
    evidence: [...rule.evidence],
  };
}
