/**
 * Hides the middle of a phone number (个人信息默认脱敏): the first three and last four signs stay,
 * shorter texts keep only their last two. `null` stays 未填.
 */
export function maskPhone(phone: string | null): string | null {
  if (phone === null) return null;
  const signs = [...phone];
  if (signs.length < 8) return '*'.repeat(Math.max(0, signs.length - 2)) + signs.slice(-2).join('');
  return `${signs.slice(0, 3).join('')}${'*'.repeat(signs.length - 7)}${signs.slice(-4).join('')}`;
}

/** Hides names of persons but their first sign: 张三、李四 becomes 张*、李*. `null` stays 未填. */
export function maskName(names: string | null): string | null {
  if (names === null) return null;
  return names
    .split(/([、,，;；/\s]+)/)
    .map((part, index) => (index % 2 === 1 ? part : hideRest([...part])))
    .join('');
}

function hideRest([first, ...rest]: readonly string[]): string {
  return first === undefined ? '' : first + '*'.repeat(Math.max(1, rest.length));
}

/** Whether a text went through one of the masks above: it says nothing that could be stored. */
export function isMasked(text: string): boolean {
  return /[*＊]{2}|^[^\s*＊][*＊]|^[*＊]\d|\d[*＊]\d/u.test(text.trim());
}

/** Hides a bank account but for its last four figures. */
export function maskAccount(account: string): string {
  return `${'*'.repeat(Math.max(0, account.length - 4))}${account.slice(-4)}`;
}
