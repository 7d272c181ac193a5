import { BankOutlined, FileOutlined } from '@ant-design/icons';
import { Modal } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { failureOf } from '#renderer/client/api.ts';
import { useApi } from '#renderer/client/use-query.ts';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { SearchBox } from '#renderer/ui/search-box.tsx';
import { useAsOf } from './as-of.tsx';
import { findPages } from './pages.ts';

/** Firms shown at once; the rest is one Enter away in the list. */
const firmsShown = 8;

type Hit = {
  readonly key: string;
  readonly to: string;
  readonly label: string;
  readonly hint: string;
  readonly kind: 'page' | 'firm';
};

type Props = { readonly open: boolean; readonly onClose: () => void };

/** Ctrl+K: finds pages and firms by name, former name, code or initials, and opens one. */
export function GlobalSearch({ open, onClose }: Props) {
  return (
    <Modal
      title="搜索"
      open={open}
      onCancel={onClose}
      footer={null}
      width={640}
      destroyOnHidden
      style={{ top: 64 }}
    >
      <SearchPanel onClose={onClose} />
    </Modal>
  );
}

function SearchPanel({ onClose }: { readonly onClose: () => void }) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const navigate = useNavigate();
  const { hits, failure, settled } = useHits(text);
  const current = hits[Math.min(chosen, hits.length - 1)];

  const open = (hit: Hit) => {
    onClose();
    void navigate(hit.to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLInputElement && !event.nativeEvent.isComposing;
    if (!typing || event.defaultPrevented || hits.length === 0) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setChosen((index) => (Math.min(index, hits.length - 1) + step + hits.length) % hits.length);
    } else if (event.key === 'Enter' && current !== undefined && settled) {
      open(current);
    }
  };

  return (
    <search className="search-panel" onKeyDown={onKeyDown}>
      <SearchBox
        autoFocus
        value={text}
        onSearch={(next) => {
          setText(next);
          setChosen(0);
        }}
        label="搜索企业、页面"
        placeholder="企业名称、曾用名、代码、拼音首字母，或页面名"
      />
      {failure === null ? null : <ErrorPanel failure={failure} />}
      <ul className="search-hits" aria-label="搜索结果">
        {hits.map((hit) => (
          <li key={hit.key}>
            <button
              type="button"
              className={hit === current ? 'search-hit search-hit-current' : 'search-hit'}
              onClick={() => open(hit)}
            >
              <span aria-hidden="true">{hit.kind === 'firm' ? <BankOutlined /> : <FileOutlined />}</span>
              <span className="search-hit-label">{hit.label}</span>
              <span className="quiet figures">{hit.hint}</span>
            </button>
          </li>
        ))}
      </ul>
      {hits.length === 0 && failure === null ? <p className="quiet">没有找到，请换一个词。</p> : null}
      <p className="quiet search-keys">↑ ↓ 选择，Enter 打开，Esc 关闭</p>
    </search>
  );
}

function useHits(text: string) {
  const { asOf } = useAsOf();
  const wanted = text.trim();
  const firms = useApi(
    'firms.search',
    { filter: { text: wanted, asOf }, limit: firmsShown },
    { enabled: wanted !== '', keepPrevious: true },
  );
  const pages = findPages(wanted).map(
    (page): Hit => ({ key: page.to, to: page.to, label: page.label, hint: '页面', kind: 'page' }),
  );
  const rows = wanted === '' ? [] : (firms.data?.rows ?? []);
  const found = rows.map(
    (row): Hit => ({
      key: `firm-${row.id}`,
      to: `/firms/${row.id}`,
      label: row.name,
      hint: row.code ?? '未填代码',
      kind: 'firm',
    }),
  );
  return {
    hits: [...found, ...pages],
    failure: firms.isError ? failureOf(firms.error) : null,
    /** Whether the hits belong to the text: Enter must not open one of an earlier text. */
    settled: !firms.isFetching,
  };
}
