// Dead letters: the records that were refused, why, and their bytes. A key that may write may publish one again.

import { get, post } from '../api.js';
import { button, element } from '../dom.js';
import { bytes } from '../names.js';
import { empty, failure, toast } from '../notices.js';
import { relativeTime } from '../time.js';
import { codeBlock } from '../transcript/text.js';
import { choices, refine } from './filters.js';
import { pagedList } from './list.js';

const reasons = new Set();

/** Shows the view. */
export async function show(main, route, signal) {
  const { reason } = route.params;
  const chips = element('div', { class: 'toolbar' });
  const scroller = element('div', { class: 'scroller page', tabindex: '0', role: 'region', 'aria-label': 'Dead letters' },
    element('header', { class: 'page-head' },
      element('h1', {}, 'Dead letters'),
      element('p', { class: 'dim' }, 'Records that were refused. Each says why, and keeps its original bytes unless they were erased or too large.'),
      chips));
  main.append(scroller);
  const { scopes } = await get('v1/access', {}, signal).catch(() => ({ scopes: [] }));
  await pagedList(scroller, {
    signal,
    load: (cursor, limit) => get('v1/dead-letters', { reason, cursor, limit: Math.min(limit, 100) }, signal),
    items: ({ deadLetters }) => deadLetters,
    row: (letter) => {
      reasons.add(letter.reason);
      return rowOf(letter, scopes.includes('write'), signal);
    },
    none: reason
      ? empty('No dead letter has this reason')
      : empty('No dead letters', 'No record was refused, or those that were have expired.'),
  });
  const options = [...reasons].sort().map((value) => ({ value, text: value.replaceAll('-', ' ') }));
  if (options.length > 0) {
    chips.append(choices('Reason', [{ value: '', text: 'All' }, ...options], reason, (value) => refine(route, { reason: value })));
  }
}

function rowOf(letter, mayReplay, signal) {
  const content = element('div', { class: 'letter-content' });
  const details = element('details', { class: 'letter' },
    element('summary', { class: 'row' },
      element('span', { class: 'state failed' }, letter.reason.replaceAll('-', ' ')),
      element('span', { class: 'row-main' }, element('span', { dir: 'auto' }, letter.detail),
        element('span', { class: 'dim row-note' }, `${letter.source.topic}-${letter.source.partition}@${letter.source.offset} · ${bytes(letter.valueBytes)}`)),
      element('span', { class: 'row-side dim' }, relativeTime(letter.time))),
    content);
  details.addEventListener('toggle', () => details.open && fill(content, letter.id, mayReplay, signal), { once: true });
  return element('li', {}, details);
}

async function fill(content, id, mayReplay, signal) {
  try {
    const letter = await get(`v1/dead-letters/${encodeURIComponent(id)}`, {}, signal);
    content.replaceChildren(element('div', { class: 'stack' },
      element('dl', { class: 'facts' },
        fact('Id', letter.id), fact('Time', letter.time), fact('Key', letter.key ?? 'none'),
        letter.sha256 && fact('SHA-256', letter.sha256)),
      letter.value === null ? element('p', { class: 'dim' }, 'The record has no value.') : codeBlock(letter.value.slice(0, 200_000), 'The value'),
      letter.sha256 && element('p', { class: 'notice' }, 'The value was too large; this is its beginning.'),
      mayReplay && button('Publish again…', () => confirmReplay(letter), { class: 'danger' })));
  } catch (problem) {
    if (problem.name !== 'AbortError') {
      content.replaceChildren(failure(problem, () => fill(content, id, mayReplay, signal)));
    }
  }
}

function fact(name, value) {
  return element('div', {}, element('dt', {}, name), element('dd', { dir: 'auto' }, value));
}

function confirmReplay(letter) {
  const dialog = element('dialog', { 'aria-label': 'Publish again', onclose: () => dialog.remove() },
    element('form', { method: 'dialog', class: 'stack' },
      element('h2', {}, 'Publish this record again?'),
      element('p', {}, `It goes to ${letter.source.topic} with the same key, value and headers. An event that was accepted in the meantime is dropped as a duplicate.`),
      element('div', { class: 'buttons end' },
        element('button', { value: 'cancel' }, 'Cancel'),
        element('button', { class: 'danger', value: 'replay' }, 'Publish again'))));
  dialog.addEventListener('close', () => dialog.returnValue === 'replay' && replay(letter.id));
  document.body.append(dialog);
  dialog.showModal();
}

async function replay(id) {
  try {
    const { topic } = await post(`v1/dead-letters/${encodeURIComponent(id)}/replay`);
    toast(`Published to ${topic}. If it is refused again, it appears here as another dead letter.`);
  } catch (problem) {
    toast(problem.message);
  }
}
