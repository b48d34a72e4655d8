// Search of all messages, with the words that were found marked.

import { get } from '../api.js';
import { element, named } from '../dom.js';
import { bind } from '../keyboard.js';
import { conversationName, conversationOf, hueOf, senderName } from '../names.js';
import { empty } from '../notices.js';
import { dateTime, localInput, relativeTime } from '../time.js';
import { visible } from '../transcript/text.js';
import { choices, lifted, refine } from './filters.js';
import { hitAddress, keepHits, searchOf } from './hits.js';
import { pagedList } from './list.js';

const ROLES = ['', 'user', 'assistant', 'system', 'tool', 'bot'].map((value) => ({ value, text: value || 'Anyone' }));
const SORTS = [{ value: '', text: 'Newest' }, { value: 'relevance', text: 'Best match' }];

/** Shows the view. */
export async function show(main, route, signal) {
  const search = searchOf(route.params);
  const scroller = element('div', { class: 'scroller page', tabindex: '0', role: 'region', 'aria-label': 'Search' },
    element('header', { class: 'page-head' }, element('h1', {}, 'Search'), form(route), chips(route)));
  main.append(scroller);
  if (!search.q) {
    scroller.append(hints());
    scroller.querySelector('input').focus();
    return;
  }
  const hits = [];
  const list = await pagedList(scroller, {
    signal,
    load: async (cursor, limit) => {
      const page = await get('v1/search', { ...search, cursor, limit }, signal);
      hits.push(...page.hits);
      keepHits(search, hits, page.nextCursor !== null);
      return page;
    },
    items: (page) => page.hits,
    row: (hit) => rowOf(hit, hits.indexOf(hit), search),
    none: empty('Nothing found', 'All words must occur in one message.', 'Try fewer words, or remove a filter.'),
  });
  bind('n', 'Next hit', () => focusHit(list, 1), signal);
  bind('p', 'Previous hit', () => focusHit(list, -1), signal);
}

function form(route) {
  const input = element('input', {
    type: 'search', name: 'q', value: route.params.q ?? '', placeholder: 'Words, "a phrase", -without, from:ada, has:link',
    'aria-label': 'Search messages', dir: 'auto', autocomplete: 'off',
  });
  return element('form', {
    class: 'search-form',
    role: 'search',
    onsubmit: (event) => {
      event.preventDefault();
      refine(route, { q: input.value.trim() });
    },
  }, input, element('button', { class: 'primary' }, 'Search'));
}

function chips(route) {
  const { conversation, platform, sender, role, from, to, sort } = route.params;
  const lift = (name) => () => refine(route, { [name]: '' });
  return element('div', { class: 'toolbar' },
    conversation && lifted('in', conversationName(conversationOf(conversation)), lift('conversation')),
    platform && lifted('on', platform, lift('platform')),
    sender && lifted('from', named(sender), lift('sender')),
    from && lifted('since', dateTime(from), lift('from')),
    to && lifted('until', dateTime(to), lift('to')),
    choices('Sent by', ROLES, role, (value) => refine(route, { role: value })),
    choices('Order', SORTS, sort, (value) => refine(route, { sort: value })),
    element('div', { class: 'chips' }, !from && dateFilter('Since', 'from', route), !to && dateFilter('Until', 'to', route)));
}

function dateFilter(label, name, route) {
  const input = element('input', { type: 'date', 'aria-label': label, max: localInput(new Date().toISOString()).slice(0, 10) });
  input.addEventListener('change', () => input.value && refine(route, { [name]: new Date(`${input.value}T00:00`).toISOString() }));
  return element('label', { class: 'chip date' }, element('span', { class: 'dim' }, label), input);
}

function rowOf(hit, index, search) {
  const { message, conversation, snippet } = hit;
  const { sender } = message.event;
  return element('li', {},
    element('a', { class: 'row hit', href: hitAddress(hit, index, search) },
      element('span', { class: 'row-main' },
        element('span', { class: 'hit-head' },
          named(senderName(sender), { class: `sender ${hueOf(String(sender?.id ?? ''))}` }), conversationName(conversation)),
        element('span', { class: 'snippet', dir: 'auto' }, marked(snippet))),
      element('span', { class: 'row-side dim' }, relativeTime(message.sentAt))));
}

function marked({ text, marks }) {
  const nodes = [];
  let from = 0;
  for (const [start, end] of marks) {
    nodes.push(visible(text.slice(from, start)), element('mark', {}, visible(text.slice(start, end))));
    from = end;
  }
  return [...nodes, visible(text.slice(from))];
}

function focusHit(list, by) {
  const rows = [...list.querySelectorAll('.row')];
  const at = rows.indexOf(document.activeElement);
  rows[at < 0 ? 0 : at + by]?.focus();
}

function hints() {
  return empty('Search everything that was said',
    element('span', {}, element('kbd', {}, 'deploy failed'), ' both words, in any order'),
    element('span', {}, element('kbd', {}, '"rolled back"'), ' the phrase'),
    element('span', {}, element('kbd', {}, 'region -eu'), ' without a word'),
    element('span', {}, element('kbd', {}, 'from:ada has:link after:2026-01-01'), ' conditions'));
}
