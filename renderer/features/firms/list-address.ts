/**
 * Address of the list a page was opened from, with its conditions, as the list left it in the state of the
 * navigation; the plain list when the page was reached another way.
 */
export function listAddress(state: unknown): string {
  if (state !== null && typeof state === 'object' && 'list' in state && typeof state.list === 'string') {
    return `/firms${state.list}`;
  }
  return '/firms';
}
