import { FontSizeOutlined, QuestionCircleOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { refreshAll } from '#renderer/client/query-client.ts';
import { fontSizeWords } from '#renderer/ui/theme.ts';
import { useDistrict } from './as-of.tsx';
import { AsOfSwitch } from './as-of-switch.tsx';
import { fontSizeNames, useFontSize } from './font-size.ts';
import { GlobalSearch } from './global-search.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { JobTray } from './job-tray.tsx';
import { useShortcuts } from './use-shortcuts.ts';

/** The bar above every page: district, day, search, running work, size of type, help. */
export function TopBar() {
  const district = useDistrict();
  const navigate = useNavigate();
  const [searching, setSearching] = useState(false);
  const [helping, setHelping] = useState(false);
  useShortcuts({
    search: () => setSearching(true),
    help: () => setHelping(true),
    newFirm: () => void navigate('/firms/new'),
    print: () => void navigate('/reports'),
    refresh: () => void refreshAll(),
  });
  return (
    <header className="top-bar">
      <div className="top-bar-name">
        <strong>梯度131</strong>
        <span className="top-bar-district">{district.districtName}</span>
      </div>
      <AsOfSwitch />
      <Button className="top-bar-search" icon={<SearchOutlined />} onClick={() => setSearching(true)}>
        搜索企业、页面<kbd>Ctrl+K</kbd>
      </Button>
      <div className="top-bar-right">
        <JobTray />
        <FontSizeButton />
        <Button
          type="text"
          icon={<QuestionCircleOutlined />}
          title="帮助（F1）"
          onClick={() => setHelping(true)}
        >
          帮助
        </Button>
      </div>
      <GlobalSearch open={searching} onClose={() => setSearching(false)} />
      <HelpDialog open={helping} onClose={() => setHelping(false)} />
    </header>
  );
}

function FontSizeButton() {
  const { fontSize, setFontSize } = useFontSize();
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [fontSize],
        items: fontSizeNames.map((key) => ({ key, label: `字号：${fontSizeWords[key]}` })),
        onClick: ({ key }) => {
          const chosen = fontSizeNames.find((name) => name === key);
          if (chosen !== undefined) setFontSize(chosen);
        },
      }}
    >
      <Button type="text" icon={<FontSizeOutlined />} aria-label={`字号：${fontSizeWords[fontSize]}`}>
        字号
      </Button>
    </Dropdown>
  );
}
