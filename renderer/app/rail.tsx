import {
  AimOutlined,
  ApartmentOutlined,
  BankOutlined,
  CarryOutOutlined,
  ClusterOutlined,
  FileTextOutlined,
  HistoryOutlined,
  HomeOutlined,
  InfoCircleOutlined,
  MenuFoldOutlined,
  MenuUnfoldOutlined,
  MergeCellsOutlined,
  MoneyCollectOutlined,
  ReadOutlined,
  SaveOutlined,
  SettingOutlined,
  ShopOutlined,
  SolutionOutlined,
  SwapOutlined,
  TeamOutlined,
  TrophyOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { NavLink } from 'react-router';
import { mainPages, type PageEntry, systemPages } from './pages.ts';

const groups: readonly (readonly PageEntry[])[] = [
  [mainPages.home],
  [
    mainPages.firms,
    mainPages.duplicates,
    mainPages.titles,
    mainPages.pools,
    mainPages.diagnosis,
    mainPages.plans,
    mainPages.services,
    mainPages.chains,
    mainPages.parks,
    mainPages.imports,
  ],
  [mainPages.awards, mainPages.policy, mainPages.tasks, mainPages.reports],
  systemPages,
];

const icons: Readonly<Record<string, ReactNode>> = {
  '/': <HomeOutlined />,
  '/firms': <BankOutlined />,
  '/titles': <TrophyOutlined />,
  '/pools': <ClusterOutlined />,
  '/diagnosis': <AimOutlined />,
  '/duplicates': <MergeCellsOutlined />,
  '/plans': <SolutionOutlined />,
  '/services': <TeamOutlined />,
  '/chains': <ApartmentOutlined />,
  '/parks': <ShopOutlined />,
  '/imports': <SwapOutlined />,
  '/awards': <MoneyCollectOutlined />,
  '/policy': <ReadOutlined />,
  '/tasks': <CarryOutOutlined />,
  '/reports': <FileTextOutlined />,
  '/system/history': <HistoryOutlined />,
  '/system/backups': <SaveOutlined />,
  '/system/settings': <SettingOutlined />,
  '/system/about': <InfoCircleOutlined />,
};

const storageKey = 'railCollapsed';

/** The left rail: every page there is, in groups; folds to icons, which is remembered. */
export function Rail() {
  const [collapsed, setCollapsed] = useState(() => localStorage.getItem(storageKey) === 'yes');
  const toggle = () => {
    localStorage.setItem(storageKey, collapsed ? 'no' : 'yes');
    setCollapsed(!collapsed);
  };
  return (
    <nav className={collapsed ? 'rail rail-collapsed' : 'rail'} aria-label="主导航">
      {groups.map((pages) => (
        <ul key={pages[0]?.to} className="rail-group">
          {pages.map((page) => (
            <li key={page.to}>
              <RailLink page={page} collapsed={collapsed} />
            </li>
          ))}
        </ul>
      ))}
      <Button
        type="text"
        className="rail-toggle"
        icon={collapsed ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
        aria-label={collapsed ? '展开导航' : '收起导航'}
        aria-expanded={!collapsed}
        onClick={toggle}
      >
        {collapsed ? null : '收起'}
      </Button>
    </nav>
  );
}

function RailLink({ page, collapsed }: { readonly page: PageEntry; readonly collapsed: boolean }) {
  return (
    <NavLink
      to={page.to}
      end={page.to === '/'}
      className="rail-link"
      {...(collapsed ? { title: page.label, 'aria-label': page.label } : {})}
    >
      <span className="rail-icon" aria-hidden="true">
        {icons[page.to]}
      </span>
      {collapsed ? null : <span>{page.label}</span>}
    </NavLink>
  );
}
