import type { YearFigures } from '#shared/domain/firm-year.ts';
import { fenPerWan } from '#shared/domain/money.ts';

/** Invented figures of one year. */
export type SampleYear = { readonly year: number; readonly figures: Partial<YearFigures> };

const lastYear = 2025;
const institutions = ['none', 'belowCity', 'city', 'provincial', 'none', 'national'] as const;

/**
 * Figures of 2023 to 2025 and the platform's score of 2026 with 年度更新 for one sample firm, always the same.
 * They are spread so that some firms meet the next title, some miss one thing, and every ninth has not reported.
 */
export function sampleYears(index: number): readonly SampleYear[] {
  if (index % 9 === 8) return [];
  const platform = { platformScore: (42 + ((index * 7) % 46)) * 100, titleUpdate: index % 5 !== 4 || null };
  return [2023, 2024, lastYear]
    .map((year): SampleYear => ({ year, figures: figuresOf(index, year) }))
    .concat(index % 6 === 5 ? [] : [{ year: lastYear + 1, figures: platform }]);
}

function figuresOf(index: number, year: number): Partial<YearFigures> {
  const base = 900 + ((index * 977) % 23) * 620;
  const growth = 1 + ((((index * 13) % 29) - 4) / 100) * (year - 2023);
  const revenue = Math.round(base * growth);
  const mainShare = 0.66 + ((index * 11) % 33) / 100;
  const rdShare = 0.022 + ((index * 5) % 19) / 250;
  const assets = Math.round(revenue * (1.1 + (index % 5) / 10));
  const employees = 24 + ((index * 17) % 40) * 9;
  const classOne = (index * 3) % 8;
  const wan = (amount: number) => Math.round(amount) * fenPerWan;
  return {
    revenue: wan(revenue),
    mainRevenue: wan(revenue * Math.min(mainShare, 0.98)),
    netProfit: wan(revenue * (((index * 7) % 18) / 100 - 0.02)),
    assets: wan(assets),
    liabilities: wan(assets * (0.28 + ((index * 9) % 56) / 100)),
    taxPaid: wan(revenue * 0.04),
    newEquity: index % 11 === 3 ? wan(2500) : 0,
    rdSpend: wan(revenue * rdShare),
    employees,
    rdStaff: Math.round(employees * (0.06 + ((index * 3) % 30) / 100)),
    ...(year === lastYear ? latestOnly(index, classOne) : {}),
    ...(year === lastYear - 1 ? { classOneIp: Math.max(0, classOne - 1) } : {}),
  };
}

/** What firms report for the last year only. */
function latestOnly(index: number, classOne: number): Partial<YearFigures> {
  return {
    classOneIp: classOne,
    ownClassOneIp: Math.max(0, classOne - (index % 2)),
    highValueIp: index % 13 === 0 && classOne > 0 ? 1 : 0,
    classTwoIp: 3 + (index % 14),
    inventionPatents: classOne,
    nicheYears: 2 + (index % 14),
    mainProducts: 1 + (index % 3),
    standards: index % 4,
    digitalLevel: 1 + (index % 3),
    rdInstitution: institutions[index % institutions.length] ?? 'none',
    scienceAward: 'none',
    makerContest: 'none',
    managementCertificate: index % 4 !== 3,
    ownBrand: index % 5 !== 4,
    coreSystem: index % 7 !== 6,
    keyChain: index % 3 === 0,
    sixBases: index % 4 === 0,
    ...(index % 3 === 1 ? {} : { marketShare: 20_000 + ((index * 31) % 19) * 10_000 }),
  };
}
