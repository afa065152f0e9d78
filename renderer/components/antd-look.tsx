/** Ant Design in our look (look/README: tokens to antd). Only lazily loaded pages may import this. */
import type { ReactNode } from 'react';
import { App, ConfigProvider, type ThemeConfig } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useTranslation } from 'react-i18next';
import './antd-look.css';

const style = getComputedStyle(document.documentElement);
const token = (name: string) => style.getPropertyValue(`--mb-${name}`).trim();
const accent = { base: token('accent'), deep: token('accent-deep'), soft: token('accent-soft') };
const focusRing = `0 0 0 2px ${token('focus')}`;
const fieldFocus = { activeBorderColor: token('focus'), activeShadow: focusRing, hoverBorderColor: token('line-control') };

const theme: ThemeConfig = {
  token: {
    colorBgLayout: token('ground'), colorBgContainer: token('surface'), colorBgElevated: token('surface'),
    colorText: token('ink'), colorTextSecondary: token('muted'), colorTextTertiary: token('muted'), colorTextDescription: token('muted'), colorTextPlaceholder: token('muted'),
    colorBorderSecondary: token('line'), colorBorder: token('line-control'),
    colorPrimary: accent.base, colorPrimaryHover: accent.deep, colorPrimaryActive: accent.deep, colorPrimaryBg: accent.soft, colorPrimaryBgHover: accent.soft,
    colorPrimaryBorder: token('focus'), colorPrimaryBorderHover: token('focus'), lineWidthFocus: 2,
    colorError: accent.base, colorErrorHover: accent.deep, colorErrorActive: accent.deep, colorErrorBg: accent.soft, colorErrorBorder: accent.base,
    colorSuccess: token('positive'), colorSuccessBg: token('positive-soft'), colorWarning: token('warning'), colorWarningBg: token('warning-soft'),
    colorInfo: token('info'), colorInfoBg: token('info-soft'), colorLink: token('info'), colorLinkHover: token('info'), colorLinkActive: token('info'),
    controlItemBgActive: accent.soft, controlItemBgActiveHover: accent.soft, controlItemBgHover: token('hover'),
    borderRadius: 2, borderRadiusSM: 2, borderRadiusLG: 3, borderRadiusXS: 2,
    fontFamily: token('font'), fontSize: 14, fontSizeSM: 12, fontWeightStrong: 700,
    controlHeight: 32, controlHeightLG: 48, boxShadow: 'none', boxShadowSecondary: 'none', boxShadowTertiary: 'none', motion: false,
  },
  components: {
    Table: {
      headerBg: token('ground-deep'), headerColor: token('ink-2'), borderColor: token('line'), rowHoverBg: token('hover'), rowSelectedBg: accent.soft, rowSelectedHoverBg: accent.soft,
      cellFontSizeSM: 13, cellPaddingBlockSM: 7, cellPaddingInlineSM: 8, headerSplitColor: 'transparent', headerBorderRadius: 0,
    },
    Segmented: { trackBg: token('ground-deep') },
    Layout: { siderBg: token('ground-deep') },
    Checkbox: { colorPrimary: token('ink-2'), colorPrimaryHover: token('ink') },
    Card: { colorBorderSecondary: token('line-strong') },
    Input: fieldFocus,
    InputNumber: fieldFocus,
    Select: { hoverBorderColor: token('line-control'), activeBorderColor: token('focus'), activeOutlineColor: token('focus'), optionSelectedBg: accent.soft },
    DatePicker: fieldFocus,
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
  },
};

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

/** Gives Ant Design's parts below it our tokens, the language of the window and the page's nonce. */
export function AntdLook({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const english = i18n.language === 'en';
  dayjs.locale(english ? 'en' : 'zh-cn');
  return (
    <ConfigProvider theme={theme} locale={english ? enUS : zhCN} csp={{ nonce }} componentSize="middle" wave={{ disabled: true }}>
      <App component={false}>{children}</App>
    </ConfigProvider>
  );
}
