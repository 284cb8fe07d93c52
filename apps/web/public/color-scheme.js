// Runs before the first paint, so that a chosen theme does not flash in the system's colours.
try {
  document.documentElement.dataset.theme = localStorage.getItem('portal.theme') || 'system';
} catch {
  document.documentElement.dataset.theme = 'system';
}
