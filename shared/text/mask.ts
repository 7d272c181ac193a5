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
