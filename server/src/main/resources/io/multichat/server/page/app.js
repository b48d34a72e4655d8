// The page: its bar, its keys, and the view that the address names.

import { button, drawn, element } from './dom.js';
import { bind, listen, showKeys } from './keyboard.js';
import { empty } from './notices.js';
import { address, go, routeOf } from './router.js';
import { applyTheme, nextTheme, theme } from './theme.js';
import { refreshTimes } from './time.js';
import * as conversations from './views/conversations.js';
import * as deadLetters from './views/dead-letters.js';
import * as health from './views/health.js';
import * as search from './views/search.js';
import * as sessions from './views/sessions.js';
import { showConversation, showSession } from './views/transcript.js';

const VIEWS = {
  conversations: { title: 'Conversations', show: conversations.show },
  sessions: { title: 'Sessions', show: sessions.show },
  search: { title: 'Search', show: search.show },
  'dead-letters': { title: 'Dead letters', show: deadLetters.show },
  health: { title: 'Health', show: health.show },
  conversation: { title: 'Conversation', show: showConversation, tab: 'conversations' },
  session: { title: 'Session', show: showSession, tab: 'sessions' },
  nowhere: { title: 'Not found', show: (main) => main.append(empty('This address leads nowhere', 'Choose a view above.')) },
};
// The outlines of the tabs, in a square of 24.
const TABS = {
  conversations: 'M4 5h16v11H9l-5 4z',
  sessions: 'M5 6h14M5 12h14M5 18h9',
  search: 'M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13zM15.500 15.500 21 21',
  'dead-letters': 'M3 6h18v12H3zM3 7l9 6 9-6',
  health: 'M3 13h4l3-8 4 14 3-6h4',
};
const THEME_NAMES = { system: 'Theme: system', light: 'Theme: light', dark: 'Theme: dark' };
const TIMES_MS = 20_000;

const main = document.querySelector('main');
const bar = document.querySelector('.bar');
let shown = { leave: new AbortController(), follow: null };

/** Shows what the address names: another place in the same view, or another view. */
async function show() {
  const route = routeOf(location.hash);
  if (shown.follow?.(route)) {
    return;
  }
  shown.leave.abort();
  const leave = new AbortController();
  shown = { leave, follow: null };
  main.replaceChildren();
  document.querySelectorAll('dialog:not(.key-dialog)').forEach((dialog) => dialog.close());
  const view = VIEWS[route.view];
  document.title = `${view.title} · Multichat`;
  bar.querySelectorAll('nav a').forEach((tab) => {
    const isCurrent = tab.dataset.view === (view.tab ?? route.view);
    tab.toggleAttribute('aria-current', isCurrent);
    if (isCurrent) {
      tab.setAttribute('aria-current', 'page');
    }
  });
  const follow = await view.show(main, route, leave.signal);
  if (shown.leave === leave) {
    shown.follow = follow ?? null;
  }
}

function tab(view, outline) {
  return element('a', { href: address(view), 'data-view': view },
    drawn('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, drawn('path', { d: outline })),
    element('span', {}, VIEWS[view].title));
}

function fillBar() {
  const themeButton = button(THEME_NAMES[theme()], () => {
    themeButton.textContent = THEME_NAMES[nextTheme()];
  }, { class: 'quiet theme' });
  bar.append(
    element('a', { class: 'brand', href: address('conversations') }, element('img', { src: 'page/icon.svg', alt: '', width: '24', height: '24' }), 'Multichat'),
    element('nav', { 'aria-label': 'Views' }, Object.entries(TABS).map(([view, outline]) => tab(view, outline))),
    element('div', { class: 'bar-end' }, themeButton, button('?', showKeys, { class: 'quiet help', 'aria-label': 'Keyboard', title: 'Keyboard (?)' })));
}

function toSearch() {
  const input = document.querySelector('main input[name=q]');
  if (input) {
    input.select();
  } else {
    go(address('search'));
  }
}

applyTheme();
fillBar();
bind('/', 'Search', toSearch);
bind('?', 'Show the keys', showKeys);

bind('1', 'Conversations', () => go(address('conversations')));
bind('2', 'Sessions', () => go(address('sessions')));
bind('3', 'Dead letters', () => go(address('dead-letters')));
bind('4', 'Health', () => go(address('health')));
listen();
document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  main.focus();
});
window.addEventListener('hashchange', () => void show());
setInterval(refreshTimes, TIMES_MS);
await show();
