import type { RecordKind } from '../kinds.ts';
import { normaliseHeader } from '../match-headers.ts';

/** Other headers of a record's fields than their labels, as forms write them; to know a new header, add it here. */
export const recordAliases: Readonly<Record<RecordKind, Readonly<Record<string, readonly string[]>>>> = {
  decisions: {
    claim: words('事项编号 事项号 兑现事项编号 兑现编号'),
    clause: words('奖补条款 政策条款 条款 政策依据 奖补政策 依据条款'),
    ground: words('事由 奖补事由 兑现事由 奖补项目 项目名称 认定称号'),
    computed: words('测算金额 测算 测算额 按条款测算 上限金额'),
    decided: words(
      '核定金额 会审核定金额 会审金额 审定金额 核定额 核定奖补金额 核定补助金额 核定兑现金额 会议审定金额',
    ),
    reason: words('核定理由 会审理由 会审意见 审定意见 核定意见 核定依据'),
    decidedOn: words('会审日期 会审时间 会议日期 会议时间 核定日期 核定时间 审定日期 审定时间'),
    document: words('会审文件 会议纪要 会议纪要文号 纪要文号'),
  },
  payments: {
    claim: words('事项编号 事项号 兑现事项编号 兑现编号'),
    clause: words('奖补条款 政策条款 条款 政策依据 兑现依据 奖补政策 兑现政策 兑现条款 依据条款'),
    ground: words(
      '事由 奖补事由 兑现事由 兑现项目 奖补项目 奖励项目 补助项目 奖补名称 奖励名称 资助项目 项目名称 项目 认定称号 称号 奖励类别 奖补类型',
    ),
    payer: words('资金来源 出资层级 资金级次 资金层级 拨付层级 资金渠道 出资级次 资金性质'),
    amount: words(
      '拨付金额 本次拨付 本次拨付金额 本次兑付 本次兑付金额 本次兑现 本次兑现金额 兑付金额 兑现金额 实际拨付金额 实拨金额 实际兑现金额 实兑金额 发放金额 到账金额 已拨付金额 已兑付金额 已兑现金额 奖补金额 奖励金额 补助金额 拨付资金 兑现资金 奖励资金 补助资金',
    ),
    province: words('省级资金 省级金额 省级拨付 省财政资金 省级财政资金 其中省级 省级'),
    city: words('市级资金 市级金额 市级拨付 市财政资金 市级财政资金 其中市级 市级'),
    district: words('区级资金 区级金额 区级拨付 区财政资金 区级财政资金 其中区级 区级'),
    paidOn: words(
      '拨付日期 拨付时间 兑付日期 兑付时间 兑现日期 兑现时间 发放日期 发放时间 到账日期 到账时间 支付日期 支付时间 拨款日期 拨款时间 付款日期',
    ),
    tranche: words('期次 批次期次 第几期 拨付期次 期数'),
    voucher: words('凭证号 凭证编号 拨付凭证 拨付凭证号 支付凭证号 凭证 记账凭证号 支付令号'),
    document: words(
      '资金下达文号 下达文号 拨付文号 拨款文号 资金文号 文号 资金文件 资金文件文号 兑现文号 发文文号 文件号',
    ),
    remark: words('备注 说明 备注说明'),
  },
  pools: {
    pool: words('培育库 培育库名称 所属培育库 培育库类别 培育库类型 入库类别 入库类型 库别 库名 所在培育库'),
    stage: words('阶段 培育阶段 所处阶段 当前阶段 现阶段 目前阶段 培育阶段（储备、培育、成长、壮大）'),
    enteredOn: words('入库日期 入库时间 入库年月 纳入培育库时间 纳入培育库日期 进库时间 进库日期'),
    stagedOn: words(
      '阶段起始日期 阶段日期 阶段调整日期 阶段调整时间 阶段开始日期 调整日期 调整时间 现阶段起始日期',
    ),
    leftOn: words('出库日期 出库时间 退库日期 退库时间 退出时间 退出日期'),
    exit: words('出库原因 出库类型 出库情形 出库理由 退库原因 退出原因'),
    reason: words('办理说明 入库理由 入库依据 调整理由 说明 备注'),
  },
  assessments: {
    year: words('年度 年份 自评年度 评价年度 考核年度 所属年度 填报年度'),
    filledOn: words('填报日期 填报时间 填表日期 自评日期 自评时间'),
    grade: words('自评等次 自评等级 自评结果 自我评价等次 自我评价结果 企业自评 自评结论 自我评价'),
    achievements: words('主要成效 工作成效 主要成绩 主要成果 经营亮点 年度成效 培育成效'),
    difficulties: words('存在问题 存在困难 问题与困难 主要问题 困难和问题 不足之处'),
    nextSteps: words('下一步打算 下步计划 下一步计划 下年度计划 下一年度目标 发展计划 下步打算'),
  },
  visits: {
    plannedOn: words('计划走访日期 计划走访时间 拟走访日期 拟走访时间 计划日期 计划时间'),
    visitedOn: words(
      '走访日期 走访时间 走访调研时间 走访调研日期 调研时间 调研日期 服务时间 服务日期 上门时间 上门日期 联系日期 联系时间',
    ),
    visitors: words('走访人员 走访人 走访干部 走访领导 服务人员 调研人员 参加人员 走访组成员 走访单位'),
    record: words(
      '走访情况 走访记录 走访内容 调研情况 服务内容 服务情况 企业情况 企业经营情况 生产经营情况 走访概况',
    ),
    requestKind: words('诉求类别 诉求类型 诉求分类 问题类别 问题类型 问题分类 需求类别 需求类型 需求分类'),
    request: words(
      '企业诉求 诉求 诉求内容 诉求事项 主要诉求 诉求问题 企业问题 问题诉求 诉求及建议 问题及诉求 困难问题 存在问题 存在困难 困难和问题 反映问题 企业需求 需求内容 困难诉求 问题和诉求 诉求（问题）',
    ),
    receivedOn: words(
      '诉求提出日期 诉求提出时间 提出日期 提出时间 诉求日期 诉求时间 收件日期 受理日期 受理时间 收集时间',
    ),
    unit: words('责任单位 办理单位 承办单位 责任部门 承办部门 办理部门 牵头单位 牵头部门 交办单位 交办部门'),
    dueOn: words('办理期限 办理时限 办结期限 办结时限 完成时限 要求办结时间 限办日期 截止日期'),
    answer: words(
      '办理情况 办理结果 处理情况 处理结果 解决情况 答复情况 办理进展 办理进度 落实情况 回复情况 反馈情况 答复内容',
    ),
    closedOn: words('办结日期 办结时间 完成日期 完成时间 解决日期 解决时间 销号日期 销号时间'),
    satisfaction: words('满意度 企业满意度 满意情况 满意度评价 是否满意 企业评价'),
  },
  projects: {
    kind: words('项目类别 项目类型 项目种类 申报项目类别 申报项目类型 补助类别 奖补类别 奖补项目类别'),
    name: words('项目名称 申报项目名称 申报项目 补助项目名称 建设项目名称 项目'),
    eventOn: words(
      '项目日期 项目时间 竣工日期 竣工时间 项目竣工日期 项目竣工时间 完工日期 完工时间 验收日期 验收时间 合同签订日期 合同签订时间 签订日期 签订时间',
    ),
    object: words('品牌名称 产品（机构、品牌）名称'),
    contract: words('合同编号 合同号 借款合同编号 借款合同号 贷款合同编号 贷款合同号 发票号 发票号码'),
    remark: words('备注 说明 备注说明'),
  },
  years: {
    year: words('年度 年份 统计年度 数据年度 会计年度 报告年度 填报年度 所属年度 财务年度'),
    source: words('数据来源 来源 资料来源'),
    remark: words('备注 说明 备注说明'),
    revenue: words(
      '营业收入 营收 营业总收入 营业收入总额 年营业收入 年度营业收入 全年营业收入 年营收 销售收入 年销售收入 销售额 年销售额',
    ),
    mainRevenue: words('主营业务收入 主营收入 主营业务收入总额'),
    netProfit: words('净利润 净利润额 净利润总额 税后利润 年净利润'),
    assets: words('资产总额 总资产 资产总计 资产合计 年末资产总额 期末资产总额 年末总资产'),
    liabilities: words('负债总额 总负债 负债合计 负债总计 年末负债总额 期末负债总额'),
    taxPaid: words(
      '上缴税金 缴纳税金 上交税金 实缴税金 上缴税收 实缴税收 入库税收 税收 税收总额 纳税额 纳税总额 缴税总额 缴税金额 税收贡献',
    ),
    newEquity: words('当年新增股权融资 新增股权融资 新增股权融资额 新增股权融资总额 股权融资 股权融资额'),
    rdSpend: words(
      '研发费用 研发费用总额 研发费 研发投入 研发支出 研发经费 研发经费支出 研究开发费 研究开发费用 R&D经费 R&D经费支出 研发费用支出',
    ),
    employees: words(
      '从业人员 从业人员数 从业人员总数 从业人数 职工人数 职工总数 员工人数 员工数 员工总数 全职员工 全职员工数 全职员工数量 年末从业人员 期末从业人员 平均从业人数',
    ),
    rdStaff: words('研发人员 研发人员数 研发人员数量 研发人数 研发人员总数 从事研发人员'),
    classOneIp: words('Ⅰ类知识产权 Ⅰ类知识产权数 Ⅰ类知识产权数量 一类知识产权 一类知识产权数'),
    ownClassOneIp: words('自主研发Ⅰ类 自主研发Ⅰ类知识产权 自主研发的Ⅰ类知识产权'),
    highValueIp: words('Ⅰ类高价值 Ⅰ类高价值知识产权 高价值知识产权'),
    classTwoIp: words('Ⅱ类知识产权 Ⅱ类知识产权数 Ⅱ类知识产权数量 二类知识产权 二类知识产权数'),
    inventionPatents: words('有效发明专利 有效发明专利数 发明专利 发明专利数 发明专利数量'),
    marketShare: words('市场占有率 国内市场占有率 主导产品市场占有率 主导产品国内市占率 市占率'),
    nationalRank: words('国内排名 主导产品国内市场排名'),
    globalRank: words('全球排名 主导产品全球市场排名'),
    nicheYears: words('从事细分领域时间 从事特定细分市场年限 从事细分市场年限'),
  },
};

/** Other headers of facts that clauses ask for, by the label in the pack. */
const factWords: Readonly<Record<string, readonly string[]>> = {
  项目总投资: words('总投资 总投资额 计划总投资 计划投资 计划投资额 项目投资总额 投资总额 备案总投资'),
  实际完成投资额: words('实际完成投资 完成投资 完成投资额 实际投资 实际投资额 已完成投资 累计完成投资'),
  项目实际投资: words('实际投资 实际投资额 项目实际投资额 项目投资额 投资额'),
  项目投入: words('项目投入额 实际投入 投入金额 投资额'),
  项目所属产业: words('所属产业 产业类别 产业领域 所属领域'),
  贷款本金: words('贷款金额 借款金额 本金 贷款额 借款本金'),
  实际贷款额: words('贷款金额 借款金额 贷款本金 贷款额'),
  贷款年利率: words('贷款利率 年利率 利率 借款利率'),
  担保费率: words('担保费 担保年费率 费率'),
  放款日期: words('放款时间 发放日期 贷款发放日期 起息日 起息日期'),
  计息截止日期: words('还款日期 到期日期 还清日期 贷款到期日 结息日期'),
  技术服务合同金额: words('合同金额 合同额 服务合同金额 技术合同金额'),
  展位费: words('展位费用 展位费金额'),
};

/** Other headers of a fact than its label in the pack, with and without 是否, 项目, 额. */
export function factAliases(label: string): readonly string[] {
  const bare = [label.replace(/^是否(?=.{2})/u, ''), label.replace(/^项目(?=.{2})/u, '')];
  return [...new Set([...bare, ...(factWords[label] ?? [])])].filter((word) => word !== label);
}

const known: ReadonlyMap<string, string> = new Map(
  Object.entries(recordAliases).flatMap(([kind, fields]) =>
    Object.entries(fields).flatMap(([name, aliases]) =>
      aliases.map((alias): [string, string] => [normaliseHeader(alias).key, `${kind}.${name}`]),
    ),
  ),
);

/** A year in a header: 2023年, 2023年度, （2023）; the rest of the header without it. */
export function yearInHeader(text: string): { readonly year: number | null; readonly rest: string } {
  const narrow = text.normalize('NFKC');
  const found = /(?<!\d)((?:19|20)\d{2})(?!\d)\s*(?:年度|年末|年底|年)?/u.exec(narrow);
  if (found === null) return { year: null, rest: narrow };
  return { year: Number(found[1]), rest: narrow.replace(found[0], '') };
}

/** Which field of a record a header is plainly about, whatever the kind, with its year; nothing for other headers. */
export function recordHeaderKey(text: string): string | undefined {
  if (text.length > 60) return undefined;
  const { year, rest } = yearInHeader(text);
  const field = known.get(recordKey(rest).key);
  return field === undefined ? undefined : `${field}@${year ?? ''}`;
}

/** A header without 其中 before it and without a unit after it that stood in no brackets. */
export function recordKey(text: string): { readonly key: string; readonly unit: string | null } {
  const { key, unit } = normaliseHeader(text);
  const plain = key.replace(/^其中(?=\p{Script=Han})/u, '');
  const trailing = /(?<=.)(亿元|百万元|万元|千元|元)$/u.exec(plain)?.[1];
  const bare = trailing === undefined ? plain : plain.slice(0, -trailing.length);
  return { key: bare.replace(/%$/, ''), unit: unit ?? trailing ?? (/[%]/.test(text) ? '%' : null) };
}

function words(text: string): readonly string[] {
  return text.split(/\s+/);
}
