// The address of each view. All state of the page is in the fragment of its URL, which browsers never send to a server.

const ROUTES = [
  { view: 'conversations', path: /^\/?$/u, names: [], write: () => '/' },
  { view: 'sessions', path: /^\/sessions$/u, names: [], write: () => '/sessions' },
  { view: 'search', path: /^\/search$/u, names: [], write: () => '/search' },
  { view: 'dead-letters', path: /^\/dead-letters$/u, names: [], write: () => '/dead-letters' },
  { view: 'health', path: /^\/health$/u, names: [], write: () => '/health' },
  {
    view: 'session',
    path: /^\/s\/([^/]+)(?:\/m\/([^/]+))?$/u,
    names: ['session', 'message'],
    write: ({ session, message }) => `/s/${encodeURIComponent(session)}${message ? `/m/${encodeURIComponent(message)}` : ''}`,
  },
  {
    view: 'conversation',
    path: /^\/c\/([^/]+)(?:\/m\/([^/]+))?$/u,
    names: ['conversation', 'message'],
    write: ({ conversation, message }) => `/c/${encodeURIComponent(conversation)}${message ? `/m/${encodeURIComponent(message)}` : ''}`,
  },
];

/** The route of an address: `view` and `params`. An address that leads nowhere has the view `nowhere`. */
export function routeOf(hash) {
  const [path, query = ''] = hash.replace(/^#/u, '').split(/\?(.*)/su);
  const params = Object.fromEntries([...new URLSearchParams(query)].filter(([, value]) => value !== ''));
  for (const route of ROUTES) {
    const found = route.path.exec(path);
    if (found) {
      try {
        route.names.forEach((name, i) => {
          if (found[i + 1] !== undefined) {
            params[name] = decodeURIComponent(found[i + 1]);
          }
        });
        return { view: route.view, params };
      } catch {
        break;
      }
    }
  }
  return { view: 'nowhere', params: {} };
}

/** The address of a view: a fragment. Parameters without a value are left out. */
export function address(view, params = {}) {
  const route = ROUTES.find((each) => each.view === view);
  const rest = Object.entries(params).filter(
    ([name, value]) => !route.names.includes(name) && value !== undefined && value !== null && value !== '',
  );
  const query = new URLSearchParams(rest).toString();
  return `#${route.write(params)}${query ? `?${query}` : ''}`;
}

/** Goes to an address; `replace` leaves no step behind for the back button. */
export function go(hash, { replace = false } = {}) {
  if (replace) {
    history.replaceState(null, '', hash);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  } else {
    location.hash = hash;
  }
}

/** The full URL of an address, to copy. */
export function absolute(hash) {
  return new URL(hash, location.href).href;
}
