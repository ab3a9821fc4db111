import { Component, type ReactNode } from 'react';

interface State {
  readonly failed: boolean;
}

/** Emoji that could not be fetched are no reason to lose the conversation around them. */
export class EmojiBoundary extends Component<{ readonly children: ReactNode }, State> {
  override readonly state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <p role="alert" className="m-auto p-6 text-center text-body text-quiet">
        Emoji didn’t load. Check your connection and open this again.
      </p>
    );
  }
}
