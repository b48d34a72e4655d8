// The keys of the page. The help is made from the same registry, so it is complete.

import { element } from './dom.js';

const MARGIN_PX = 20;
const bindings = new Map();

/**
 * Binds a key until the signal is given. A view may bind a key again that the page has bound.
 *
 * @param key as in `KeyboardEvent.key`
 * @param label what it does, for the help
 */
export function bind(key, label, action, signal = undefined) {
  const binding = { label, action };
  const stack = bindings.get(key) ?? [];
  stack.push(binding);
  bindings.set(key, stack);
  signal?.addEventListener('abort', () => stack.splice(stack.indexOf(binding), 1), { once: true });
}

/** Starts to listen. */
export function listen() {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector('dialog[open]')) {
      return;
    }
    if (isTyping(event.target)) {
      if (event.key === 'Escape') {
        event.target.blur();
      }
      return;
    }
    const binding = bindings.get(event.key)?.at(-1);
    if (binding) {
      event.preventDefault();
      binding.action();
    }
  });
}

/** Shows all keys that work now. */
export function showKeys() {
  const rows = [...bindings].filter(([, stack]) => stack.length > 0).map(([key, stack]) => element('div', {},
    element('dt', {}, element('kbd', {}, key === 'Escape' ? 'Esc' : key)),
    element('dd', {}, stack.at(-1).label)));
  const dialog = element('dialog', { class: 'keys', 'aria-label': 'Keyboard', onclose: () => dialog.remove() },
    element('form', { method: 'dialog' },
      element('header', {}, element('h2', {}, 'Keyboard'), element('button', { class: 'quiet', 'aria-label': 'Close' }, '✕')),
      element('dl', {}, rows)));
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
}

/** Moves the focus to the next or previous element of a list, the first one in view to begin with. */
export function step(list, selector, by) {
  const items = [...list.querySelectorAll(selector)];
  const current = items.indexOf(document.activeElement?.closest(selector));
  const top = list.closest('.scroller').getBoundingClientRect().top;
  const inView = items.findIndex((item) => item.getBoundingClientRect().bottom > top + MARGIN_PX);
  const next = items[current < 0 ? Math.max(0, inView) : current + by];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
}

function isTyping(target) {
  return Boolean(target.closest?.('input, textarea, select, [contenteditable]'));
}
