// Before anything is painted: the theme that was chosen here, so that no page flashes in the other one.
try {
  const theme = localStorage.getItem('matinee.theme');
  if (theme === 'dark' || theme === 'light') document.documentElement.dataset.theme = theme;
} catch {
  // No storage: the system's theme stays.
}
