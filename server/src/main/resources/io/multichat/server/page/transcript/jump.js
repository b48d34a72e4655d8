// A dialog that asks for a time to go to.

import { button, element } from '../dom.js';
import { localInput } from '../time.js';

const DAY = 24 * 60 * 60_000;

/**
 * Asks for a time.
 *
 * @param from the time that is shown, as RFC 3339
 * @param places `toTime(iso)`, `toStart()` and `toEnd()`
 */
export function askForTime(from, { toTime, toStart, toEnd }) {
  const start = from ?? new Date().toISOString();
  const input = element('input', { type: 'datetime-local', id: 'jump-time', step: '1', value: localInput(start) });
  const dialog = element('dialog', { 'aria-label': 'Go to a time', onclose: () => dialog.remove() });
  const choose = (action) => () => {
    dialog.close();
    action();
  };
  const days = (count) => new Date(Date.parse(start) + count * DAY).toISOString();
  const form = element('form', { method: 'dialog', class: 'stack' },
    element('h2', {}, 'Go to a time'),
    element('label', { for: 'jump-time' }, 'Your local time'),
    input,
    element('div', { class: 'buttons' },
      button('First message', choose(toStart)),
      button('A day earlier', choose(() => toTime(days(-1)))),
      button('A day later', choose(() => toTime(days(1)))),
      button('Newest message', choose(toEnd))),
    element('div', { class: 'buttons end' },
      button('Cancel', () => dialog.close()),
      element('button', { class: 'primary', value: 'go' }, 'Go')));
  form.addEventListener('submit', (event) => {
    const time = new Date(input.value);
    if (Number.isNaN(time.getTime())) {
      event.preventDefault();
    } else {
      toTime(time.toISOString());
    }
  });
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  input.focus();
}
