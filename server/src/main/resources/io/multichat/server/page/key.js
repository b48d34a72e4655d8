// The API key. It is kept for the session of this tab and sent as a header, never in a URL.

import { element } from './dom.js';

const NAME = 'multichat.key';
let question = null;

/** The headers that authorize a request. */
export function authorization() {
  const key = sessionStorage.getItem(NAME);
  return key ? { Authorization: `Bearer ${key}` } : {};
}

/** Asks for a key, once for all requests that need it; resolves when one was entered. */
export function askForKey() {
  question ??= ask().finally(() => {
    question = null;
  });
  return question;
}

function ask() {
  const refused = sessionStorage.getItem(NAME) !== null;
  const input = element('input', {
    id: 'key', type: 'password', autocomplete: 'off', spellcheck: 'false', required: true,
    'aria-describedby': 'key-note', 'aria-invalid': refused ? 'true' : null,
  });
  const form = element('form', { method: 'dialog', class: 'stack' },
    element('h2', {}, 'API key'),
    refused && element('p', { class: 'error', role: 'alert' }, 'The server does not accept this key.'),
    element('label', { for: 'key' }, 'This server answers only clients that have a key.'),
    input,
    element('p', { id: 'key-note', class: 'dim' }, 'It stays in this tab until you close it.'),
    element('button', { class: 'primary' }, 'Continue'));
  const dialog = element('dialog', { class: 'key-dialog', 'aria-label': 'API key', oncancel: (event) => event.preventDefault() }, form);
  document.body.append(dialog);
  dialog.showModal();
  input.focus();
  return new Promise((resolve) => {
    form.addEventListener('submit', () => {
      sessionStorage.setItem(NAME, input.value.trim());
      dialog.remove();
      resolve();
    });
  });
}
