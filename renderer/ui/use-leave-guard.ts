import { useEffect, useLayoutEffect, useRef } from 'react';
import { useBlocker } from 'react-router';
import { useConfirm } from './use-confirm.tsx';

type Guard = {
  /** Whether leaving now would lose something. */
  readonly active: boolean;
  readonly title: string;
  /** What would be lost, one sentence a line. */
  readonly lines: readonly string[];
  /** Word of the button that leaves. */
  readonly okText: string;
  /** What to do once the person has agreed to leave. */
  readonly onLeave?: () => void;
};

/** Asks before the person goes to another page while something would be lost. Steps of one page are free. */
export function useLeaveGuard({ active, title, lines, okText, onLeave }: Guard): void {
  const { confirm } = useConfirm();
  const guarding = useRef(active);
  // The router takes a new question over only after the effects that may already leave, so it reads the state itself.
  useLayoutEffect(() => {
    guarding.current = active;
  }, [active]);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      guarding.current && currentLocation.pathname !== nextLocation.pathname,
  );
  const blocked = blocker.state === 'blocked';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is asked once for each attempt to leave
  useEffect(() => {
    if (!blocked) return;
    void confirm({ title, lines, okText }).then((agreed) => {
      if (agreed) {
        onLeave?.();
        blocker.proceed();
      } else {
        blocker.reset();
      }
    });
  }, [blocked]);
}
