/** Every rule of the project's own lint. */
export const rules: readonly {
  readonly name: string;
  readonly check: (
    path: string,
    text: string,
  ) => readonly { readonly line: number; readonly message: string }[];
}[];
