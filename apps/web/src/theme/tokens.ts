import { theme, type ThemeConfig } from 'antd';

const { compactAlgorithm, darkAlgorithm, defaultAlgorithm } = theme;

/** Where antd's own text colours fall below 4.5:1 (WCAG 2.2, 1.4.3), they are raised. */
const LIGHT = {
  colorPrimary: '#0b5fc4',
  colorPrimaryHover: '#0a53ab',
  colorInfo: '#0b5fc4',
  colorLink: '#0b5fc4',
  colorLinkHover: '#0a53ab',
  colorError: '#c9252b',
  colorErrorHover: '#a91e23',
  colorSuccess: '#237b1e',
  colorSuccessBg: '#edf7ec',
  colorWarning: '#a85b00',
  colorWarningBg: '#fff5e2',
  colorWarningBorder: '#e3b878',
  colorTextTertiary: 'rgba(0, 0, 0, 0.62)',
  colorTextDescription: 'rgba(0, 0, 0, 0.62)',
  colorTextPlaceholder: 'rgba(0, 0, 0, 0.58)',
  colorTextDisabled: 'rgba(0, 0, 0, 0.58)',
  colorTextQuaternary: 'rgba(0, 0, 0, 0.5)',
};

/** In the dark, colours are bright enough to be read as text; so what stands on them is dark. */
const DARK = {
  colorPrimary: '#6aaaf5',
  colorPrimaryBg: '#15243a',
  colorPrimaryBgHover: '#17273f',
  colorInfo: '#6aaaf5',
  colorLink: '#8ec0ff',
  colorLinkHover: '#b3d5ff',
  colorError: '#ff7f7c',
  colorTextTertiary: 'rgba(255, 255, 255, 0.62)',
  colorTextDescription: 'rgba(255, 255, 255, 0.62)',
  colorTextPlaceholder: 'rgba(255, 255, 255, 0.56)',
  colorTextDisabled: 'rgba(255, 255, 255, 0.56)',
  colorTextQuaternary: 'rgba(255, 255, 255, 0.5)',
};

/**
 * The portal's look as antd tokens: one accent colour, compact.
 * @param look `isStill`: without motion
 */
export function themeConfig({ isDark, isStill }: { isDark: boolean; isStill: boolean }): ThemeConfig {
  return {
    algorithm: [isDark ? darkAlgorithm : defaultAlgorithm, compactAlgorithm],
    token: { ...(isDark ? DARK : LIGHT), borderRadius: 6, motion: !isStill },
    components: {
      Table: { cellPaddingInlineSM: 10 },
      ...(isDark && { Button: { primaryColor: '#141414', dangerColor: '#141414' } }),
    },
    cssVar: { key: 'portal' },
    hashed: false,
  };
}
