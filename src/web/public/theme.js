// Runs before the first paint, so that a chosen theme does not flash. A file, as inline script is not allowed.
try {
  const theme = localStorage.getItem('truceline-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage can be forbidden; the system's theme is fine then.
}
