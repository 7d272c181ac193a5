import { GlobalWorkerOptions, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.mjs?url';
import { useEffect, useRef, useState } from 'react';

GlobalWorkerOptions.workerSrc = workerAddress;

/** Width of a page on screen, in pixels; drawn at twice that for sharp text. */
const pageWidth = 820;
const sharpness = 2;

/** The pages of a PDF, drawn as they will be printed. */
export function PdfPages({ bytes }: { readonly bytes: Uint8Array }) {
  const box = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const target = box.current;
    if (target === null) return undefined;
    const stop = new AbortController();
    setFailed(false);
    drawPages(bytes, target, stop.signal).catch(() => {
      if (!stop.signal.aborted) setFailed(true);
    });
    return () => stop.abort();
  }, [bytes]);
  return (
    <>
      {failed ? <p role="alert">预览没有画出来，可直接导出 PDF 查看。</p> : null}
      <div ref={box} className="pdf-pages" />
    </>
  );
}

async function drawPages(bytes: Uint8Array, target: HTMLElement, signal: AbortSignal): Promise<void> {
  // The reader takes its input over, so it gets a copy.
  const pdf = await getDocument({ data: bytes.slice(), isEvalSupported: false }).promise;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    if (signal.aborted) return;
    const page = await pdf.getPage(number);
    const natural = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: (pageWidth / natural.width) * sharpness });
    const canvas = document.createElement('canvas');
    canvas.width = viewport.width;
    canvas.height = viewport.height;
    canvas.className = 'pdf-page';
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', `第 ${number} 页`);
    await page.render({ canvas, viewport }).promise;
    if (signal.aborted) return;
    // The old pages stay until the first new one is there, so that the preview never flashes empty.
    if (number === 1) target.replaceChildren(canvas);
    else target.append(canvas);
  }
}
