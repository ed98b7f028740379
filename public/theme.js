// Applies the chosen theme before the first paint. A file of its own because the page's policy forbids inline scripts.
// Without a choice the page follows the system.
try {
  const theme = localStorage.getItem('mlag-studio:theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage may be forbidden; the system's theme is fine.
}
