// Sessions of one conversation or of all, newest first. Open ones change and move as messages arrive.

import { get } from '../api.js';
import { element } from '../dom.js';
import { follow } from '../live.js';
import { conversationName, conversationOf, counted, keyOf } from '../names.js';
import { empty } from '../notices.js';
import { address } from '../router.js';
import { dateTime, duration, relativeTime } from '../time.js';
import { choices, lifted, refine } from './filters.js';
import { pagedList } from './list.js';
import { keepSorted } from './moving.js';

const STATES = [
  { value: '', text: 'All' },
  { value: 'open', text: 'Open' },
  { value: 'closed', text: 'Closed' },
  { value: 'merged', text: 'Merged' },
  { value: 'deleted', text: 'Deleted' },
];

/** Shows the view. */
export async function show(main, route, signal) {
  const { conversation, platform, state } = route.params;
  const withThreads = conversation && !conversationOf(conversation).thread ? { threads: true } : {};
  const scroller = element('div', { class: 'scroller page', tabindex: '0', role: 'region', 'aria-label': 'Sessions' },
    element('header', { class: 'page-head' },
      element('h1', {}, 'Sessions'),
      element('div', { class: 'toolbar' },
        conversation && lifted('of', element('a', { href: address('conversation', { conversation }) }, conversationName(conversationOf(conversation))),
          () => refine(route, { conversation: '' })),
        platform && lifted('platform', platform, () => refine(route, { platform: '' })),
        choices('State', STATES, state, (value) => refine(route, { state: value })))));
  main.append(scroller);
  const list = await pagedList(scroller, {
    signal,
    load: (cursor, limit) => get('v1/sessions', { conversation, platform, state, ...withThreads, cursor, limit }, signal),
    items: ({ sessions }) => sessions,
    row: rowOf,
    none: empty('No sessions', state ? 'No session is in this state.' : 'A session begins with the first message.'),
  });
  const fits = (session) => (!state || session.state === state)
    && (!conversation || keyOf(session.conversation) === conversation)
    && (!platform || session.conversation.platform === platform);
  void follow({ conversation, ...withThreads, snapshots: true },
    { signal, onState: () => {}, onEvent: keepSorted(list, { rowOf, keyOf: ({ sessionId }) => sessionId, fits, signal }) });
}

function rowOf(session) {
  const { sessionId, conversation, state, startedAt, lastMessageAt, messages, participants, edits } = session;
  return element('li', { 'data-key': sessionId, 'data-at': startedAt },
    element('a', { class: 'row', href: address('session', { session: sessionId }) },
      element('span', { class: `state ${state}` }, state),
      element('span', { class: 'row-main' },
        conversationName(conversation),
        element('span', { class: 'dim row-note' }, dateTime(startedAt), ` · ${duration(Date.parse(lastMessageAt) - Date.parse(startedAt))}`,
          ` · ${participants.approximate ? 'about ' : ''}${counted(participants.count, 'person', 'people')}`, edits > 0 ? ` · ${counted(edits, 'edit')}` : '')),
      element('span', { class: 'row-side dim' }, element('b', {}, counted(messages, 'message')), relativeTime(lastMessageAt))));
}
