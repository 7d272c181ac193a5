import type { ThemeConfig } from 'antd';

/** Sizes of type a person can choose, by name. */
export const fontSizes = { standard: 14, large: 16, largest: 18 } as const;
/** 标准, 大 or 特大. */
export type FontSize = keyof typeof fontSizes;
/** Word of each size. */
export const fontSizeWords: Readonly<Record<FontSize, string>> = {
  standard: '标准',
  large: '大',
  largest: '特大',
};

/** Colours of the interface; `tokens.css` holds the same ones for plain styles. */
const colours = {
  primary: '#1F4E9E',
  success: '#1F7A3D',
  warning: '#8F5A00',
  error: '#B3261E',
  text: '#1B2430',
  quiet: '#566173',
  border: '#D5DBE5',
  canvas: '#F3F5F9',
} as const;

const fontFamily =
  '"Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';

/** Ant Design in the colours and sizes of this application; `motion` off where the system asks for calm. */
export function themeOf(fontSize: FontSize, motion: boolean): ThemeConfig {
  return {
    token: {
      colorPrimary: colours.primary,
      colorInfo: colours.primary,
      colorLink: colours.primary,
      colorSuccess: colours.success,
      colorWarning: colours.warning,
      colorError: colours.error,
      // Light grounds of the states: what the library derives from dark colours is muddy.
      colorInfoBg: '#EAF1FB',
      colorInfoBorder: '#B9CDEB',
      colorSuccessBg: '#E7F4EB',
      colorSuccessBorder: '#B5DBC2',
      colorWarningBg: '#FFF5E0',
      colorWarningBorder: '#F0D49B',
      colorErrorBg: '#FDECEA',
      colorErrorBorder: '#F3BDB8',
      colorTextBase: colours.text,
      colorTextSecondary: colours.quiet,
      colorTextTertiary: colours.quiet,
      colorTextDescription: colours.quiet,
      colorTextPlaceholder: '#6B7686',
      colorBorder: '#B8C1D0',
      colorBorderSecondary: colours.border,
      colorBgLayout: colours.canvas,
      borderRadius: 4,
      fontFamily,
      fontSize: fontSizes[fontSize],
      motion,
      motionDurationFast: '0.08s',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.15s',
    },
    components: {
      Table: {
        headerBg: '#EAEFF7',
        headerSplitColor: colours.border,
        cellPaddingBlock: 10,
        rowHoverBg: '#F3F6FB',
        rowSelectedBg: '#E6EDF8',
        rowSelectedHoverBg: '#DBE5F4',
      },
      Modal: { titleFontSize: fontSizes[fontSize] + 2 },
    },
  };
}
