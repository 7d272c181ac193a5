import { AppError } from '#shared/contract/errors.ts';
import { isDay } from '#shared/domain/day.ts';
import type { Clause, Entitlement } from './clause.ts';
import type { Fact, Facts, FactValue } from './fact.ts';
import { parseQuantity } from './quantity.ts';

/**
 * Refuses facts that a clause does not know or cannot use; cheap enough for every evaluation.
 * @throws AppError `facts-invalid` with one line a fact
 */
export function checkFacts(clause: Clause | Entitlement, facts: Facts): void {
  for (const name in facts) {
    const value = facts[name];
    const fact = Object.hasOwn(clause.facts, name) ? clause.facts[name] : undefined;
    if (fact === undefined || (value != null && !fits(fact, value))) refuse(clause, facts);
  }
}

/**
 * Reads facts from a form or a file: keys may be names or Chinese labels, values may be written as people do
 * (`600万元`, `20%`, 是, 小巨人). Plain numbers for money are 分, for rates parts per million.
 * @throws AppError `facts-invalid` with one line a fact
 */
export function readFacts(clause: Clause | Entitlement, input: unknown): Facts {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new AppError('facts-invalid', { problem: '情况应写成“事实项: 值”的形式。' });
  }
  const problems: string[] = [];
  const facts: Record<string, FactValue | null> = {};
  for (const [key, value] of Object.entries(input)) {
    const fact = Object.values(clause.facts).find((each) => each.name === key || each.label === key);
    if (fact === undefined) problems.push(unknownFact(clause, key));
    else if (Object.hasOwn(facts, fact.name)) problems.push(`“${fact.label}”写了两次，请只留一处。`);
    else {
      const read = value === null || value === '' ? null : readValue(fact, value);
      if (read === undefined) problems.push(unfitValue(fact, value));
      else facts[fact.name] = read;
    }
  }
  throwProblems(problems);
  return facts;
}

function refuse(clause: Clause | Entitlement, facts: Facts): never {
  const problems = Object.entries(facts).flatMap(([name, value]) => {
    const fact = Object.hasOwn(clause.facts, name) ? clause.facts[name] : undefined;
    if (fact === undefined) return [unknownFact(clause, name)];
    return value === null || fits(fact, value) ? [] : [unfitValue(fact, value)];
  });
  throw invalid(problems);
}

function throwProblems(problems: readonly string[]): void {
  if (problems.length > 0) throw invalid(problems);
}

function invalid(problems: readonly string[]): AppError {
  return new AppError('facts-invalid', { problem: problems.join('') }, problems);
}

function fits(fact: Fact, value: FactValue): boolean {
  switch (fact.type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'money':
    case 'rate':
    case 'count':
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
    case 'day':
      return typeof value === 'string' && isDay(value);
    case 'choice':
      return fact.choices.some((choice) => choice.value === value);
  }
}

function readValue(fact: Fact, value: unknown): FactValue | undefined {
  if (typeof value === 'string') {
    const read = readText(fact, value.trim());
    return read !== undefined && fits(fact, read) ? read : undefined;
  }
  return (typeof value === 'boolean' || typeof value === 'number') && fits(fact, value) ? value : undefined;
}

function readText(fact: Fact, text: string): FactValue | undefined {
  switch (fact.type) {
    case 'boolean':
      return text === '是' ? true : text === '否' ? false : undefined;
    case 'money':
    case 'rate':
    case 'count': {
      const quantity = parseQuantity(text);
      return quantity?.unit === fact.unit ? quantity.value : undefined;
    }
    case 'day':
      return text;
    case 'choice':
      return fact.choices.find(
        (choice) => choice.value === text || choice.label === text || choice.aliases.includes(text),
      )?.value;
  }
}

function unknownFact(clause: Clause | Entitlement, name: string): string {
  const known = Object.values(clause.facts).map((fact) => `${fact.name}（${fact.label}）`);
  return `本条没有“${name}”这一项，可填：${known.join('、')}。`;
}

function unfitValue(fact: Fact, value: unknown): string {
  return `“${fact.label}”的值“${String(value)}”不对，应为${expectation(fact)}。`;
}

function expectation(fact: Fact): string {
  switch (fact.type) {
    case 'boolean':
      return '是或否（true、false）';
    case 'money':
      return '金额，如 600万元（或以分为单位的整数）';
    case 'rate':
      return '比例，如 20%(或以百万分之一为单位的整数)';
    case 'count':
      return `不小于零的整数，单位${fact.unit}`;
    case 'day':
      return '日期，如 2024-07-01';
    case 'choice':
      return `${fact.choices.map((choice) => `${choice.value}（${choice.label}）`).join('、')}之一`;
  }
}
