import { type Chance, createChance } from './chance.ts';
import { type InventedFirm, inventFirms } from './invented-firms.ts';
import type { Merge, MessySheet, MessyValue } from './messy-sheet.ts';
import { spell } from './messy-values.ts';

/** What a row of a messy roster means; absent values are unknown, not empty. */
export type RowTruth = {
  readonly row: number;
  readonly name: string;
  readonly code: string | null;
  readonly streetId: string | null;
  readonly registeredOn: string | null;
  readonly registeredCapital: number | null;
  readonly contactPhone: string | null;
  readonly formerName: string | null;
  /** The row says again what an earlier one said. */
  readonly repeats: boolean;
};

/** A roster as a street office would send it, with the right answer. */
export type MessyRoster = {
  readonly seed: number;
  readonly sheets: readonly MessySheet[];
  /** By sheet, the rows of data from the top. */
  readonly truth: readonly (readonly RowTruth[])[];
  /** What was done to it, for the message of a failing test. */
  readonly traits: readonly string[];
};

type Unit = '元' | '万元' | '亿元' | null;
type ColumnKey =
  | 'number'
  | 'name'
  | 'code'
  | 'street'
  | 'day'
  | 'capital'
  | 'contact'
  | 'phone'
  | 'product'
  | 'extra'
  | 'remark';

const headers: Readonly<Record<ColumnKey, readonly string[]>> = {
  number: ['序号', '编号', '序 号'],
  name: ['企业名称', '单位名称', '企业全称', '公司名称', '*企业名称', '企业\n名称', '企业名称（全称）'],
  code: ['统一社会信用代码', '社会信用代码', '统一社会信用代码（18位）', '信用代码', '统一社会\n信用代码'],
  street: ['所属街道', '属地街道', '街道', '所属街道/平台', '属地'],
  day: ['成立时间', '注册日期', '成立日期', '注册时间'],
  capital: ['注册资本', '注册资金'],
  contact: ['联系人', '企业联系人', '联系人姓名'],
  phone: ['联系电话', '手机号码', '联系方式', '联系人手机', '电话'],
  product: ['主导产品', '主营产品', '主要产品'],
  extra: ['是否高企', '上年度用电量', '楼宇'],
  remark: ['备注'],
};

/** A messy list of firms; the same seed gives the same roster. */
export function messyRoster(seed: number): MessyRoster {
  const chance = createChance(seed);
  const traits: string[] = [];
  const sheetCount = chance.percent(25) ? 2 + chance.below(2) : 1;
  if (sheetCount > 1) traits.push('几张工作表');
  const sheets: MessySheet[] = [];
  const truth: (readonly RowTruth[])[] = [];
  for (let sheet = 0; sheet < sheetCount; sheet += 1) {
    const firms = inventFirms(chance, 4 + chance.below(14), 10_000 * (seed % 90) + sheet * 100);
    const made = new SheetMaker(chance, firms, traits).make(`表${sheet + 1}`);
    sheets.push(made.sheet);
    truth.push(made.truth);
  }
  return { seed, sheets, truth, traits };
}

class SheetMaker {
  readonly #chance: Chance;
  readonly #firms: readonly InventedFirm[];
  readonly #traits: string[];
  readonly #rows: MessyValue[][] = [];
  readonly #merges: Merge[] = [];
  readonly #hidden = new Set<number>();
  readonly #truth: RowTruth[] = [];
  readonly #columns: readonly ColumnKey[];
  readonly #unit: Unit;
  readonly #unitIn: 'header' | 'line' | 'cells';
  readonly #streets: 'each' | 'merged' | 'first' | 'none';

  constructor(chance: Chance, firms: readonly InventedFirm[], traits: string[]) {
    this.#chance = chance;
    this.#traits = traits;
    const streets = chance.pick(['each', 'each', 'merged', 'first', 'none'] as const);
    const distinct = new Set(firms.map((firm) => firm.street.id)).size;
    // Named only in the first row of its group: no street office does that where nearly every row has another one.
    this.#streets = streets === 'first' && distinct > 0.6 * firms.length ? 'each' : streets;
    this.#firms =
      this.#streets === 'each' ? firms : [...firms].sort((a, b) => (a.street.id < b.street.id ? -1 : 1));
    this.#columns = this.#drawColumns();
    this.#unitIn = chance.pick(['header', 'line', 'cells'] as const);
    this.#unit = this.#unitIn === 'cells' ? null : chance.pick(['元', '万元', '亿元'] as const);
  }

  make(name: string): { readonly sheet: MessySheet; readonly truth: readonly RowTruth[] } {
    this.#above();
    this.#header();
    this.#body();
    this.#below();
    return {
      sheet: { name, rows: this.#rows, merges: this.#merges, hiddenRows: this.#hidden },
      truth: this.#truth,
    };
  }

  #drawColumns(): readonly ColumnKey[] {
    const { percent, shuffle } = this.#chance;
    const others: ColumnKey[] = ['code'];
    if (this.#streets !== 'none') others.push('street');
    for (const key of ['day', 'capital', 'contact', 'phone', 'product', 'extra', 'remark'] as const) {
      if (percent(65)) others.push(key);
    }
    const middle = percent(40) ? shuffle<ColumnKey>(['name', ...others]) : (['name', ...others] as const);
    return percent(80) ? ['number', ...middle] : middle;
  }

  #trait(name: string, share: number): boolean {
    const has = this.#chance.percent(share);
    if (has) this.#traits.push(name);
    return has;
  }

  /** A line across the table, in a merged cell or in the first one. */
  #line(text: string): void {
    this.#rows.push([text]);
    const row = this.#rows.length;
    if (this.#chance.percent(50))
      this.#merges.push({ top: row, left: 1, bottom: row, right: this.#columns.length });
  }

  #above(): void {
    if (this.#trait('标题', 75)) this.#line('某街道重点企业基本情况表');
    if (this.#trait('填报单位', 40)) {
      this.#rows.push(['填报单位（盖章）：', null, null, '填报人：张三', null, '联系电话：0571-88880000']);
    }
    if (this.#trait('空行在上', 15)) this.#rows.push([]);
    if (this.#unitIn === 'line')
      this.#rows.push([...Array<null>(this.#columns.length - 1).fill(null), `单位：${this.#unit}`]);
  }

  #header(): void {
    const texts = this.#columns.map((key) => this.#headerText(key));
    const contact = this.#columns.indexOf('contact');
    const twoLevels = contact >= 0 && this.#columns[contact + 1] === 'phone' && this.#trait('两层表头', 60);
    if (!twoLevels) {
      this.#rows.push(texts);
      return;
    }
    const upper = texts.map((text, index) =>
      index === contact ? '联系信息' : index === contact + 1 ? null : text,
    );
    this.#rows.push(
      upper,
      texts.map((text, index) => (index === contact || index === contact + 1 ? text : null)),
    );
    const row = this.#rows.length;
    this.#merges.push({ top: row - 1, left: contact + 1, bottom: row - 1, right: contact + 2 });
    for (const index of texts.keys()) {
      if (index !== contact && index !== contact + 1)
        this.#merges.push({ top: row - 1, left: index + 1, bottom: row, right: index + 1 });
    }
  }

  #headerText(key: ColumnKey): string {
    const text = this.#chance.pick(headers[key]);
    if (key !== 'capital' || this.#unitIn !== 'header') return text;
    return this.#chance.pick([
      `${text}（${this.#unit}）`,
      `${text}(${this.#unit})`,
      `${text}\n（单位：${this.#unit}）`,
      `${text} (${this.#unit}人民币)`,
    ]);
  }

  #body(): void {
    const subtotals = this.#streets !== 'none' && this.#trait('小计', 30);
    const start = this.#rows.length + 1;
    let groupStart = start;
    for (const [index, firm] of this.#firms.entries()) {
      const before = this.#firms[index - 1];
      if (before !== undefined && before.street.id !== firm.street.id && this.#streets !== 'each') {
        this.#closeGroup(groupStart);
        if (subtotals)
          this.#rows.push(
            this.#columns.map((key) => (key === 'name' ? '小 计' : key === 'capital' ? 1 : null)),
          );
        groupStart = this.#rows.length + 1;
      }
      if (index > 0 && this.#streets === 'each' && this.#chance.percent(4)) this.#rows.push([]);
      this.#dataRow(firm, index, this.#rows.length + 1 === groupStart);
    }
    this.#closeGroup(groupStart);
  }

  #closeGroup(from: number): void {
    const column = this.#columns.indexOf('street') + 1;
    const to = this.#rows.length;
    if (this.#streets === 'merged' && column > 0 && to > from)
      this.#merges.push({ top: from, left: column, bottom: to, right: column });
  }

  #dataRow(firm: InventedFirm, index: number, firstOfGroup: boolean): void {
    const chance = this.#chance;
    const hasCode = !chance.percent(6);
    const formerName = chance.percent(6) ? `杭州旧名${index}有限公司` : null;
    const phone = spell.phone(chance, firm.mobile);
    const blank = new Set(
      this.#columns.filter(
        (key) => key !== 'name' && key !== 'code' && key !== 'street' && chance.percent(8),
      ),
    );
    const values: Readonly<Record<ColumnKey, MessyValue>> = {
      number: chance.pick<MessyValue>([index + 1, `${index + 1}.`, `${index + 1}、`, index + 3]),
      name:
        formerName === null
          ? spell.name(chance, firm.name)
          : `${firm.name}（原${chance.pick(['', '名：', '名称：'])}${formerName}）`,
      code: hasCode ? spell.code(chance, firm.code) : spell.nothing(chance),
      street: this.#streets === 'each' || firstOfGroup ? firm.street.label : null,
      day: spell.day(chance, firm.registeredOn),
      capital: spell.capital(chance, firm.capitalWan, this.#unit),
      contact: firm.contactName,
      phone: phone.written,
      product: firm.product,
      extra: chance.pick(['是', '否']),
      remark: chance.percent(20) ? '见附件说明' : null,
    };
    this.#rows.push(this.#columns.map((key) => (blank.has(key) ? spell.nothing(chance) : values[key])));
    const row = this.#rows.length;
    if (chance.percent(5)) this.#hidden.add(row);
    const has = (key: ColumnKey) => this.#columns.includes(key) && !blank.has(key);
    this.#truth.push({
      row,
      name: firm.name,
      code: hasCode ? firm.code : null,
      streetId: this.#columns.includes('street') ? firm.street.id : null,
      registeredOn: has('day') ? firm.registeredOn : null,
      registeredCapital: has('capital') ? firm.capitalWan * 1_000_000 : null,
      contactPhone: has('phone') ? phone.means : null,
      formerName,
      repeats: false,
    });
    if (this.#streets === 'each' && hasCode && chance.percent(5)) {
      this.#rows.push([...(this.#rows.at(-1) ?? [])]);
      const again = this.#truth.at(-1);
      if (again !== undefined) this.#truth.push({ ...again, row: this.#rows.length, repeats: true });
    }
  }

  #below(): void {
    if (this.#trait('合计', 40))
      this.#rows.push(
        this.#columns.map((_, index) => (index === 0 ? `合计（${this.#firms.length}家）` : null)),
      );
    if (this.#trait('注', 35))
      this.#line('注：1. 本表由各街道填报；2. 注册资本以营业执照为准，外币按当日汇率折算。');
    if (this.#trait('签字', 35))
      this.#rows.push(['填表人：张三', null, '审核人：李四', null, '填报日期：2025年3月10日']);
  }
}
