import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** Least height of a list: below it the page scrolls instead. */
const leastHeight = 240;
/** Distance of the list from the lower edge of the window. */
const margin = 16;

/**
 * Height between the element's top and the lower edge of the window, less `reserved` pixels: a list that fills
 * the window keeps its foot line in sight. Follows the window and whatever opens or closes above the element.
 */
export function useRoomBelow(reserved: number): [RefObject<HTMLDivElement | null>, number] {
  const ref = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(leastHeight);
  useLayoutEffect(() => {
    const measure = () => {
      const top = ref.current?.getBoundingClientRect().top ?? 0;
      setRoom(Math.max(leastHeight, Math.floor(window.innerHeight - top - reserved - margin)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    for (const sibling of ref.current?.parentElement?.children ?? []) {
      if (sibling !== ref.current) observer.observe(sibling);
    }
    window.addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [reserved]);
  return [ref, room];
}
