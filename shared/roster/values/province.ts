const provinces: ReadonlySet<string> = new Set(
  (
    '河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 ' +
    '内蒙古 广西 西藏 宁夏 新疆 香港 澳门'
  ).split(' '),
);

/** Whether a text names a province that is no city: 浙江, 浙江省, 广西壮族自治区; 北京 and its like are both and do not count. */
export function isProvince(text: string): boolean {
  const name = text.normalize('NFKC').replace(/\s/g, '');
  return provinces.has(name.replace(/(?:省|(?:壮族|回族|维吾尔)?自治区|特别行政区)$/u, ''));
}
