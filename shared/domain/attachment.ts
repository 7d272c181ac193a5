/** What an attachment (附件) is: 认定文件或证书, 申报材料, 合同发票凭证, 审计或检测报告, 照片, 其他. */
export const attachmentKinds = ['certificate', 'application', 'voucher', 'report', 'photo', 'other'] as const;

/** One of `attachmentKinds`. */
export type AttachmentKind = (typeof attachmentKinds)[number];

/** Chinese words for the kinds. */
export const attachmentKindText: Readonly<Record<AttachmentKind, string>> = {
  certificate: '认定文件、证书',
  application: '申报材料',
  voucher: '合同、发票、凭证',
  report: '审计、检测报告',
  photo: '照片',
  other: '其他',
};

/** Endings of files that may be attached: papers, tables, pictures and packed files, nothing that a system would run. */
export const attachmentEndings = [
  ...['pdf', 'ofd', 'doc', 'docx', 'wps', 'xls', 'xlsx', 'et', 'csv', 'ppt', 'pptx', 'dps', 'txt'],
  ...['jpg', 'jpeg', 'png', 'bmp', 'tif', 'tiff', 'zip', 'rar', '7z'],
] as const;

/** Largest attachment in bytes. */
export const attachmentLimit = 50 * 1024 * 1024;

/** Most files that are attached at once. */
export const attachmentsAtOnce = 50;

/** What an attachment belongs to: a firm, or one entry of progress of a task. */
export type AttachmentOwner = { readonly kind: 'firm' | 'task-note'; readonly id: number };

/** An attachment as the ledger knows it; its content lies beside the ledger under its SHA-256. */
export type Attachment = {
  readonly id: number;
  readonly owner: AttachmentOwner;
  /** File name with its ending. */
  readonly name: string;
  readonly kind: AttachmentKind;
  readonly sha256: string;
  readonly bytes: number;
  /** The day it was attached, `YYYY-MM-DD`. */
  readonly addedOn: string;
  readonly note: string | null;
};

const namedAfter: readonly (readonly [AttachmentKind, RegExp])[] = [
  ['certificate', /认定|证书|公示|公告|批复|授牌/u],
  ['application', /申报|申请|推荐|自评|佐证/u],
  ['voucher', /合同|发票|凭证|回单|付款|协议/u],
  ['report', /审计|检测|检验|报告|报表|年报/u],
];

/** Ending of a file name in small letters, without the dot; empty when there is none. */
export function endingOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** The kind that a file name suggests; a person may say otherwise. */
export function guessAttachmentKind(name: string): AttachmentKind {
  const named = namedAfter.find(([, words]) => words.test(name));
  if (named !== undefined) return named[0];
  return ['jpg', 'jpeg', 'png', 'bmp', 'tif', 'tiff'].includes(endingOf(name)) ? 'photo' : 'other';
}
