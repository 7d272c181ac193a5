import { Component, type ReactNode } from 'react';
import { useRouteError } from 'react-router';
import { type Fault, faultOf } from '#renderer/ui/diagnostics.ts';
import { FaultPage } from './fault-page.tsx';

type Props = { readonly children: ReactNode };
type State = { readonly fault: Fault | null };

/** Catches what breaks while drawing, so that a fault shows a page that helps instead of an empty window. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { fault: null };

  static getDerivedStateFromError(thrown: unknown): State {
    return { fault: faultOf(thrown) };
  }

  override render(): ReactNode {
    return this.state.fault === null ? this.props.children : <FaultPage fault={this.state.fault} />;
  }
}

/** The same for one page: the frame around it stays. */
export function RouteFault() {
  return <FaultPage fault={faultOf(useRouteError())} />;
}
