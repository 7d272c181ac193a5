import { useEffect, useRef } from 'react';

type Actions = {
  readonly search: () => void;
  readonly help: () => void;
  readonly newFirm: () => void;
  readonly print: () => void;
  readonly refresh: () => void;
};

/** One line of the help for each shortcut of the whole application. */
export const shortcutLines: readonly { readonly keys: string; readonly text: string }[] = [
  { keys: 'Ctrl+K', text: '搜索企业、页面' },
  { keys: 'Ctrl+F', text: '到本页的搜索框' },
  { keys: 'Ctrl+N', text: '新增企业' },
  { keys: 'Ctrl+S', text: '保存正在编辑的表单' },
  { keys: 'Ctrl+P', text: '到报表打印' },
  { keys: 'F5', text: '刷新本页数据' },
  { keys: 'Esc', text: '关闭对话框、抽屉' },
  { keys: 'F1', text: '打开帮助' },
];

/** Which action a key stroke asks for; nothing for ordinary typing and while an input method is composing. */
function actionOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'>,
): keyof Actions | 'focusSearch' | undefined {
  if (event.isComposing || event.altKey || event.shiftKey) return undefined;
  const control = event.ctrlKey || event.metaKey;
  if (!control) return event.key === 'F1' ? 'help' : event.key === 'F5' ? 'refresh' : undefined;
  switch (event.key.toLowerCase()) {
    case 'k':
      return 'search';
    case 'f':
      return 'focusSearch';
    case 'n':
      return 'newFirm';
    case 'p':
      return 'print';
    case 'r':
      return 'refresh';
    default:
      return undefined;
  }
}

/** Listens to the shortcuts of the whole application. A page that uses one for itself prevents its default. */
export function useShortcuts(actions: Actions): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const action = actionOf(event);
      if (action === undefined) return;
      event.preventDefault();
      if (action === 'focusSearch') focusPageSearch();
      else latest.current[action]();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** Puts the cursor into the search box of the page, if it has one. */
function focusPageSearch(): void {
  const box = document.querySelector<HTMLInputElement>('main input[data-search-box]');
  box?.focus();
  box?.select();
}
