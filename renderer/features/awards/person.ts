let last = '';

/** Who handled the last step in this window: proposed for the next one. */
export function lastPerson(): string {
  return last;
}

/** Remembers who handled a step until the window is closed. */
export function rememberPerson(name: string): void {
  last = name.trim();
}
