// Light or dark: as the system says, until the reader chooses.

const NAME = 'multichat.theme';
const NEXT = { system: 'light', light: 'dark', dark: 'system' };

/** The chosen theme: `system`, `light` or `dark`. */
export function theme() {
  const chosen = localStorage.getItem(NAME);
  return chosen in NEXT ? chosen : 'system';
}

/** Shows the chosen theme. */
export function applyTheme() {
  document.documentElement.dataset.theme = theme();
}

/** Chooses the next theme and returns it. */
export function nextTheme() {
  localStorage.setItem(NAME, NEXT[theme()]);
  applyTheme();
  return theme();
}
