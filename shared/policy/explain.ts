import { amountText } from '#shared/domain/money.ts';
import { explainInForce } from './in-force.ts';
import { explainMechanism } from './mechanisms/index.ts';
import type { TraceNode } from './trace.ts';

/**
 * 测算说明: a trace in plain Chinese sentences, with every figure and where it stands.
 * Works from the stored trace alone, so an old award is explained as it was computed.
 */
export function explainTrace(trace: TraceNode): readonly string[] {
  if (trace.mechanism === 'clause') return explainClause(trace);
  if (trace.mechanism === 'entitlement') return explainEntitlement(trace);
  if (trace.mechanism === 'inForce') return explainInForce(trace);
  if (trace.mechanism === 'overlap') return explainOverlap(trace);
  return explainMechanism(trace, explainTrace) ?? [`${trace.label}：${String(trace.value)}。`];
}

function explainClause(trace: TraceNode): readonly string[] {
  const lines = [`${trace.label}。`, ...trace.children.flatMap(explainTrace)];
  if (typeof trace.value === 'number') {
    const ceiling = trace.children.some((child) => child.mechanism === 'ceiling');
    return [...lines, `结果：${ceiling ? '最高' : ''}${amountText(trace.value)}。`];
  }
  const refused = trace.children.some((child) => child.met === false);
  return [...lines, refused ? '结果：不适用。' : '结果：资料不全，待补充后测算。'];
}

function explainEntitlement(trace: TraceNode): readonly string[] {
  const outcome = trace.value === null ? '资料不全，待补充后判断' : trace.value ? '可享受' : '不适用';
  return [`${trace.label}。`, ...trace.children.flatMap(explainTrace), `结果：${outcome}。`];
}

function explainOverlap(trace: TraceNode): readonly string[] {
  const rule = trace.parameters[0];
  if (rule === undefined) return [];
  return [`与同组奖励的关系（${rule.label}）：${trace.word ?? ''}。${rule.text}（依据${rule.reference}）`];
}
