/** Levels of government that can pay: 省, 市, 区. */
export const payerLevels = ['province', 'city', 'district'] as const;

/** 省, 市 or 区. */
export type PayerLevel = (typeof payerLevels)[number];

/** Whose money it is, as papers print it. */
export const payerText: Readonly<Record<PayerLevel, string>> = {
  province: '省级',
  city: '市级',
  district: '区级',
};
