import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '#renderer/ui/tokens.css';
import '#renderer/ui/ui.css';
import '#renderer/ui/figures-table.css';
import './app.css';
import { Providers } from './providers.tsx';

dayjs.locale('zh-cn');

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no root element');
createRoot(root).render(
  <StrictMode>
    <Providers />
  </StrictMode>,
);
