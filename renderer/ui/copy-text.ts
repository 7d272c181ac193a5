/**
 * Puts a text on the clipboard; false when the system refuses. It goes through a selection, as a person's own
 * copying does: the clipboard permission is denied to pages.
 */
export function copyText(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.setAttribute('readonly', '');
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  return copied;
}
