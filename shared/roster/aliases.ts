import type { FirmOrTitleField } from './fields.ts';

/**
 * Headers by field, as street offices, districts and provinces write them, the plainest first. A header feeds a field
 * only when it is one of these after normalising (blanks, brackets with their content, marks and stars are dropped);
 * of two columns for one field the one whose header stands earlier here wins. To know a new header, add it here.
 */
export const fieldAliases: Readonly<Record<FirmOrTitleField, readonly string[]>> = {
  name: lines(`
    企业名称 单位名称 公司名称 单位详细名称 企业详细名称 法人单位详细名称 企业全称 单位全称 公司全称 企业名称全称 企业中文名称 法人单位名称 企业单位名称 单位企业名称
    申报单位名称 申报企业名称 申报单位 申报企业 认定企业名称 认定企业 入选企业 入选企业名称 获评企业 获评企业名称
    拟认定企业名称 拟认定企业 拟推荐企业 推荐企业 推荐企业名称 公示企业名称 复核企业名称 复核企业 企业现名称 企业现名 现企业名称
    现名称 当前企业名称 变更后企业名称 更名后企业名称 变更后名称 市场主体名称 经营主体名称 纳税人名称 承担单位 实施单位
    培育企业 培育企业名称 入库企业 入库企业名称 企业名字 企业名 名称 企业 公司 单位 机构名称 名单 企业名单`),
  code: lines(`
    统一社会信用代码 社会统一信用代码 统一信用代码 社会信用代码 企业统一社会信用代码 单位统一社会信用代码
    统一社会信用代码证号 统一社会信用代码号 统一社会信用代码18位 18位统一社会信用代码 统一社会信用代码证代码 统一代码 信用代码
    统一社会信用代码组织机构代码 组织机构代码统一社会信用代码 统一社会信用代码或组织机构代码 统一社会信用代码纳税人识别号
    统一社会信用代码税号 纳税人识别号 税号 营业执照号 营业执照号码 营业执照注册号 企业信用代码 组织机构代码 机构代码 三证合一码 企业代码
    单位代码 代码`),
  streetId: lines(`
    所属街道 街道 属地街道 所在街道 所属街道平台 所属街道或平台 街道平台 所属街镇 所属镇街 所属乡镇街道 乡镇街道 镇街 所在镇街 所在街镇 所在镇街道 所在乡镇 所在乡镇街道 企业所属街道 企业所在街道 镇街道
    所属镇街道 街道乡镇 街道镇 街道名称 属地 属地镇街 属地平台 所属属地 所属地 归口街道 填报街道 管理街道 推荐街道 注册街道 经营街道`),
  platformId: lines(
    '所属平台 平台 所在平台 平台名称 产业平台 所属产业平台 所属园区 所在园区 园区 园区名称 所属产业园 产业园区 重点平台',
  ),
  chainId: lines(
    '所属产业链 产业链 重点产业链 产业链名称 所属重点产业链 所属产业链条 主导产业 所属主导产业 所属产业 产业',
  ),
  industry: lines(`
    所属行业 行业 行业名称 行业类别 行业大类 行业分类 国民经济行业 国民经济行业分类 所属国民经济行业 细分行业 细分领域 所属细分领域
    所属领域 主营行业 行业领域 所属行业领域 产业领域 技术领域 所属技术领域 从事细分领域`),
  scale: lines('企业规模 规模 企业规模类型 企业类型规模 规模类型 划型 企业划型 企业规模划型 规模划型'),
  aboveScale: lines(
    '是否规上 规上 是否规上企业 规上企业 是否规模以上 是否规模以上企业 是否规上工业企业 规上规下 是否为规上企业 是否四上企业',
  ),
  legalForm: lines(
    '企业类型 经济类型 公司类型 登记注册类型 注册类型 企业性质 单位性质 市场主体类型 企业登记类型 企业注册类型',
  ),
  registeredOn: lines(
    '注册日期 成立日期 注册时间 成立时间 登记日期 设立日期 设立时间 企业成立时间 企业成立日期 企业注册时间 企业注册日期 注册成立时间 注册年月 成立年月',
  ),
  registeredCapital: lines('注册资本 注册资金 注册资本金 企业注册资本 企业注册资金'),
  province: lines('所在省份 省份 省 所属省份 所在省 省市自治区'),
  city: lines('所在城市 城市 地市 市 所属城市 所属地市 所在地市 设区市 所属设区市 所在市 地级市 地区'),
  address: lines(`
    注册地址 企业注册地址 公司注册地址 详细地址 地址 住所 企业地址 公司地址 单位地址 企业住所 经营地址 生产经营地址 生产地址 办公地址 实际经营地址
    通讯地址 通信地址 联系地址 注册地`),
  mainProduct: lines(`
    主导产品 主要产品 主营产品 核心产品 主导产品名称 主要产品名称 主营产品名称 主要产品服务 主导产品或服务 主要产品或服务 主导产品服务 产品名称 产品
    主营业务产品 主营业务及产品 主营产品及服务`),
  businessScope: lines('经营范围 业务范围 主营业务 主要业务 企业经营范围 主营业务范围'),
  legalPerson: lines(
    '法定代表人 法人代表 法定代表人姓名 企业法定代表人 企业法人 法人代表姓名 法人姓名 法人 企业负责人 负责人 法定代表人负责人',
  ),
  contactName: lines(
    '联系人 企业联系人 联系人姓名 联系信息姓名 联系方式姓名 企业联系人姓名 联络员 企业联络员 经办人 填报联系人 单位联系人 公司联系人 企业对接人',
  ),
  contactPhone: lines(`
    联系电话 联系方式 联系人电话 联系人手机 联系手机 联系人手机号 联系人手机号码 联系人联系方式 联系人联系电话 企业联系电话 企业联系方式 企业联系人电话
    手机号码 手机号 手机 电话号码 电话 联系号码 移动电话 办公电话 固定电话 固话 座机`),
  remark: lines('备注 说明 备注说明 其他说明 其他 附注'),
  titleName: lines(`
    称号 称号名称 认定称号 荣誉称号 荣誉名称 荣誉 资质名称 资质 认定类别 认定级别 认定类型 认定等级 认定名称 认定项目 称号类别 称号类型 称号级别
    企业类别 培育类别 培育层次 梯度类型 梯度 梯度等级 企业梯度 专精特新级别 专精特新类别 专精特新等级 专精特新类型 资质级别 资质类别 资质类型 企业等级
    企业级别 层级 级别 类别 等级`),
  recognisedYear: lines(
    '认定年度 认定年份 认定年 获评年度 获评年份 入选年度 入选年份 公布年度 公布年份 授牌年度 评定年度 批准年度 年度 年份',
  ),
  recognisedOn: lines(`
    认定日期 认定时间 获评时间 获评日期 发文日期 发文时间 公布日期 公布时间 发布日期 发布时间 批准日期 批准时间 授牌时间 认定公布时间 发证日期 发证时间
    有效期起 有效期开始日期 有效期起始日期 复核时间 复核日期 复核通过时间 复核通过日期`),
  batch: lines('认定批次 批次 入选批次 获评批次 公布批次 所属批次 认定批'),
  document: lines(
    '认定文号 文号 发文文号 认定文件文号 认定文件 认定依据 文件号 文件文号 文件名称 认定文件名称 认定文件及文号 认定年度文号 公布文件 公布文号 发文文件',
  ),
  validUntil: lines(`
    有效期至 有效期截止 有效期截止日期 有效截止日期 有效期截止时间 有效期到期日 有效期到期时间 有效期届满日期 有效日期 有效期限 有效期 证书有效期 证书有效期至
    称号有效期 称号有效期至 认定有效期 认定有效期至 到期日期 到期时间 到期日 截止日期 截止时间 届满日期 有效期止`),
  eventResult: lines(
    '认定或复核结果 复核结果 复核结论 复核情况 复核意见 认定结果 评审结果 认定或复核 认定复核 认定复核类型 申报类型 名单类型 类型 结果 复核是否通过 是否通过复核 是否通过',
  ),
  formerName: lines(`
    曾用名 曾用名称 企业曾用名 原名 原名称 原企业名称 原单位名称 企业原名称 企业原名 更名前名称 更名前企业名称 变更前名称 变更前企业名称 认定时名称
    认定时企业名称 认定名称原 原认定名称 原认定企业名称`),
};

/** Headers that are known and carry nothing for the ledger. */
export const ignoredHeaders: ReadonlySet<string> = new Set(
  lines('序号 编号 行号 排名 序 号 NO No no 项次 顺序号 排序 错误原因'),
);

/**
 * Headers of our own exported lists that only sum up what the ledger holds, as they stand: 称号（有效期至） names several
 * titles in one cell and is no column of a title list.
 */
export const summaryHeaders: ReadonlySet<string> = new Set(lines('称号（有效期至）'));

function lines(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
