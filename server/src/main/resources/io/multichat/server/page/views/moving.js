// A list whose rows change live: they are renewed where they are, and sorted by time unless the reader points at them.

const BATCH_MS = 400;

/**
 * Returns a receiver of live events, which takes the snapshots of sessions.
 *
 * @param options `rowOf(session)` makes a row with `data-key` and `data-at`, `keyOf(session)` names it, `fits(session)` says whether
 *   the filters let a new one in
 */
export function keepSorted(list, { rowOf, keyOf, fits, signal }) {
  const newest = new Map();
  let timer = null;
  const apply = () => {
    timer = null;
    for (const [key, session] of newest) {
      place(list, key, session, { rowOf, fits });
    }
    newest.clear();
  };
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return (name, session) => {
    if (name === 'session') {
      newest.set(keyOf(session), session);
      timer ??= setTimeout(apply, BATCH_MS);
    }
  };
}

function place(list, key, session, { rowOf, fits }) {
  const old = [...list.children].find((row) => row.dataset.key === key);
  if (!old && !fits(session)) {
    return;
  }
  const row = rowOf(session);
  if (old && row.dataset.at < old.dataset.at) {
    return;
  }
  const hadFocus = old?.contains(document.activeElement);
  const isRead = list.matches(':hover') || list.contains(document.activeElement);
  if (old && isRead) {
    old.replaceWith(row);
  } else {
    old?.remove();
    const next = [...list.children].find((other) => other.dataset.at < row.dataset.at);
    list.insertBefore(row, next ?? null);
    list.parentElement.querySelector('.empty')?.remove();
  }
  if (hadFocus) {
    row.querySelector('.row').focus({ preventScroll: true });
  }
}
