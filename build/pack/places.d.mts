/** Where a build puts the packed folder, and the executable and resources in it. */
export function packedPlaces(
  output: string,
  options?: { readonly platform?: string; readonly arch?: string },
): { readonly folder: string; readonly executable: string; readonly resources: string };
