import { z } from 'zod';
import { os, read } from '#shared/contract/method.ts';
import { DaySchema, IdSchema, NothingSchema, YearSchema } from '#shared/contract/values.ts';
import { WhatIfInputSchema } from './policy.ts';

/** The printed papers that exist: 梯度培育进度报告, 街道、平台汇总表, 奖补资金测算表, 奖补兑现汇总表, 公示表, 拨付清单, 到期复核名单, 服务覆盖与诉求办结表, 任务分工进度表, 任务督办单, 年度评价结果与出库名单, 政策测算对比表, 一企一策档案. */
export const reportKinds = [
  'progress',
  'streets',
  'awards',
  'claims',
  'notice',
  'payments',
  'reviews',
  'services',
  'parks',
  'tasks',
  'supervision',
  'evaluation',
  'what-if',
  'plan',
] as const;

/** Which paper, for which day and year. */
export const ReportSpecSchema = z.strictObject({
  kind: z.enum(reportKinds),
  asOf: DaySchema,
  year: YearSchema,
  /** 兑现批次 of 公示表 and 拨付清单; a 汇总表 without one is of the whole year. */
  batchId: IdSchema.nullable().default(null),
  /** What 政策测算对比表 assumes. */
  whatIf: WhatIfInputSchema.nullable().default(null),
  /** 责任单位 of 任务分工进度表 and 督办单; null for all. */
  unit: z.string().max(100).nullable().default(null),
  /** Firms whose 一企一策档案 are printed, each from a new page. */
  firmIds: z.array(IdSchema).max(200).default([]),
});

/** How the values of a table column are written: text, count, 万元 (values in 分), percent (ppm), day. */
const columnKinds = ['text', 'count', 'wan', 'percent', 'day'] as const;

/** A table of a paper; the same rows go to the screen, the page and the workbook. */
export const ReportTableSchema = z.strictObject({
  type: z.literal('table'),
  title: z.string(),
  /** Firm the table is about, where a paper has the same table for several: the workbook puts them on one sheet. */
  about: z.string().optional(),
  columns: z.array(
    z.strictObject({
      label: z.string(),
      kind: z.enum(columnKinds),
      /** Width in the workbook, in characters. */
      width: z.number(),
      /** Left blank on paper at that width, to be filled in by hand. */
      byHand: z.boolean().optional(),
    }),
  ),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
  /** 合计 row, checked against the rows; null when sums make no sense. */
  total: z.array(z.union([z.string(), z.number(), z.null()])).nullable(),
});

/** A chart of a paper: target path and actual by year, drawn with direct labels. */
const ReportChartSchema = z.strictObject({
  type: z.literal('chart'),
  title: z.string(),
  unit: z.string(),
  points: z.array(
    z.strictObject({
      label: z.string(),
      target: z.number().nullable(),
      actual: z.number().nullable(),
    }),
  ),
});

/** One paper, ready to draw: no figure is computed after this point. */
export const ReportSchema = z.strictObject({
  spec: ReportSpecSchema,
  title: z.string(),
  /** File name without ending. */
  fileName: z.string(),
  orientation: z.enum(['portrait', 'landscape']),
  blocks: z.array(
    z.discriminatedUnion('type', [
      z.strictObject({
        type: z.literal('heading'),
        level: z.union([z.literal(1), z.literal(2)]),
        text: z.string(),
      }),
      z.strictObject({ type: z.literal('paragraph'), text: z.string() }),
      /** The heading that follows begins on a new page. */
      z.strictObject({ type: z.literal('pageBreak') }),
      ReportTableSchema,
      ReportChartSchema,
    ]),
  ),
  /** Source, cut-off day, rule version, notes: printed small below. */
  footLines: z.array(z.string()),
  /** 制表人, 审核人, 负责人, 日期. */
  signers: z.array(z.string()),
  /** True when sample data is in the figures: 示例数据 is printed on every page. */
  sample: z.boolean(),
});

/** A package of others in this program. */
export const LicenceSchema = z.strictObject({
  name: z.string(),
  version: z.string(),
  licence: z.string(),
  text: z.string(),
});

/** Papers: figures, preview, printing, files. */
export const reportMethods = {
  'reports.get': read(ReportSpecSchema, ReportSchema),
  /** The finished PDF, for the preview. */
  'reports.pdf': os(
    ReportSpecSchema,
    z.strictObject({
      bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
      pages: z.number().int().min(1),
    }),
  ),
  /** Asks where to save; `saved` is null when the person cancels. */
  'reports.savePdf': os(ReportSpecSchema, z.strictObject({ saved: z.string().nullable() })),
  'reports.saveExcel': os(ReportSpecSchema, z.strictObject({ saved: z.string().nullable() })),
  /** As a document that can be edited before it goes out. */
  'reports.saveWord': os(ReportSpecSchema, z.strictObject({ saved: z.string().nullable() })),
  'reports.print': os(ReportSpecSchema, z.strictObject({ printed: z.boolean() })),
  /** The print page tells main that everything is drawn (or why it cannot be). */
  'reports.ready': os(
    z.strictObject({
      ticket: z.string().max(80),
      failure: z.string().max(2000).nullable(),
    }),
    NothingSchema,
  ),
  /** Code of others in this program, with its licences. */
  'app.licences': os(NothingSchema, z.strictObject({ packages: z.array(LicenceSchema) })),
  'app.about': os(
    NothingSchema,
    z.strictObject({
      version: z.string(),
      electron: z.string(),
      chrome: z.string(),
      node: z.string(),
    }),
  ),
};
