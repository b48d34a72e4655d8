// All conversations, newest activity first. What happens moves them and counts on.

import { get } from '../api.js';
import { element } from '../dom.js';
import { follow } from '../live.js';
import { conversationName, counted, hueOf, initial, keyOf } from '../names.js';
import { empty } from '../notices.js';
import { address } from '../router.js';
import { relativeTime } from '../time.js';
import { choices, refine, typedFilter } from './filters.js';
import { pagedList } from './list.js';
import { keepSorted } from './moving.js';

const platforms = new Set();

/** Shows the view. */
export async function show(main, route, signal) {
  const { platform, text } = route.params;
  const chips = element('div', { class: 'chip-place' });
  const scroller = element('div', { class: 'scroller page', tabindex: '0', role: 'region', 'aria-label': 'Conversations' },
    element('header', { class: 'page-head' },
      element('h1', {}, 'Conversations'),
      element('div', { class: 'toolbar' }, typedFilter('Filter by name', 'text', route), chips)));
  main.append(scroller);
  const list = await pagedList(scroller, {
    signal,
    load: (cursor, limit) => get('v1/conversations', { platform, text, cursor, limit }, signal),
    items: ({ conversations }) => conversations,
    row: ({ session }) => {
      platforms.add(session.conversation.platform);
      return rowOf(session);
    },
    none: platform || text
      ? empty('No conversation matches', 'Choose another platform or a shorter name.')
      : empty('No conversations yet', 'Publish an event or import a chat; it appears here within seconds.', 'For example: ./multichat dev --demo'),
  });
  chips.append(choices('Platform', [{ value: '', text: 'All' }, ...[...platforms].sort().map((each) => ({ value: each, text: each }))],
    platform, (value) => refine(route, { platform: value })));
  const fits = ({ conversation }) => (!platform || conversation.platform === platform) && !text;
  void follow({ snapshots: true }, { signal, onState: () => {}, onEvent: keepSorted(list, { rowOf, keyOf: rowKey, fits, signal }) });
}

function rowKey(session) {
  return keyOf(session.conversation);
}

function rowOf(session) {
  const { conversation, lastMessageAt, messages, participants, state } = session;
  const key = keyOf(conversation);
  return element('li', { 'data-key': key, 'data-at': lastMessageAt },
    element('a', { class: 'row', href: address('conversation', { conversation: key }) },
      element('span', { class: `monogram ${hueOf(key)}`, 'aria-hidden': 'true' }, initial(conversation.channel)),
      element('span', { class: 'row-main' },
        conversationName(conversation),
        element('span', { class: 'dim row-note' },
          state === 'open' && element('span', { class: 'dot', title: 'A session is open' }),
          `${counted(messages, 'message')} in the ${state === 'open' ? 'open' : 'last'} session · `,
          `${participants.approximate ? 'about ' : ''}${counted(participants.count, 'person', 'people')}`)),
      element('span', { class: 'row-side dim' }, relativeTime(lastMessageAt))));
}
