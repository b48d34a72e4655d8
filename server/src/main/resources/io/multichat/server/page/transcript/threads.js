// The threads of a channel, beside its transcript.

import { get } from '../api.js';
import { element, named } from '../dom.js';
import { counted, keyOf } from '../names.js';
import { relativeTime } from '../time.js';

const MOST_SESSIONS = 1_000;

/** The threads of a channel, newest activity first: `id`, `key`, `messages`, `lastMessageAt`. */
export async function threadsOf(key, signal) {
  const { sessions } = await get('v1/sessions', { conversation: key, threads: true, limit: MOST_SESSIONS }, signal);
  const threads = new Map();
  for (const { conversation, messages, lastMessageAt, state } of sessions) {
    if (conversation.thread && (state === 'open' || state === 'closed')) {
      const known = threads.get(conversation.thread);
      threads.set(conversation.thread, {
        id: conversation.thread,
        key: keyOf(conversation),
        messages: messages + (known?.messages ?? 0),
        lastMessageAt: known && known.lastMessageAt > lastMessageAt ? known.lastMessageAt : lastMessageAt,
      });
    }
  }
  return [...threads.values()].sort((one, other) => (one.lastMessageAt < other.lastMessageAt ? 1 : -1));
}

/** The list of threads; `href(thread)` is the address of one, and `title(thread)` how it begins. */
export function threadList(threads, href, title) {
  return element('ol', { class: 'rows thread-rows' }, threads.map((thread) => element('li', {},
    element('a', { class: 'row', href: href(thread) },
      element('span', { class: 'row-main' }, named(title(thread), { class: 'channel' }),
        element('span', { class: 'dim row-note' }, counted(thread.messages, 'message'))),
      element('span', { class: 'row-side dim' }, relativeTime(thread.lastMessageAt))))));
}
