/** A page or an XML workbook saved under an Excel ending, as text in the encoding that it names; nothing for other bytes. */
export function markupText(bytes: Buffer): string | undefined {
  const start = bytes
    .subarray(0, 2048)
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe)/, '')
    .replaceAll('\0', '');
  if (
    !/^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|meta|table|\?xml|workbook|ss:workbook)/i.test(
      start,
    )
  )
    return undefined;
  if (/^\s*<\?xml/i.test(start) && !/<(?:\w+:)?workbook|<html|office:spreadsheet/i.test(start))
    return undefined;
  return decode(bytes, start);
}

function decode(bytes: Buffer, start: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  const named = /(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(/^gb/i.test(named) ? 'gb18030' : named).decode(bytes);
  } catch {
    // A charset that nobody knows: what Chinese systems write by default.
    return new TextDecoder('gb18030').decode(bytes);
  }
}
