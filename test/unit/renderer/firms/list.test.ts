import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableText } from '#renderer/features/firms/list/table-text.ts';
import { emptyFirmAddress, firmParams, readFirmAddress } from '#renderer/ui/firm-address.ts';
import { FirmQuerySchema } from '#shared/contract/methods/firm-query.ts';
import { queryFields, testsOfKind } from '#shared/domain/firm-query.ts';
import { queryText } from '#shared/text/firm-query-text.ts';

const rule = fc.constantFrom(...queryFields).chain((field) =>
  fc.record({
    field: fc.constant(field.id),
    test: fc.constantFrom(...testsOfKind[field.kind]),
    text: fc.constantFrom('水', '100%_&='),
    list: fc.array(fc.constantFrom('xiasha', 'small'), { minLength: 1, maxLength: 2 }),
    number: fc.integer(),
    day: fc.constantFrom('2024-02-29', '2026-01-01'),
    year: fc.constantFrom(null, 2024),
    view: fc.constantFrom('stock' as const, 'cumulative' as const, 'newInYear' as const),
  }),
);
const join = fc.constantFrom('all' as const, 'any' as const);
const query = fc.record({
  join,
  groups: fc.array(fc.record({ join, rules: fc.array(rule, { minLength: 1, maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 3,
  }),
});

describe('the address of the list', () => {
  it('holds an advanced filter whole', () => {
    fc.assert(
      fc.property(query, (asked) => {
        const text = firmParams({ ...emptyFirmAddress, query: asked }).toString();
        expect(readFirmAddress(new URLSearchParams(text)).query).toEqual(FirmQuerySchema.parse(asked));
      }),
    );
  });

  it.each([
    '{',
    '{"join":"all","groups":[]}',
    '{"join":"all","groups":[{"join":"all","rules":[{"field":"x","test":"filled"}]}]}',
  ])('asks for nothing when the filter in it is damaged: %s', (text) => {
    expect(readFirmAddress(new URLSearchParams({ query: text })).query).toBeNull();
  });
});

describe('an advanced filter in words', () => {
  it('says fields, questions, values with their units, and how they are joined', () => {
    const asked = FirmQuerySchema.parse({
      join: 'any',
      groups: [
        {
          join: 'all',
          rules: [
            { field: 'streetId', test: 'anyOf', list: ['xiasha'] },
            { field: 'year.revenue', test: 'atLeast', number: 5_000_000_000, year: 2025 },
            { field: 'registeredOn', test: 'atMost', day: '2020-01-01' },
          ],
        },
        { join: 'all', rules: [{ field: 'title', test: 'holdsNot', list: ['little-giant'] }] },
        { join: 'any', rules: [{ field: 'year.marketShare', test: 'atLeast', number: 125_000 }] },
        { join: 'any', rules: [{ field: 'year.rdInstitution', test: 'anyOf', list: ['city'] }] },
      ],
    });
    const labels: Readonly<Record<string, string>> = { xiasha: '下沙街道', 'little-giant': '小巨人' };
    expect(queryText(asked, (_field, id) => labels[id] ?? id)).toBe(
      '（所属街道属于下沙街道，且2025年营业收入不少于5,000万元，且注册日期不晚于2020-01-01），或没有小巨人（当前有效），或最近一年主导产品国内市场占有率不少于12.5%，或最近一年研发机构级别属于市级',
    );
  });
});

describe('复制为表格', () => {
  const row: Parameters<typeof tableText>[0][number] = {
    id: 1,
    code: '91330100MA2700000X',
    codeState: 'valid',
    name: '=甲\t公司',
    streetLabel: null,
    platformLabel: null,
    chainLabel: null,
    industry: null,
    scale: 'small',
    status: 'active',
    mainProduct: '-100℃\n冷柜',
    contactName: '张**',
    contactPhone: '138****0000',
    titles: [],
    sample: false,
  };

  it('keeps a cell one cell and makes no formula', () => {
    expect(tableText([row], ['code', 'street', 'scale', 'mainProduct', 'contactName', 'contactPhone'])).toBe(
      '企业名称\t统一社会信用代码\t所属街道\t企业规模\t主导产品\t联系人\t联系电话\r\n' +
        "'=甲 公司\t91330100MA2700000X\t\t小型\t'-100℃ 冷柜\t张**\t138****0000",
    );
  });
});
