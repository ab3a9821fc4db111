import { createSubject, type Observable } from '../observable.ts';

/** What the surroundings say about the network and about being seen. */
export interface NetworkWatch {
  /** False when the device knows it has no network. True does not promise a server. */
  readonly online: Observable<boolean>;
  /** False while the page is hidden. */
  readonly visible: Observable<boolean>;
}

/** Follows a browser window. One per page: the listeners live as long as the page. */
export function createBrowserNetworkWatch(view: Window): NetworkWatch {
  const online = createSubject(view.navigator.onLine);
  const visible = createSubject(view.document.visibilityState === 'visible');
  view.addEventListener('online', () => online.set(true));
  view.addEventListener('offline', () => online.set(false));
  view.document.addEventListener('visibilitychange', () =>
    visible.set(view.document.visibilityState === 'visible'),
  );
  // A page being put away is not always told of the change of visibility.
  view.addEventListener('pagehide', () => visible.set(false));
  view.addEventListener('pageshow', () => visible.set(true));
  return { online, visible };
}
