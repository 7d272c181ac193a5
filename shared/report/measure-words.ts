import type { MeasureRule } from '#shared/policy/pack.ts';
import type { Measure } from './goals.ts';

/** How the three counts of a measure are called: titles are held and conferred, pools are entered. */
export type MeasureWords = { readonly stock: string; readonly cumulative: string; readonly added: string };

const words: Readonly<Record<MeasureRule['counts'], MeasureWords>> = {
  titles: { stock: '当前有效', cumulative: '累计认定', added: '当年新增' },
  pool: { stock: '在库', cumulative: '累计入库', added: '当年入库' },
};

/** Words of the counts of a measure (口径). */
export function measureWords(measure: { readonly counts: MeasureRule['counts'] }): MeasureWords {
  return words[measure.counts];
}

/** Words of the two ways to count progress (目标计数方式). */
export const countingText = { ledger: '按台账计数', baseline: '按文件基数加增量计数' } as const;

/** What is known of a measure beside its figures, as sentences: baseline against the ledger, pace, forecast. */
export function measureRemarks(measure: Measure): readonly string[] {
  return [baselineRemark(measure), paceRemark(measure), forecastRemark(measure)].filter(
    (text) => text !== '',
  );
}

function baselineRemark({ baseline, baselineYear, atBaseline, progress, ...measure }: Measure): string {
  if (baseline === null || baselineYear === null || atBaseline === null) return '';
  const difference = atBaseline - baseline;
  const found =
    difference === 0 ? '一致' : difference > 0 ? `多${difference}家` : `少${-difference}家，可能尚未导入`;
  const counted = progress === measure[measure.basis] ? '' : `；进度按基数加增量计为${progress}家`;
  return `基数核对：文件${baselineYear}年底${baseline}家，台账${atBaseline}家，${found}${counted}`;
}

function paceRemark({ gap, monthsLeft, perMonth, overdue, targetYear }: Measure): string {
  if (overdue) return `${targetYear}年目标已逾期`;
  if (perMonth === null) return '';
  return monthsLeft === 0 ? `本月须新增${gap}家` : `还有${monthsLeft}个月，每月须新增${perMonth}家`;
}

function forecastRemark({ forecast, target }: Measure): string {
  if (forecast === null) return '';
  const { year, low, middle, high } = forecast;
  const reached =
    target === null ? '' : middle >= target ? '，按中值可达到目标' : `，按中值差${target - middle}家`;
  const range = low === high ? `${low}家` : `${low}—${high}家，中值${middle}家`;
  return `预测${year}年底${range}${reached}（按台账近三年每十二个月净增数推算）`;
}
