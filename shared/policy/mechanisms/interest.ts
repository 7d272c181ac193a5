import { daysBetween } from '#shared/domain/day.ts';
import { amountText } from '#shared/domain/money.ts';
import type { InterestNode } from '../expression.ts';
import { ppmPerWhole } from '../quantity.ts';
import { scaleByAll } from '../rounding.ts';
import { FactName, Id, strict } from '../schema/common.ts';
import { type Mechanism, traceOf } from './mechanism.ts';

const schema = strict({
  principal: FactName,
  rate: Id.optional(),
  rateFact: FactName.optional(),
  from: FactName,
  until: FactName,
  basis: Id,
  share: Id.optional(),
}).refine((body) => (body.rate === undefined) !== (body.rateFact === undefined), {
  error: '利率要写且只写一处\n文件写明的写 rate（参数），合同写明的写 rateFact（事实项）。',
});

/** 利息: principal × rate × days ÷ days of a year, times a share where named; rounded once at the end. */
export const interest: Mechanism<ReturnType<typeof schema.parse>, InterestNode> = {
  name: 'interest',
  schema,
  compile: (body, head, at, scope) => {
    const principal = scope.fact(body.principal, [...at, 'principal'], ['money']);
    const rate =
      body.rateFact === undefined
        ? scope.figure(body.rate ?? '', [...at, 'rate'], ['rate'])
        : scope.fact(body.rateFact, [...at, 'rateFact'], ['rate']);
    const from = scope.fact(body.from, [...at, 'from'], ['day']);
    const until = scope.fact(body.until, [...at, 'until'], ['day']);
    const basis = scope.figure(body.basis, [...at, 'basis'], ['count']);
    const share = body.share === undefined ? null : scope.figure(body.share, [...at, 'share'], ['rate']);
    if (basis !== undefined && (basis.unit !== '天' || basis.value < 1)) {
      scope.report([...at, 'basis'], `计息天数基数“${basis.text}”不对`, '写成一年的天数，如 365天。');
    }
    if (!principal || !rate || !from || !until || !basis || share === undefined) return undefined;
    return {
      ...head,
      mechanism: 'interest',
      label: head.label || '利息',
      principal,
      rate,
      from,
      until,
      basis,
      share,
    };
  },
  evaluate: (node, run) => {
    const principal = run.input(node.principal);
    const from = run.input(node.from);
    const until = run.input(node.until);
    const basis = run.figure(node.basis);
    const share = node.share === null ? null : run.figure(node.share);
    const rate = 'source' in node.rate ? run.input(node.rate) : run.figure(node.rate);
    const inputs = 'field' in rate ? [principal, rate, from, until] : [principal, from, until];
    const parameters = [...('field' in rate ? [] : [rate]), ...(share === null ? [] : [share]), basis];
    if (typeof from.value === 'string' && typeof until.value === 'string' && until.value < from.value) {
      const reason = `${until.label}${until.text}早于${from.label}${from.text}`;
      return traceOf(node, { value: null, met: false, reason, parameters, inputs });
    }
    if (inputs.some((input) => input.value === null))
      return traceOf(node, { value: null, parameters, inputs });
    const days = daysBetween(String(from.value), String(until.value));
    const value = scaleByAll(
      Number(principal.value),
      [Number(rate.value), days, share?.value ?? 1],
      [ppmPerWhole, basis.value, share === null ? 1 : ppmPerWhole],
      run.rounding,
    );
    return traceOf(node, { word: `${days}天`, value, parameters, inputs });
  },
  explain: (trace) => {
    if (trace.reason !== undefined) return [`不符合：${trace.reason}。`];
    const open = trace.inputs.filter((input) => input.value === null);
    if (open.length > 0) return open.map((input) => `“${input.label}”未填，尚不能计息。`);
    const said = trace.inputs.map((input) => `${input.label}：${input.text}`).join('，');
    const figures = trace.parameters.map((each) => `${each.label}${each.text}（依据${each.reference}）`);
    const amount = typeof trace.value === 'number' ? amountText(trace.value) : '';
    return [
      `${said}，共${trace.word ?? ''}（算头不算尾）。`,
      `${trace.label}：按${figures.join('、')}计息，${amount}。`,
    ];
  },
};
