import { describe, expect, it } from 'vitest';
import { fenPerWan } from '#shared/domain/money.ts';
import { evaluate } from '#shared/policy/evaluate.ts';
import { clausesOfKind, factsOfKind, firmFacts, projectGround } from '#shared/policy/project-ground.ts';
import { packOf } from '#test/policy/example-pack.ts';

const pack = packOf('example');
const nobody = { titleSpans: new Map(), awarded: [] };

describe('a kind of project', () => {
  it('knows its clauses and asks for each of their facts once', () => {
    expect(clausesOfKind(pack, 'contract').clauses.map((clause) => clause.id)).toEqual(['example-2-2']);
    expect(factsOfKind(pack, 'contract').map((fact) => fact.label)).toEqual(['合同金额', '贷款年利率']);
  });

  it('that nobody knows has none', () => {
    expect(clausesOfKind(pack, 'nothing')).toEqual({ clauses: [], entitlements: [] });
    expect(factsOfKind(pack, 'nothing')).toEqual([]);
  });
});

describe('a project on record', () => {
  const [clause] = clausesOfKind(pack, 'contract').clauses;
  if (clause === undefined) throw new Error('the example has no clause for contracts');
  const project = {
    id: 7,
    kindId: 'contract',
    name: '刀具合同',
    on: '2025-06-01',
    facts: { contract: 400 * fenPerWan, loanRate: 35_000, ofAnotherClause: 1 },
    origins: { contract: '项目.xlsx·Sheet1!C7' },
  };

  it('becomes a case that the clause accepts as it is, with the origin of each fact', () => {
    const ground = projectGround(clause, project, nobody);
    expect(ground).toMatchObject({ key: 'project-7', label: '刀具合同（2025-06-01）', projectId: 7 });
    expect(ground.facts).toEqual({ contract: 400 * fenPerWan, loanRate: 35_000 });
    const result = evaluate(clause, ground.facts, ground.on, { origins: ground.origins });
    expect(result.outcome === 'awarded' && result.amount).toBe(2 * fenPerWan);
    expect(JSON.stringify(result.trace)).toContain('项目.xlsx·Sheet1!C7');
  });

  it('without its form nothing is known, and nothing is taken for zero', () => {
    expect(firmFacts(clause, '2025-06-01', nobody)).toEqual({ contract: null, loanRate: null });
  });
});
