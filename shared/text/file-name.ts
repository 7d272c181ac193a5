/** Names that Windows keeps for devices, whatever the ending. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
const longest = 80;

/** A file name without ending that every system takes: no signs of paths or formulas, no device, not too long. */
export function safeFileName(text: string): string {
  const plain = text
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .trim()
    .replace(/^[=+\-@.]+|[. ]+$/gu, '');
  const short = [...plain].slice(0, longest).join('');
  return short === '' || reserved.test(short) ? '导出' : short;
}
