import type { MethodsOfKind, OutputOf } from '#shared/contract/api.ts';

/** Long work of the contract table. */
export type JobMethod = MethodsOfKind<'job'>;

/** What the top bar calls a job, and what it says when the job ends after its page was left. */
export type JobText<M extends JobMethod> = {
  readonly label: string;
  readonly done: (output: OutputOf<M>) => { readonly text: string; readonly to: string };
};

/** Words of every job. */
export const jobTexts: { readonly [M in JobMethod]: JobText<M> } = {
  'imports.open': {
    label: '读取名册',
    done: (draft) => ({ text: '名册已读完，尚未写入台账', to: `/imports/${draft.draftId}` }),
  },
  'imports.remap': {
    label: '重新核对名册',
    done: (draft) => ({ text: '名册已重新核对', to: `/imports/${draft.draftId}` }),
  },
  'imports.commit': {
    label: '导入名册',
    done: () => ({ text: '名册已写入台账', to: '/imports' }),
  },
  'exports.firms': {
    label: '导出企业',
    done: ({ fileName, rows }) => ({ text: `已导出 ${rows} 家企业到“${fileName}”`, to: '/firms' }),
  },
  'exports.awards': {
    label: '导出兑现事项',
    done: ({ fileName, rows }) => ({ text: `已导出 ${rows} 笔到“${fileName}”`, to: '/awards?tab=claims' }),
  },
  'exports.records': {
    label: '导出记录',
    done: ({ fileName, rows }) => ({ text: `已导出 ${rows} 条到“${fileName}”`, to: '/imports' }),
  },
  'exports.template': {
    label: '生成模板',
    done: ({ fileName }) => ({ text: `模板已存为“${fileName}”`, to: '/imports' }),
  },
  'exports.changes': {
    label: '导出变更历史',
    done: ({ fileName, rows }) => ({ text: `已导出 ${rows} 次变更到“${fileName}”`, to: '/system/history' }),
  },
  'exports.errors': {
    label: '导出错误清单',
    done: ({ fileName, rows }) => ({ text: `已导出 ${rows} 行错误到“${fileName}”`, to: '/imports' }),
  },
  'ledger.verify': {
    label: '校验台账',
    done: ({ ok, problems }) => ({
      text: ok ? '台账校验通过' : `台账校验发现 ${problems.length} 处问题`,
      to: '/system/settings',
    }),
  },
  'attachments.add': {
    label: '登记附件',
    done: ({ added, owner }) => ({
      text: added === 0 ? '没有新的附件' : `已登记附件 ${added} 个`,
      to: owner.kind === 'firm' ? `/firms/${owner.id}?tab=attachments` : '/tasks',
    }),
  },
  'backups.make': {
    label: '备份台账',
    done: () => ({ text: '台账已备份', to: '/system/backups' }),
  },
  'backups.restore': {
    label: '恢复台账',
    done: () => ({ text: '台账已恢复', to: '/system/backups' }),
  },
  'backups.restoreFile': {
    label: '恢复台账',
    done: () => ({ text: '台账已恢复', to: '/system/backups' }),
  },
  'packs.preview': {
    label: '检查政策包',
    done: () => ({ text: '政策包已检查，尚未启用', to: '/policy?tab=pack' }),
  },
  'packs.use': {
    label: '启用政策包',
    done: () => ({ text: '政策包已启用', to: '/policy?tab=pack' }),
  },
  'demo.load': {
    label: '载入示例数据',
    done: ({ firms }) => ({ text: `已载入示例企业 ${firms} 家`, to: '/firms' }),
  },
};
