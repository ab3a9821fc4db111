// Runs before the first paint, so that a chosen theme never flashes. The rest of the appearance is
// applied by src/platform/appearance.ts, which also explains the stored shape.
try {
  const { theme } = JSON.parse(localStorage.getItem('sotto.appearance') ?? '{}');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is off or holds something else: the system's theme it is.
}
