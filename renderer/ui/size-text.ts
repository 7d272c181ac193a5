/** Size of a file: `12 KB`, `3.4 MB`. */
export function sizeText(bytes: number): string {
  const megabytes = bytes / 1_048_576;
  return megabytes < 1 ? `${Math.ceil(bytes / 1024)} KB` : `${megabytes.toFixed(1)} MB`;
}
