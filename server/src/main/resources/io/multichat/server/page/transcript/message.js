// A message of a transcript as a list item.

import { button, element, named } from '../dom.js';
import { hueOf, initial, senderName } from '../names.js';
import { clockTime, dateTime } from '../time.js';
import { partsOf } from './parts.js';
import { snippet, textBlock } from './text.js';

/**
 * The item of a message.
 *
 * @param message as the API answers it
 * @param actions what the transcript offers: `link(message)`, `original(id)`, `copyLink`, `copyText`, `history`, `thread(id)`
 */
export function messageItem(message, actions) {
  const { event, deleted } = message;
  const sender = event.sender ?? {};
  const name = senderName(sender);
  return element('li', { class: `message ${hueOf(String(sender.id ?? ''))}${deleted ? ' deleted' : ''}`, 'data-id': message.messageId, tabindex: '-1' },
    element('article', {},
      element('span', { class: 'avatar', 'aria-hidden': 'true' }, initial(name)),
      element('header', {},
        named(name, { class: 'sender', title: sender.id }),
        sender.role && sender.role !== 'user' && element('span', { class: 'role' }, sender.role),
        element('a', { class: 'time', href: actions.link(message) }, clockTime(message.sentAt))),
      element('div', { class: 'body' }, bodyOf(message, actions)),
      tools(message, actions)));
}

function bodyOf(message, actions) {
  const { event, deleted } = message;
  return [
    event.replyTo && reply(event.replyTo, actions),
    deleted && element('p', { class: 'note gone' }, 'Deleted', by(event.deletedBy), ' ', event.deletedAt && dateTime(event.deletedAt)),
    !deleted && isErased(event) && element('p', { class: 'note gone' }, 'Erased'),
    !deleted && event.text && textBlock(event.text),
    !deleted && Array.isArray(event.parts) && partsOf(event.parts),
    !deleted && event.editedAt && button('edited', () => actions.history(message), { class: 'note edited', title: `Edited ${event.editedAt}; show the earlier versions` }),
    deleted && button('versions', () => actions.history(message), { class: 'note edited', title: 'Show what the stores still have' }),
    reactionsOf(message),
    threadOf(message, actions),
  ];
}

function by(sender) {
  return sender ? [' by ', named(senderName(sender))] : '';
}

function reply(id, actions) {
  const original = actions.original(id);
  return element('a', { class: 'reply', href: actions.link({ messageId: id }), 'data-reply': id },
    original
      ? [named(senderName(original.event.sender), { class: hueOf(String(original.event.sender?.id ?? '')) }), ' ',
        element('span', { dir: 'auto' }, summary(original))]
      : 'Reply to an earlier message');
}

function summary({ deleted, event }) {
  if (deleted) {
    return 'deleted message';
  }
  return isErased(event) ? 'erased message' : snippet(event.text ?? '', 90);
}

/** True for what is left of a message whose content and sender were erased. */
function isErased({ sender, text, attributes }) {
  return text === undefined && sender?.id === 'erased' && attributes?.erased === true && Object.keys(attributes).length === 1;
}

function reactionsOf(message) {
  const reactions = message.reactions ?? [];
  return reactions.length > 0 && element('ul', { class: 'reactions', 'aria-label': 'Reactions' }, reactions.map((reaction) => {
    const names = reaction.senders.map(senderName);
    const rest = reaction.count - names.length;
    const title = `${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
    return element('li', { title }, named(snippet(reaction.emoji, 24)), element('span', { class: 'number' }, String(reaction.count)));
  }));
}

function threadOf(message, actions) {
  const thread = actions.thread(message.messageId);
  return thread && element('a', { class: 'thread-link', href: thread.href }, thread.label);
}

function tools(message, actions) {
  return element('div', { class: 'tools' },
    button('Copy link', () => actions.copyLink(message), { 'aria-label': 'Copy link to this message' }),
    button('Copy text', () => actions.copyText(message), { 'aria-label': 'Copy the text of this message' }));
}
