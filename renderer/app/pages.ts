/** A page that the rail and the search lead to. */
export type PageEntry = {
  readonly label: string;
  readonly to: string;
  /** Initials in pinyin and other words it is looked for by. */
  readonly words: readonly string[];
};

/** Pages of the system part, below 系统 in the rail. */
export const systemPages: readonly PageEntry[] = [
  { label: '变更历史', to: '/system/history', words: ['bgls', '审计', '撤销'] },
  { label: '备份与恢复', to: '/system/backups', words: ['bfyhf', '备份', '恢复', '换机'] },
  { label: '设置', to: '/system/settings', words: ['sz', '起始日', '示例数据', '校验'] },
  { label: '关于', to: '/system/about', words: ['gy', '版本', '诊断'] },
];

/** The main pages in the order of the rail. */
export const mainPages = {
  home: { label: '工作台', to: '/', words: ['gzt', '首页', '131'] },
  firms: { label: '企业台账', to: '/firms', words: ['qytz', '企业', '名单'] },
  duplicates: { label: '重复企业', to: '/duplicates', words: ['cfqy', '合并', '查重'] },
  titles: { label: '梯度认定', to: '/titles', words: ['tdrd', '称号', '到期', '复核'] },
  pools: { label: '培育库', to: '/pools', words: ['pyk', '种苗', '种子', '入库', '出库'] },
  diagnosis: { label: '对标诊断', to: '/diagnosis', words: ['dbzd', '标准', '差距', '短板'] },
  plans: { label: '一企一策', to: '/plans', words: ['yqyc', '措施', '短板', '联系人', '建档'] },
  services: {
    label: '企业服务',
    to: '/services',
    words: ['qyfw', '专员', '覆盖', '交接', '走访', '诉求', '免打扰'],
  },
  chains: { label: '产业链', to: '/chains', words: ['cyl', '图谱', '链主', '招引', '清单'] },
  parks: { label: '平台载体', to: '/parks', words: ['ptzt', '园区', '小微企业园', '产业园'] },
  imports: { label: '名册交换', to: '/imports', words: ['mcjh', '导入', 'excel'] },
  tasks: { label: '任务分工', to: '/tasks', words: ['rwfg', '督办', '进展', '责任单位'] },
  awards: { label: '奖补兑现', to: '/awards', words: ['jbdx', '奖补', '资金', '测算'] },
  policy: { label: '政策库', to: '/policy', words: ['zck', '条款', '测算', '从优从高', '文件'] },
  reports: { label: '报表打印', to: '/reports', words: ['bbdy', '报告', 'pdf', '打印'] },
} as const satisfies Readonly<Record<string, PageEntry>>;

/** Everything the search can open besides firms. */
const allPages: readonly PageEntry[] = [
  ...Object.values(mainPages),
  { label: '新增企业', to: '/firms/new', words: ['xzqy'] },
  ...systemPages,
];

/** Pages whose name or words hold the text; all of them for an empty text. */
export function findPages(text: string): readonly PageEntry[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return allPages;
  return allPages.filter(
    ({ label, words }) => label.includes(wanted) || words.some((word) => word.startsWith(wanted)),
  );
}
