/** A count with thousands separators; `—` when it is not known. */
export function countText(value: number | null | undefined): string {
  if (value === null || value === undefined) return '—';
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
