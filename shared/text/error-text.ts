import type { ErrorCode } from '#shared/contract/errors.ts';
import type { Failure } from '#shared/contract/result.ts';

/** What a failure says to a person: what happened, why, what to do next. */
export type ErrorText = { readonly what: string; readonly why: string; readonly next: string };

/** Chinese text of every error code; `{name}` is filled from the failure's parameters. */
export const errorTexts: Readonly<Record<ErrorCode, ErrorText>> = {
  internal: {
    what: '程序内部出错，操作没有完成。',
    why: '遇到了没有预料到的情况，数据没有改动。',
    next: '请重试；仍出错时复制诊断信息（编号 {id}）交给维护人员。',
  },
  'bad-request': {
    what: '提交的内容不符合要求。',
    why: '{problem}',
    next: '请按提示改正后重试。',
  },
  'unknown-method': { what: '没有这项操作。', why: '页面与程序版本不一致。', next: '请关闭后重新打开程序。' },
  'untrusted-sender': {
    what: '请求被拒绝。',
    why: '请求不是由本程序页面发出的。',
    next: '请关闭后重新打开程序。',
  },
  'data-process-lost': {
    what: '数据服务中断，刚才的操作没有结果。',
    why: '数据进程意外退出，正在自动恢复；已经确认保存的数据不受影响。',
    next: '恢复后请查看变更历史，确认这次操作是否已生效，再决定是否重做。',
  },
  cancelled: {
    what: '操作已取消。',
    why: '您取消了这项工作，没有写入任何数据。',
    next: '需要时可重新开始。',
  },
  'not-found': { what: '找不到要查看的内容。', why: '它可能已被撤销或删除。', next: '请返回列表后刷新。' },
  'no-ledger': { what: '还没有台账。', why: '第一次使用需要先选定区县。', next: '请选择区县并新建台账。' },
  'ledger-exists': {
    what: '不能在此处新建台账。',
    why: '文件 {file} 已经存在，新建会覆盖它。',
    next: '请改用其他文件名，或直接打开已有台账。',
  },
  'ledger-missing': {
    what: '找不到台账文件。',
    why: '文件 {file} 不存在。',
    next: '请核对位置，或先新建台账。',
  },
  'ledger-empty': {
    what: '台账文件是空的。',
    why: '文件 {file} 没有任何内容，可能是复制、同步中断或磁盘出错。',
    next: '请保留原文件，从最近的备份恢复。',
  },
  'ledger-not-ours': {
    what: '打不开这个文件。',
    why: '文件 {file} 不是本程序的台账。',
    next: '请选择正确的台账文件，原文件未作改动。',
  },
  'ledger-newer': {
    what: '台账由更新版本的程序建立。',
    why: '台账版本为 {found}，本程序最高支持 {known}。',
    next: '请升级程序后再打开，原文件未作改动。',
  },
  'ledger-corrupt': {
    what: '台账文件已损坏。',
    why: '数据库校验未通过。',
    next: '请停止使用并保留原文件，从最近的备份恢复。',
  },
  'ledger-locked': {
    what: '台账正被占用。',
    why: '另一个程序正在写入同一台账。',
    next: '请等待对方完成，或关闭另一个窗口后重试。',
  },
  'ledger-read-only': {
    what: '台账不能写入。',
    why: '文件或所在文件夹是只读的。',
    next: '请检查文件夹权限，或把台账移到可写的本机文件夹。',
  },
  'ledger-io': {
    what: '台账读写失败。',
    why: '磁盘出错、已断开，或没有访问这个文件的权限。',
    next: '请检查磁盘与文件权限后重新打开程序；台账应放在本机磁盘。',
  },
  'disk-full': {
    what: '磁盘空间不足，没有写入。',
    why: '台账所在磁盘已满。',
    next: '请清理磁盘后重试，已有数据不受影响。',
  },
  'pragma-refused': {
    what: '台账不能安全打开。',
    why: '数据库没有接受安全设置 {pragma}。',
    next: '请把台账放在本机磁盘（不要放在网络盘、U 盘或同步盘）后重试。',
  },
  'migration-failed': {
    what: '台账升级没有完成。',
    why: '升级到版本 {version} 时出错，已恢复原状。',
    next: '请保留文件并联系维护人员；升级前的备份在台账旁边。',
  },
  'unknown-pack': { what: '没有这个区县政策包。', why: '不认识“{pack}”。', next: '可用的政策包：{known}。' },
  'pack-invalid': {
    what: '区县政策包有错误。',
    why: '共 {count} 处不符合要求。',
    next: '请按所列文件与行号改正。',
  },
  'pack-refused': {
    what: '这个政策包不能启用。',
    why: '与本台账有 {count} 处不相合。',
    next: '请按所列各条改正政策包文件后重新导入，台账没有改动。',
  },
  'unknown-clause': {
    what: '政策包里没有这一条款。',
    why: '不认识“{clause}”。',
    next: '可用的条款：{known}。',
  },
  'facts-invalid': {
    what: '测算所需的情况填写有误。',
    why: '{problem}',
    next: '请按条款要求的项目改正后重新测算。',
  },
  'undo-moved-on': {
    what: '不能撤销。',
    why: '其中 {count} 项之后又有改动或被引用，撤销会丢掉后来的工作。',
    next: '请先处理所列各项，再撤销。',
  },
  'undo-nothing': {
    what: '没有可以撤销的变更。',
    why: '台账里还没有变更，或找不到这次变更。',
    next: '请在变更历史中核对。',
  },
  'undo-together': {
    what: '这一项不能单独撤销。',
    why: '它和同一次变更里的其他内容是连在一起的。',
    next: '请到变更历史撤销整次变更。',
  },
  'undo-done-already': {
    what: '这次变更已经撤销过。',
    why: '变更集 {by} 已撤销它。',
    next: '如需恢复，请撤销变更集 {by}。',
  },
  'file-missing': { what: '找不到文件 {file}。', why: '文件可能已被移走或改名。', next: '请重新选择文件。' },
  'file-empty': {
    what: '文件 {file} 是空的。',
    why: '文件没有任何内容。',
    next: '请向报送单位索取完整文件。',
  },
  'file-too-large': {
    what: '文件 {file} 太大。',
    why: '文件有 {size} MB，上限为 {limit} MB。',
    next: '请删去图片等无关内容，或按街道拆成几个文件。',
  },
  'file-too-many-parts': {
    what: '文件 {file} 结构异常。',
    why: '压缩包内的部件数量过多。',
    next: '请用 Excel 或 WPS 打开后另存为新的 .xlsx 再导入。',
  },
  'file-bomb': {
    what: '文件 {file} 解压后过大，已拒绝读取。',
    why: '声明的内容达 {size} MB，可能是异常文件，或含大量空白格式。',
    next: '请用 Excel 或 WPS 只复制有内容的区域到新表后再导入。',
  },
  'file-encrypted': {
    what: '文件 {file} 有密码。',
    why: '加密的工作簿无法读取。',
    next: '请在 Excel 或 WPS 中取消密码后另存，再导入。',
  },
  'file-doctype': {
    what: '文件 {file} 含有不安全的内容，已拒绝读取。',
    why: '工作簿里声明了外部实体。',
    next: '请用 Excel 或 WPS 打开后另存为新的 .xlsx 再导入。',
  },
  'file-unsupported': {
    what: '暂时读不了文件 {file}。',
    why: '识别为{format}；能读的是 Excel、WPS 表格（.xlsx、.xls、.et、.ods）和 CSV。',
    next: '请在 Excel 或 WPS 中另存为 .xlsx 后再导入。',
  },
  'file-damaged': {
    what: '文件 {file} 已损坏或不完整。',
    why: '内容读到一半就中断或格式不对。',
    next: '请重新获取文件，或用 WPS 修复后另存。',
  },
  'file-timeout': {
    what: '读取文件 {file} 用时过长，已停止。',
    why: '文件过于复杂。',
    next: '请用 Excel 或 WPS 只复制有内容的区域到新表后再导入。',
  },
  'file-memory': {
    what: '读取文件 {file} 占用内存过多，已停止。',
    why: '文件内容过多或含大量空白格式。',
    next: '请用 Excel 或 WPS 只复制有内容的区域到新表，或按街道拆分。',
  },
  'file-token-unknown': { what: '请重新选择文件。', why: '文件授权已失效。', next: '请再次拖入或选择文件。' },
  'file-write-failed': {
    what: '文件 {file} 没有保存。',
    why: '目标文件可能正被打开，文件夹不可写，或磁盘已满。',
    next: '请关闭正在查看它的程序，或换一个位置保存。',
  },
  'file-too-long': {
    what: '行数太多，没有保存。',
    why: '一张 Excel 工作表最多 1,048,576 行。',
    next: '请缩小查询范围，或改存为 CSV。',
  },
  'export-empty': {
    what: '没有可以导出的内容。',
    why: '符合条件的行数为零。',
    next: '请放宽条件或重新勾选后再导出。',
  },
  'sheet-empty': {
    what: '文件 {file} 里没有读到内容。',
    why: '所有工作表都是空的。',
    next: '请确认发来的是填好的名册。',
  },
  'header-not-found': {
    what: '文件 {file} 里没有找到表头。',
    why: '前 20 行没有认出两个以上的列名（如企业名称、统一社会信用代码）。',
    next: '请确认第一张表是名册，并补上列名后再导入。',
  },
  'form-empty': {
    what: '报送模板 {file} 还没有填写。',
    why: '各张工作表只有示例行。',
    next: '请填写后再导入。',
  },
  'kind-not-recognised': {
    what: '认不出 {file} 是哪一类名册。',
    why: '列名不足以判断。',
    next: '请在导入时选定名册类别。',
  },
  'import-nothing-to-do': {
    what: '没有需要写入的内容。',
    why: '所有行都无变化、被忽略或不能导入。',
    next: '无需操作；可查看各行说明。',
  },
  'import-already-committed': {
    what: '这批名册已经导入。',
    why: '同一份草稿只能写入一次。',
    next: '如需重来，请先撤销本次导入。',
  },
  'draft-missing': {
    what: '这份导入草稿已不在。',
    why: '程序重新启动过，或草稿已被放弃。',
    next: '请重新选择文件。',
  },
  'draft-outdated': {
    what: '台账在核对之后又有改动。',
    why: '核对结果已经过期。',
    next: '请按新的核对结果再确认一次。',
  },
  'firm-code-invalid': {
    what: '统一社会信用代码不正确。',
    why: '{problem}',
    next: '请核对营业执照；确认无误可勾选“确认保留”。',
  },
  'firm-code-taken': {
    what: '统一社会信用代码已被使用。',
    why: '台账中“{name}”已登记此代码。',
    next: '请打开该企业核对，不要重复建档。',
  },
  'firm-name-missing': {
    what: '缺少企业名称。',
    why: '企业名称是必填项。',
    next: '请填写营业执照上的全称。',
  },
  'demo-present': {
    what: '示例数据已经载入。',
    why: '台账里已有示例企业。',
    next: '如需重来，请先移除示例数据。',
  },
  'demo-in-use': {
    what: '示例数据没有移除。',
    why: '有 {count} 家示例企业收到了导入名册的内容，移除会一并丢掉它们。',
    next: '请先在导入记录中撤销所列导入，再移除示例数据。',
  },
  'pool-refused': {
    what: '培育库登记没有完成。',
    why: '{problem}。',
    next: '请按提示调整名单、日期或原因后再试。台账没有改动。',
  },
  'evaluation-refused': {
    what: '年度评价没有改动。',
    why: '{problem}。',
    next: '请按提示处理后再试。台账没有改动。',
  },
  'project-refused': {
    what: '项目没有保存。',
    why: '{problem}',
    next: '请按提示改正后重新保存。',
  },
  'project-twice': {
    what: '项目没有保存。',
    why: '该企业已有同类同名项目“{name}”。',
    next: '请打开原项目修改，不要重复建项；确属不同项目的请改用不同名称。',
  },
  'claim-twice': {
    what: '同一事由不能重复兑现。',
    why: '“{ground}”已有兑现事项第 {id} 号，{on}立项，当前为“{state}”。',
    next: '请打开第 {id} 号事项办理；原事项撤回后才能重新立项。',
  },
  'claim-order': {
    what: '办理顺序不对，没有改动。',
    why: '{problem}',
    next: '请刷新后按当前步骤办理。',
  },
  'claim-refused': {
    what: '这一步没有办成，没有改动。',
    why: '{problem}',
    next: '请按提示补正后重新办理。',
  },
  'claim-nothing': {
    what: '没有可以立项的事由。',
    why: '所选事由不存在、不符合条款，或资料不全。',
    next: '请刷新测算清单后重新选择。',
  },
  'batch-refused': {
    what: '批次操作没有完成，没有改动。',
    why: '{problem}',
    next: '请按提示处理后重试。',
  },
  'plan-refused': {
    what: '一企一策没有保存。',
    why: '{problem}。',
    next: '请按提示改正后再试。台账没有改动。',
  },
  'service-refused': {
    what: '服务专员没有登记。',
    why: '{problem}。',
    next: '按提示改正后再试。',
  },
  'goal-refused': {
    what: '目标分解没有保存。',
    why: '{problem}。',
    next: '请改到合计不少于全区目标后再保存。台账没有改动。',
  },
  'park-refused': {
    what: '平台载体没有保存。',
    why: '{problem}。',
    next: '按提示改正后再试。台账没有改动。',
  },
  'attachment-refused': {
    what: '附件没有登记。',
    why: '{problem}。',
    next: '按提示改正后再试。台账没有改动。',
  },
  'attachment-lost': {
    what: '附件 {file} 打不开。',
    why: '它的内容已不在台账旁边的附件文件夹里，或与登记时不同，备份里也没有完好的一份。',
    next: '请找回“-files”文件夹，或删除后重新登记；其他附件不受影响。',
  },
  'attachment-unopened': {
    what: '附件 {file} 没有打开。',
    why: '这台电脑没有能打开它的程序，或系统拒绝打开。',
    next: '请用“另存为”存到别处，再用合适的程序打开。',
  },
  'task-refused': {
    what: '任务进展没有登记。',
    why: '{problem}。',
    next: '按提示改正后再试。',
  },
  'visit-refused': {
    what: '走访没有登记。',
    why: '{problem}。',
    next: '按提示改正后再试。',
  },
  'request-refused': {
    what: '诉求没有登记。',
    why: '{problem}。',
    next: '按提示改正后再试。',
  },
  'chain-refused': {
    what: '产业链图谱没有保存。',
    why: '{problem}。',
    next: '请按提示改正后再试。台账没有改动。',
  },
  'merge-refused': {
    what: '没有合并。',
    why: '{problem}。',
    next: '请按提示办完后再合并。台账没有改动。',
  },
  'split-refused': {
    what: '没有拆分。',
    why: '{problem}。',
    next: '请按提示改正后再拆分。台账没有改动。',
  },
  'move-refused': {
    what: '没有登记。',
    why: '{problem}。',
    next: '请核对事项和日期；登记错的先在历史中撤销。台账没有改动。',
  },
  'report-unsound': {
    what: '报表没有生成。',
    why: '“{table}”的“{column}”合计 {total} 与各行相加 {sum} 不符，这样的报表不能用。',
    next: '请在“设置”里做台账校验，并把诊断信息交给维护人员。台账没有改动。',
  },
  'report-empty': {
    what: '没有可以打印的内容。',
    why: '所选年度没有数据。',
    next: '请换一个年度，或先导入名册。',
  },
  'print-failed': {
    what: '报表没有生成。',
    why: '{problem}',
    next: '请重试；仍失败时改为导出 Excel 后打印。',
  },
  usage: { what: '命令用法不对。', why: '{problem}', next: '用 --help 查看全部命令。' },
};

/** Fills the text of a failure with its parameters; a missing parameter reads 未知 rather than a brace. */
export function errorText(failure: Pick<Failure, 'code' | 'params' | 'id'>): ErrorText {
  const values: Readonly<Record<string, string | number>> = { ...failure.params, id: failure.id };
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '未知'));
  const text = errorTexts[failure.code];
  return { what: fill(text.what), why: fill(text.why), next: fill(text.next) };
}

/** The whole text on one line, for the command line and notices. */
export function errorLine(failure: Pick<Failure, 'code' | 'params' | 'id'>): string {
  const text = errorText(failure);
  return `${text.what}${text.why}${text.next}`;
}
