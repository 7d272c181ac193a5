/** Colours of one chart; shapes and dashes say the same without them. */
export type ChartColours = {
  readonly target: string;
  readonly actual: string;
  readonly text: string;
  readonly quiet: string;
  readonly grid: string;
};

/** On screen: an orange path and a blue line, told apart by every kind of colour vision. */
export const screenColours: ChartColours = {
  target: '#B35900',
  actual: '#1F4E9E',
  text: '#1B2430',
  quiet: '#566173',
  grid: '#E3E8F0',
};

/** On paper: black only. */
export const monoColours: ChartColours = {
  target: '#000000',
  actual: '#000000',
  text: '#000000',
  quiet: '#000000',
  grid: '#CCCCCC',
};
