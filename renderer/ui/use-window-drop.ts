import { useEffect, useState } from 'react';

/**
 * Takes files dropped anywhere on the window, so that one dropped beside a zone is not lost; answers whether files hover
 * over it now.
 */
export function useWindowDrop(busy: boolean, onDrop: (files: readonly File[]) => void): boolean {
  const [hovering, setHovering] = useState(false);
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    window.addEventListener('dragover', (event) => over(event, busy, setHovering), { signal });
    window.addEventListener('dragleave', (event) => event.relatedTarget === null && setHovering(false), {
      signal,
    });
    window.addEventListener(
      'drop',
      (event) => {
        event.preventDefault();
        setHovering(false);
        const files = [...(event.dataTransfer?.files ?? [])];
        if (!busy && files.length > 0) onDrop(files);
      },
      { signal },
    );
    return () => listening.abort();
  }, [busy, onDrop]);
  return hovering;
}

function over(event: DragEvent, busy: boolean, setHovering: (over: boolean) => void): void {
  event.preventDefault();
  const files = event.dataTransfer?.types.includes('Files') === true;
  if (event.dataTransfer) event.dataTransfer.dropEffect = files && !busy ? 'copy' : 'none';
  setHovering(files && !busy);
}
