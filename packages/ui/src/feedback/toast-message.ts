export interface ToastMessage {
  readonly text: string;
  readonly tone?: 'plain' | 'danger';
  readonly action?: { readonly label: string; readonly onAction: () => void };
  readonly durationMs?: number;
  /** Called once when the toast goes without its action: the moment to make an undoable act real. */
  readonly onExpire?: () => void;
}

export interface Toaster {
  show(message: ToastMessage): void;
}
