import { createContext, useContext } from 'react';
import type { FontSize, fontSizes } from '#renderer/ui/theme.ts';

type FontSizeChoice = {
  readonly fontSize: FontSize;
  readonly setFontSize: (fontSize: FontSize) => void;
};

/** The size of type of the whole application. */
export const FontSizeContext = createContext<FontSizeChoice | null>(null);

/** The size of type and how to change it. */
export function useFontSize(): FontSizeChoice {
  const choice = useContext(FontSizeContext);
  if (choice === null) throw new Error('useFontSize needs the providers around it');
  return choice;
}

const storageKey = 'fontSize';

/** The size remembered on this computer; 标准 when there is none. */
export function readFontSize(): FontSize {
  const text = localStorage.getItem(storageKey);
  if (text === 'large' || text === 'largest') return text;
  return 'standard';
}

/** Remembers the size on this computer. */
export function rememberFontSize(fontSize: FontSize): void {
  localStorage.setItem(storageKey, fontSize);
}

/** All sizes in order. */
export const fontSizeNames = [
  'standard',
  'large',
  'largest',
] as const satisfies readonly (keyof typeof fontSizes)[];
