import { Component, type ReactNode } from 'react';

interface Props {
  /** What stands in the place of a part that could not be drawn. */
  readonly instead: ReactNode;
  readonly children: ReactNode;
}

/** Keeps the rest of the page where a part of it cannot be loaded; what failed is said by a notice. */
export class Rescue extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.instead : this.props.children;
  }
}
