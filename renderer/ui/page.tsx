import type { ReactNode } from 'react';

type Props = {
  readonly title: string;
  /** One sentence of state in words, such as 在库 512 家，3 家即将到期。 */
  readonly state?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** A page: its title, its state in words, its main action on the right, its content. */
export function Page({ title, state, actions, children }: Props) {
  return (
    <div className="page">
      <header className="page-head">
        <div className="page-head-text">
          <h1>{title}</h1>
          {state === undefined ? null : <div className="page-state">{state}</div>}
        </div>
        {actions === undefined ? null : <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
