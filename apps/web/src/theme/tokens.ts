import { theme, type ThemeConfig } from 'antd';

const { compactAlgorithm, darkAlgorithm, defaultAlgorithm } = theme;

/** Where antd's own text colours fall below 4.5:1 (WCAG 2.2, 1.4.3), they are raised. */
const LIGHT = {
  colorPrimary: '#0b5fc4',
  colorInfo: '#0b5fc4',
  colorLink: '#0b5fc4',
  colorError: '#c9252b',
  colorSuccess: '#237b1e',
  colorWarning: '#a85b00',
  colorTextTertiary: 'rgba(0, 0, 0, 0.62)',
  colorTextDescription: 'rgba(0, 0, 0, 0.62)',
  colorTextPlaceholder: 'rgba(0, 0, 0, 0.58)',
};

const DARK = {
  colorPrimary: '#3f87e0',
  colorInfo: '#3f87e0',
  colorLink: '#6aaaf5',
  colorLinkHover: '#93c3fa',
  colorTextTertiary: 'rgba(255, 255, 255, 0.62)',
  colorTextDescription: 'rgba(255, 255, 255, 0.62)',
  colorTextPlaceholder: 'rgba(255, 255, 255, 0.56)',
};

/**
 * The portal's look as antd tokens: one accent colour, compact.
 * @param look `isStill`: without motion
 */
export function themeConfig({ isDark, isStill }: { isDark: boolean; isStill: boolean }): ThemeConfig {
  return {
    algorithm: [isDark ? darkAlgorithm : defaultAlgorithm, compactAlgorithm],
    token: { ...(isDark ? DARK : LIGHT), borderRadius: 6, motion: !isStill },
    cssVar: { key: 'portal' },
    hashed: false,
  };
}
