/** Whether this device has a place of its own to share to. */
export function canShare(): boolean {
  return 'share' in navigator;
}

/** Hands an address to the device's own choice of apps. */
export function shareAddress(url: string): void {
  // NOTE: whoever closes the choice without choosing has changed their mind, nothing more.
  navigator.share({ url }).catch(() => undefined);
}
