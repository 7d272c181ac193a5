import { Alert } from 'antd';
import { useMemo } from 'react';

/** Fonts of official papers by their names on Windows, WPS and Linux; one name of each is enough. */
const officialFonts: readonly { readonly label: string; readonly names: readonly string[] }[] = [
  { label: '小标宋（标题）', names: ['方正小标宋简体', '方正小标宋_GBK', 'FZXiaoBiaoSong-B05S'] },
  { label: '仿宋（正文）', names: ['仿宋_GB2312', 'FangSong', '仿宋'] },
  { label: '黑体（一级标题）', names: ['SimHei', '黑体'] },
  { label: '楷体（二级标题）', names: ['楷体_GB2312', 'KaiTi', '楷体'] },
];

/** Letters whose widths differ from font to font; Chinese signs are as wide in all. */
const sample = 'mmWWiill019';

/** Says before printing which official fonts this computer lacks; nothing when all are there. */
export function FontNotice() {
  const missing = useMemo(
    () => officialFonts.filter(({ names }) => !names.some(isInstalled)).map(({ label }) => label),
    [],
  );
  if (missing.length === 0) return null;
  return (
    <Alert
      type="info"
      showIcon
      className="reports-fonts"
      title={`本机没有${missing.join('、')}，预览和打印以相近字体代替。`}
      description="报送正式件前请安装这些字体；Word 文件里写的是公文字体，在装有它们的电脑上打开即可。"
    />
  );
}

/** A font that is not there leaves the text as wide as its stand-in, whichever that is. */
function isInstalled(name: string): boolean {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return true;
  const widthIn = (family: string) => {
    context.font = `72px ${family}`;
    return context.measureText(sample).width;
  };
  return ['monospace', 'serif'].some((standIn) => widthIn(`"${name}", ${standIn}`) !== widthIn(standIn));
}
