import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { call, failureOf } from '#renderer/client/api.ts';
import { ReportSpecSchema } from '#shared/contract/methods/reports.ts';
import { errorLine } from '#shared/text/error-text.ts';
import { Paper } from './paper.tsx';
import './print.css';

/** Draws the paper that the address names, then tells main that it is ready, or why it cannot be drawn. */
async function main(): Promise<void> {
  const params = new URLSearchParams(location.search);
  const ticket = params.get('ticket') ?? '';
  try {
    const spec = ReportSpecSchema.parse(JSON.parse(params.get('spec') ?? ''));
    const report = await call('reports.get', spec);
    const root = document.getElementById('root');
    if (root === null) throw new Error('report.html has no root element');
    flushSync(() => createRoot(root).render(<Paper report={report} />));
    await document.fonts.ready;
    await call('reports.ready', { ticket, failure: null });
  } catch (error) {
    await call('reports.ready', { ticket, failure: errorLine(failureOf(error)) });
  }
}

void main();
