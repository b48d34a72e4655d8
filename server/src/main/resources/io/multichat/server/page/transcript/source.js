// Where the messages of a transcript come from: a session, or a conversation across its sessions.

import { get } from '../api.js';

/** How many messages one request loads. */
export const PAGE = 100;

/** The messages of a session. */
export function sessionSource(id) {
  return source(`v1/sessions/${encodeURIComponent(id)}/messages`, {}, { session: id });
}

/** The messages of a conversation across its sessions. */
export function conversationSource(key) {
  return source('v1/conversations/messages', { conversation: key }, { conversation: key });
}

/** Pages have `messages`, oldest first, `hasBefore`, `hasAfter`, and `anchor` where one was asked for. */
function source(path, params, live) {
  const around = (anchor, before, after, signal) => get(path, { ...params, around: anchor, before, after }, signal);
  return {
    live,
    /** The newest messages. */
    async end(signal) {
      const page = await get(path, { ...params, direction: 'backward', limit: PAGE }, signal);
      return { ...page, messages: page.messages.reverse() };
    },
    /** The oldest messages. */
    start: (signal) => get(path, { ...params, direction: 'forward', limit: PAGE }, signal),
    /** The messages around one, or around a time. */
    around: (anchor, signal) => around(anchor, PAGE / 2, PAGE / 2, signal),
    /** The messages before one; its time stands for it when it is gone. */
    before: (entry, signal) => beside(around, entry, PAGE, 0, signal),
    /** The messages after one. */
    after: (entry, signal) => beside(around, entry, 0, PAGE, signal),
    /** A message with all its versions. */
    async versions(id, signal) {
      const page = await get(path, { ...params, around: id, before: 0, after: 0, revisions: true }, signal);
      return page.messages[0];
    },
  };
}

async function beside(around, entry, before, after, signal) {
  try {
    return await around(entry.messageId, before, after, signal);
  } catch (problem) {
    if (problem.status !== 404) {
      throw problem;
    }
    return around(entry.sentAt, before, after, signal);
  }
}
