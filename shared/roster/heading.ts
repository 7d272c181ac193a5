import type { TitleEventKind } from '#shared/domain/title.ts';
import { moneyUnits } from './match-headers.ts';

/** What the lines above a table say, nearest first: its own lines, those at the top of the sheet, the sheet, the file. */
export type Heading = readonly string[];

/** 单位：万元 in a line above the table. */
export function unitIn(heading: Heading): string | null {
  for (const line of heading) {
    const found = /(?:(?:金额|计量|货币)?单位|人民币)[::(（]?\s*(亿元|百万元|万元|千元|元)/u.exec(
      line.normalize('NFKC'),
    )?.[1];
    if (found !== undefined && Object.hasOwn(moneyUnits, found)) return found;
  }
  return null;
}

/** What a text says happened: one kind of event, `several` when it names a recognition and a review, or nothing. */
export type SaidEvent = TitleEventKind | 'several' | undefined;

/** Reads 认定、复核通过、复核未通过、撤销、公示 … out of a heading, a group title or a cell. */
export function eventIn(text: string): SaidEvent {
  const words = squeeze(text);
  if (
    /复核(?:结果)?(?:为)?(?:未|不予?|没有)通过|未通过复核|复核不合格|未(?:予)?通过|不通过|不予通过|不合格/u.test(
      words,
    )
  )
    return 'reviewFailed';
  if (/撤销|取消(?:称号|资格)/u.test(words)) return 'revoked';
  if (/公示|拟(?:认定|入选|推荐|公布|复核|通过|申报)/u.test(words)) return 'announced';
  if (/再次认定|重新认定|再认定/u.test(words)) return 'reRecognised';
  const recognised = /(?:新)?认定|入选|获评|评定/u.test(
    words.replace(/重新认定|认定(?:和|与|及|、)?复核(?:管理)?办法/gu, ''),
  );
  const reviewed = /复核/u.test(words);
  if (recognised && reviewed) return 'several';
  if (reviewed) return 'reviewPassed';
  return recognised ? 'recognised' : undefined;
}

/** The first line of a heading that says what happened. */
export function eventOfHeading(heading: Heading): SaidEvent {
  for (const line of heading) {
    const said = eventIn(line);
    if (said !== undefined) return said;
  }
  return undefined;
}

/** Year of a list in its heading; `sure` when the line speaks of a recognition, not only of a list. */
export function yearOfHeading(
  heading: Heading,
): { readonly year: number; readonly sure: boolean } | undefined {
  const lines = heading.filter((line) => !/填报|填表|制表|报送|打印|统计|截[至止]/u.test(line)).map(squeeze);
  for (const line of lines) {
    const year = /(?:19|20)\d{2}(?=年)/u.exec(line)?.[0];
    if (year !== undefined && /认定|入选|公布|公示|复核|获评|第.{1,4}批/u.test(line))
      return { year: Number(year), sure: true };
  }
  const any = lines.map((line) => /(?:19|20)\d{2}(?=年)/u.exec(line)?.[0]).find((year) => year !== undefined);
  return any === undefined ? undefined : { year: Number(any), sure: false };
}

/** The day of publication that a heading states (公布日期：2024年5月10日), never the day of filling in. */
export function publishedIn(
  heading: Heading,
): readonly [year: string, month: string, day: string] | undefined {
  for (const line of heading) {
    const found = /(?:公布|发布|认定|发文|印发)(?:日期|时间):(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})/u.exec(
      squeeze(line),
    );
    const [, year, month, day] = found ?? [];
    if (year !== undefined && month !== undefined && day !== undefined) return [year, month, day];
  }
  return undefined;
}

/** Document number (文号) and batch (批次) that a heading states. */
export function documentIn(heading: Heading): string | null {
  return firstMatch(heading, /[\p{Script=Han}]{2,12}[〔[【(]\d{4}[〕\]】)]\d{1,4}号/u);
}

/** 第五批 in a heading. */
export function batchIn(heading: Heading): string | null {
  return firstMatch(heading, /第[一二三四五六七八九十\d]{1,3}批/u);
}

/** Only those lines of a heading that name the sender. */
export function senderLines(heading: Heading): Heading {
  return heading.filter((line) => senderIn([line]) !== null);
}

/** The sender that a heading names: 填报单位（盖章）：白杨街道. */
export function senderIn(heading: Heading): string | null {
  for (const line of heading) {
    const found =
      /(?:填报|报送|填表|上报|推荐|申报|主管)单位(?:[(（][^)）]*[)）])?:\s*([^\s::,,。]{2,20})/u.exec(
        line.normalize('NFKC'),
      )?.[1];
    if (found !== undefined) return found.replace(/[(（].*$/u, '');
  }
  return null;
}

function firstMatch(heading: Heading, pattern: RegExp): string | null {
  for (const line of heading) {
    const found = pattern.exec(squeeze(line))?.[0];
    if (found !== undefined) return found;
  }
  return null;
}

function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '');
}
