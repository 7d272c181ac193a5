import { describe, expect, it } from 'vitest';
import {
  allowedActions,
  type ClaimAction,
  type ClaimRoute,
  type ClaimState,
  claimActions,
  claimStates,
  claimTransitions,
  isAllowed,
  orderProblem,
  transitionOf,
} from '#shared/domain/claim.ts';

/** Every step that is allowed, written out by hand; all other combinations must be refused. */
const order: Readonly<Record<ClaimRoute, Readonly<Record<ClaimState, readonly ClaimAction[]>>>> = {
  application: {
    computed: ['file', 'refuse', 'withdraw'],
    filed: ['check', 'return', 'refuse', 'withdraw'],
    checked: ['decide', 'return', 'refuse', 'withdraw'],
    decided: ['announce', 'return', 'refuse', 'withdraw'],
    announced: ['pay', 'return', 'refuse', 'withdraw'],
    paid: ['pay', 'archive'],
    archived: [],
    returned: ['file', 'refuse', 'withdraw'],
    refused: [],
    withdrawn: [],
  },
  direct: {
    computed: ['file', 'decide', 'refuse', 'withdraw'],
    filed: ['check', 'return', 'refuse', 'withdraw'],
    checked: ['decide', 'return', 'refuse', 'withdraw'],
    decided: ['announce', 'return', 'refuse', 'withdraw'],
    announced: ['pay', 'return', 'refuse', 'withdraw'],
    paid: ['pay', 'archive'],
    archived: [],
    returned: ['file', 'decide', 'refuse', 'withdraw'],
    refused: [],
    withdrawn: [],
  },
};

const routes = ['application', 'direct'] as const;

describe('the order of work', () => {
  it.each(routes)('allows exactly the steps of the table for every state (%s)', (route) => {
    for (const state of claimStates) {
      for (const action of claimActions) {
        expect(isAllowed(state, action, route), `${state} ${action}`).toBe(
          order[route][state].includes(action),
        );
      }
      expect(allowedActions(state, route)).toEqual(order[route][state]);
    }
  });

  it('has one row for each step, and each leads where its name says', () => {
    expect(claimTransitions.map(({ action }) => action)).toEqual([...claimActions]);
    expect(Object.fromEntries(claimActions.map((action) => [action, transitionOf(action).to]))).toEqual({
      file: 'filed',
      check: 'checked',
      decide: 'decided',
      announce: 'announced',
      pay: 'paid',
      archive: 'archived',
      return: 'returned',
      refuse: 'refused',
      withdraw: 'withdrawn',
    });
  });

  it.each(routes)('gives no money without a decision and a public notice (%s)', (route) => {
    const paths: ClaimAction[][] = [];
    walk('computed', [], new Set(), route, (path) => paths.push(path));
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) {
      expect(path.lastIndexOf('decide')).toBeGreaterThan(-1);
      expect(path.lastIndexOf('announce')).toBeGreaterThan(path.lastIndexOf('decide'));
      expect(path.indexOf('pay')).toBeGreaterThan(path.lastIndexOf('announce'));
      if (route === 'application') {
        expect(path.indexOf('check')).toBeGreaterThan(path.indexOf('file'));
        expect(path.indexOf('decide')).toBeGreaterThan(path.indexOf('check'));
      }
    }
  });

  it('says in words what is out of order and what may be done instead', () => {
    expect(orderProblem('filed', 'pay', 'application')).toBe(
      '当前为“申报”，不能办理“登记拨付”；当前只能办理“街道初审通过”、“退回”、“不予兑现”、“企业撤回”。',
    );
    expect(orderProblem('archived', 'refuse', 'direct')).toContain('该事项已办结');
    expect(orderProblem('computed', 'decide', 'direct')).toBeUndefined();
  });
});

/** All ways from a state to 拨付 that pass no state twice except after a return. */
function walk(
  state: ClaimState,
  path: ClaimAction[],
  seen: ReadonlySet<string>,
  route: ClaimRoute,
  found: (path: ClaimAction[]) => void,
): void {
  if (state === 'paid') {
    found(path);
    return;
  }
  for (const action of allowedActions(state, route)) {
    const edge = `${state}/${action}`;
    if (seen.has(edge)) continue;
    walk(transitionOf(action).to, [...path, action], new Set([...seen, edge]), route, found);
  }
}
