// What a view shows instead of its content: that it loads, that there is nothing, or that something failed.

import { button, element } from './dom.js';

/** Grey lines where the content will be; shown only if it takes a moment. */
export function loading(rows = 6) {
  return element('div', { class: 'loading', role: 'status' },
    element('span', { class: 'sr-only' }, 'Loading…'),
    Array.from({ length: rows }, () => element('div', { class: 'bone', 'aria-hidden': 'true' })));
}

/** An empty view: what it would show, and what to do. */
export function empty(title, ...details) {
  return element('div', { class: 'empty' }, element('h2', {}, title), details.map((detail) => element('p', {}, detail)));
}

/** A failure, with its reason and a way to try again. */
export function failure(problem, retry) {
  return element('div', { class: 'empty failed', role: 'alert' },
    element('h2', {}, problem.status === 404 ? 'Not found' : problem.status === 403 ? 'Not allowed' : 'This did not work'),
    element('p', { dir: 'auto' }, problem.message),
    retry && button('Try again', retry, { class: 'primary' }));
}

/** A sentence that appears for a few seconds. */
export function toast(text) {
  document.querySelector('.toast')?.remove();
  const node = element('div', { class: 'toast', role: 'status' }, text);
  document.body.append(node);
  setTimeout(() => node.remove(), 4_000);
}

/** Says which stores could not be asked, if any. */
export function skipped(answer) {
  const names = answer.skipped ?? [];
  return names.length === 0 ? null : element('p', { class: 'notice warn' },
    `Answered without ${names.join(', ')}: ${Object.values(answer.skippedReasons ?? {}).join('; ') || 'not available'}.`);
}
