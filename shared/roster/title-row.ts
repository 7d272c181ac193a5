import { type Day, dayOf } from '#shared/domain/day.ts';
import type { EvidenceKind, TitleEventKind } from '#shared/domain/title.ts';
import { yearOfBatch } from './batch-years.ts';
import type { Finders } from './context.ts';
import type { RosterRow, RosterTable } from './find-tables.ts';
import {
  batchIn,
  documentIn,
  eventIn,
  eventOfHeading,
  type Heading,
  publishedIn,
  yearOfHeading,
} from './heading.ts';
import type { RosterKind } from './kinds.ts';
import type { RowReading } from './read-row.ts';

/** What a row of a title list says of the title. */
export type RowTitle = {
  readonly titleId: string;
  /** 认定, 复核通过, 复核未通过, 公示 … */
  readonly kind: TitleEventKind;
  readonly on: Day;
  readonly validUntil: Day | null;
  readonly batch: string | null;
  readonly document: string | null;
  /** Name of the firm as this list prints it. */
  readonly nameAt: string | null;
  /** How good the paper is: a list that states its document or an official heading, a notice, a street's report. */
  readonly evidence: EvidenceKind;
};

/** What the heading of a table says once for all its rows. */
export type HeadingFacts = {
  readonly titles: readonly string[];
  readonly event: TitleEventKind | 'several' | undefined;
  readonly year: { readonly year: number; readonly sure: boolean } | undefined;
  readonly published: Day | undefined;
  readonly batch: string | null;
  readonly document: string | null;
  readonly official: boolean;
};

/** Reads the heading of a table. */
export function readHeading(heading: Heading, finders: Finders): HeadingFacts {
  const titles = heading.map((line) => finders.titles(line)).find((found) => found.length > 0) ?? [];
  const published = publishedIn(heading);
  return {
    titles,
    event: eventOfHeading(heading),
    year: yearOfHeading(heading),
    published:
      published === undefined
        ? undefined
        : dayOf(Number(published[0]), Number(published[1]), Number(published[2])),
    batch: batchIn(heading),
    document: documentIn(heading),
    official:
      documentIn(heading) !== null ||
      heading.some((line) => /认定名单|公布名单|通过名单|入选名单|公布.*名单/u.test(line)),
  };
}

/** The title of a row: from its own columns, else its group title, else what stands above the table. Null when it has none. */
export function readTitle(
  reading: RowReading,
  row: RosterRow,
  table: RosterTable,
  heading: HeadingFacts,
  finders: Finders,
): RowTitle | null {
  const titleId = titleOf(reading, row, table, heading, finders);
  if (titleId === undefined) return null;
  const kind = eventOf(reading, row, table.kind, heading);
  const on = dayOfTitle(reading, row, heading, titleId);
  if (on === undefined) return null;
  const { validUntil, batch, document } = reading.values;
  const ends = kind !== 'announced' && kind !== 'reviewFailed' && kind !== 'revoked';
  return {
    titleId,
    kind,
    on,
    validUntil: ends ? textOf(validUntil) : null,
    batch: textOf(batch) ?? heading.batch,
    document: textOf(document) ?? heading.document,
    nameAt: textOf(reading.values.name),
    evidence: kind === 'announced' ? 'publicity' : heading.official ? 'finalList' : 'roster',
  };
}

function titleOf(
  reading: RowReading,
  row: RosterRow,
  table: RosterTable,
  heading: HeadingFacts,
  finders: Finders,
): string | undefined {
  const hasColumn = table.columns.some(({ field }) => field === 'titleName');
  const named = textOf(reading.values.titleName);
  if (named !== null) return titleOfCell(reading, named, heading, finders);
  const section = row.section === '' ? [] : finders.titles(row.section);
  const found = section.length > 0 ? section : hasColumn ? [] : heading.titles;
  const [only, second] = found;
  if (only === undefined) {
    if (hasColumn) {
      reading.say('titleName', {
        code: 'title-empty',
        severity: 'info',
        message: '这一行没有写称号，只登记企业',
        fix: null,
      });
    } else {
      const fix = '请写明省级专精特新中小企业、专精特新“小巨人”企业等';
      reading.say('titleName', { code: 'title-unknown', severity: 'error', message: '没有写明称号', fix });
    }
    return undefined;
  }
  if (second !== undefined) {
    const message = '标题写了不止一种称号，不能确定这一行是哪一种';
    reading.say('titleName', {
      code: 'title-unknown',
      severity: 'error',
      message,
      fix: '请加一列写明每家企业的称号',
    });
    return undefined;
  }
  const message = section.length > 0 ? `称号取自分组标题“${row.section}”` : '称号取自表头以上的标题';
  reading.say(null, { code: 'title-from-heading', severity: 'info', message, fix: null });
  return only;
}

function titleOfCell(
  reading: RowReading,
  named: string,
  heading: HeadingFacts,
  finders: Finders,
): string | undefined {
  const [only, second] = finders.titles(named);
  const level = only ?? levelTitle(named, heading, finders);
  if (level === undefined) {
    const fix = '请写明省级专精特新中小企业、专精特新“小巨人”企业等';
    reading.say('titleName', {
      code: 'title-unknown',
      severity: 'error',
      message: `称号“${named}”认不出`,
      fix,
    });
    return undefined;
  }
  if (second !== undefined) {
    const message = `“${named}”写了不止一种称号，确认后只登记最先认出的一种`;
    reading.say('titleName', {
      code: 'title-several',
      severity: 'warning',
      message,
      fix: '请一种称号写一行',
    });
  }
  return level;
}

/** 省级 or 国家级 in a list whose heading names 专精特新: together they name the title. */
function levelTitle(named: string, heading: HeadingFacts, finders: Finders): string | undefined {
  const level = /^(国家|省)级?$/u.exec(named.trim())?.[1];
  if (level === undefined || heading.titles.length === 0) return undefined;
  return finders.titles(level === '省' ? '省级专精特新中小企业' : '国家级专精特新小巨人企业')[0];
}

const eventOfKind: Readonly<Partial<Record<RosterKind, TitleEventKind>>> = {
  titles: 'recognised',
  reviews: 'reviewPassed',
  publicity: 'announced',
};

/** What happened: as the row's own cell says, its group title, its heading; else what the kind of list means. */
function eventOf(
  reading: RowReading,
  row: RosterRow,
  kind: RosterKind,
  heading: HeadingFacts,
): TitleEventKind {
  const usual = eventOfKind[kind] ?? 'recognised';
  if (kind === 'publicity') return usual;
  const stated = statedEvent(reading, kind);
  const said = stated ?? eventIn(row.section) ?? (kind === 'titles' ? heading.event : undefined);
  if (said !== 'several') return said ?? usual;
  reading.say(null, {
    code: 'event-ambiguous',
    severity: 'warning',
    message: '标题同时写了认定和复核，不能确定这一行是哪一种；确认后按认定登记',
    fix: '请分成两张表，或加一列写明“认定”或“复核通过”',
  });
  return 'recognised';
}

/** What the cell of the result says; what it says otherwise (未参加复核, 暂缓) is no passing and needs a person. */
function statedEvent(reading: RowReading, kind: RosterKind): TitleEventKind | undefined {
  const result = textOf(reading.values.eventResult);
  if (result === null) return undefined;
  const unclear = /未|没有|放弃|暂缓|待|不(?!通过|合格|予通过)/u.test(result);
  const event = unclear && eventIn(result) !== 'reviewFailed' ? undefined : resultEvent(result, kind);
  if (event !== undefined) return event;
  const message = `结果“${result}”认不出，不能确定是否通过`;
  const fix = '请改为“认定”“复核通过”或“复核未通过”';
  const severity = unclear ? 'error' : kind === 'reviews' ? 'warning' : 'info';
  reading.say('eventResult', { code: 'event-ambiguous', severity, message, fix });
  return undefined;
}

function resultEvent(text: string, kind: RosterKind): TitleEventKind | undefined {
  const said = eventIn(text);
  if (said !== undefined && said !== 'several') return said;
  const word = text.normalize('NFKC').replace(/\s/g, '');
  if (/^(?:通过|合格|是|√|同意|继续有效)$/u.test(word))
    return kind === 'reviews' ? 'reviewPassed' : 'recognised';
  if (/^(?:否|×|x|不同意)$/iu.test(word)) return kind === 'reviews' ? 'reviewFailed' : undefined;
  return /^(?:新增|首次|新申报|新)$/u.test(word) ? 'recognised' : undefined;
}

/** A national list that names only its batch; the year is known, but a person looks at it. */
function dayOfBatch(reading: RowReading, titleId: string, batch: string | null): Day | undefined {
  const year = yearOfBatch(titleId, batch);
  if (year === undefined) return undefined;
  const message = `只写了${batch}，该批于 ${year} 年公布；确认后按 ${year}-01-01 登记`;
  reading.say('recognisedYear', {
    code: 'year-from-heading',
    severity: 'warning',
    message,
    fix: '请补上认定年度或认定日期',
  });
  return `${year}-01-01`;
}

function dayOfTitle(
  reading: RowReading,
  row: RosterRow,
  heading: HeadingFacts,
  titleId: string,
): Day | undefined {
  const { recognisedOn, recognisedYear, batch, document } = reading.values;
  const day = textOf(recognisedOn);
  if (day !== null) return day;
  const own =
    (typeof recognisedYear === 'number' ? recognisedYear : undefined) ??
    yearIn(textOf(batch)) ??
    yearIn(textOf(document)) ??
    yearIn(row.section);
  if (own === undefined && heading.published !== undefined) return heading.published;
  const year = own ?? heading.year?.year ?? yearIn(heading.document);
  if (year === undefined) {
    const ofBatch = dayOfBatch(reading, titleId, textOf(batch) ?? heading.batch);
    if (ofBatch !== undefined) return ofBatch;
    const message = '没有写明认定年度或日期';
    reading.say('recognisedYear', {
      code: 'year-missing',
      severity: 'error',
      message,
      fix: '请补上认定年度或认定日期',
    });
    return undefined;
  }
  const assumed = `${year}-01-01`;
  if (own === undefined && heading.year !== undefined && !heading.year.sure) {
    const message = `只有标题写了 ${year} 年，不能确定是认定年度；确认后按 ${assumed} 登记`;
    reading.say('recognisedYear', {
      code: 'year-from-heading',
      severity: 'warning',
      message,
      fix: '请补上认定年度或认定日期',
    });
  } else {
    const message = `只有年度，按 ${assumed} 登记`;
    reading.say('recognisedYear', {
      code: 'day-from-year',
      severity: 'info',
      message,
      fix: '查到发文日期后可在企业页补正',
    });
  }
  return assumed;
}

function yearIn(text: string | null): number | undefined {
  const found = text === null ? undefined : /(?:19|20)\d{2}/.exec(text.normalize('NFKC'))?.[0];
  return found === undefined ? undefined : Number(found);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
