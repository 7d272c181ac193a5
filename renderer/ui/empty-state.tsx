import type { ReactNode } from 'react';

type Props = {
  readonly title: string;
  /** What this place is for and what to do next. */
  readonly hint: ReactNode;
  readonly action?: ReactNode;
};

/** Nothing here yet: says what the place is for and offers the next step. */
export function EmptyState({ title, hint, action }: Props) {
  return (
    <div className="empty-state">
      <div className="empty-state-title">{title}</div>
      <div className="quiet">{hint}</div>
      {action}
    </div>
  );
}
