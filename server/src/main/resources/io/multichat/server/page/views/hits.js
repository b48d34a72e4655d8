// The way from one hit of a search to the next, above the transcript that a hit was opened in.

import { get } from '../api.js';
import { element } from '../dom.js';
import { count, keyOf } from '../names.js';
import { address, go } from '../router.js';
import { bind } from '../keyboard.js';

const FILTERS = ['sender', 'role', 'from', 'to', 'sort', 'platform'];
const MOST = 100;
let last = { query: null, hits: [], more: false };

/** The parameters of a search, out of those of its view. */
export function searchOf({ q, conversation, ...params }) {
  return { q, conversation, ...Object.fromEntries(FILTERS.filter((name) => params[name]).map((name) => [name, params[name]])) };
}

/** Keeps the hits that were shown, so that the way from one to the next needs no search. */
export function keepHits(search, hits, more) {
  last = { query: JSON.stringify(search), hits, more };
}

/** The address of a hit in its conversation. */
export function hitAddress(hit, index, search) {
  const { conversation, ...rest } = search;
  return address('conversation', {
    conversation: keyOf(hit.conversation),
    message: hit.message.messageId,
    t: hit.message.sentAt,
    ...rest,
    within: conversation,
    hit: index + 1,
  });
}

/** The bar above a transcript that was opened from a hit; null for others. */
export async function hitBar({ params }, signal) {
  if (!params.q || !params.hit) {
    return null;
  }
  const search = searchOf({ ...params, conversation: params.within });
  const { hits, more } = await hitsOf(search, signal).catch(() => ({ hits: [], more: false }));
  const index = Number(params.hit) - 1;
  const link = (to, label) => (hits[to]
    ? element('a', { class: 'button', href: hitAddress(hits[to], to, search) }, label)
    : element('span', { class: 'button off', 'aria-disabled': 'true' }, label));
  const step = (by) => () => hits[index + by] && go(hitAddress(hits[index + by], index + by, search));
  bind('n', 'Next hit', step(1), signal);
  bind('p', 'Previous hit', step(-1), signal);
  bind('Escape', 'Back to the hits', () => go(address('search', search)), signal);
  return element('nav', { class: 'hit-bar', 'aria-label': 'Hits' },
    element('a', { href: address('search', search) }, '← Hits for ', element('bdi', {}, `“${params.q}”`)),
    element('span', { class: 'dim' }, `${params.hit} of ${count(hits.length)}${more ? '+' : ''}`),
    link(index - 1, 'Previous'), link(index + 1, 'Next'));
}

async function hitsOf(search, signal) {
  if (last.query !== JSON.stringify(search)) {
    const page = await get('v1/search', { ...search, limit: MOST }, signal);
    keepHits(search, page.hits, page.nextCursor !== null);
  }
  return last;
}
