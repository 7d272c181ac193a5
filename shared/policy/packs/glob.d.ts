/** The one thing of Vite that shared code uses: texts of files bundled with the program. */
interface ImportMeta {
  glob(
    patterns: string | string[],
    options: { readonly query: '?raw'; readonly import: 'default'; readonly eager: true },
  ): Record<string, string>;
}
