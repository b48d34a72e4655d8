// The messages that are in the document, in their order, with the lines that separate days and sessions.

import { element } from '../dom.js';
import { address } from '../router.js';
import { dayName, dayOf } from '../time.js';

/** The greatest number of messages in the document. */
export const MOST = 400;

const SAME_RUN_MS = 5 * 60_000;

/** Compares the positions of two messages. */
export function compare(one, other) {
  return Date.parse(one.sentAt) - Date.parse(other.sentAt)
    || one.order - other.order
    || (one.messageId < other.messageId ? -1 : Number(one.messageId > other.messageId));
}

/** The entries of a transcript. Every change keeps the document and the list the same. */
export class Entries {
  #list = [];
  #byId = new Map();

  /** @param item makes the list item of a message; @param separateSessions whether a line shows where a session begins */
  constructor(container, item, { separateSessions }) {
    this.container = container;
    this.item = item;
    this.separateSessions = separateSessions;
  }

  get first() {
    return this.#list[0]?.message;
  }

  get last() {
    return this.#list.at(-1)?.message;
  }

  get size() {
    return this.#list.length;
  }

  /** The message with an id, if it is in the document. */
  message(id) {
    return this.#byId.get(id)?.message;
  }

  /** The list item of a message. */
  node(id) {
    return this.#byId.get(id)?.node;
  }

  /** Adds messages at their places; those that are there already stay as they are. Returns how many were added. */
  add(messages) {
    const fresh = messages.filter((message) => !this.#byId.has(message.messageId));
    const touched = new Set();
    for (const message of fresh) {
      const entry = { message, node: this.item(message), lines: [] };
      const at = this.#place(message);
      this.container.insertBefore(entry.node, this.#topOf(this.#list[at]));
      this.#list.splice(at, 0, entry);
      this.#byId.set(message.messageId, entry);
      touched.add(entry).add(this.#list[at + 1]);
    }
    this.#dress(touched);
    return fresh.length;
  }

  /** Shows a changed message. */
  change(message) {
    const entry = this.#byId.get(message.messageId);
    const node = this.item(message);
    entry.message = message;
    node.classList.toggle('target', entry.node.classList.contains('target'));
    entry.node.replaceWith(node);
    entry.node = node;
    this.#dress(new Set([entry]));
  }

  /** Removes the oldest messages until there is room for some more. */
  makeRoomAtEnd(count) {
    const gone = this.#list.splice(0, Math.max(0, this.size + count - MOST));
    gone.forEach((entry) => this.#remove(entry));
    this.#dress(new Set([this.#list[0]]));
    return gone.length > 0;
  }

  /** Removes the newest messages until there is room for some more. */
  makeRoomAtStart(count) {
    const gone = this.#list.splice(Math.max(0, MOST - count));
    gone.forEach((entry) => this.#remove(entry));
    return gone.length > 0;
  }

  /** Removes all messages. */
  clear() {
    this.#list.forEach((entry) => this.#remove(entry));
    this.#list = [];
  }

  #remove(entry) {
    entry.lines.forEach((line) => line.remove());
    entry.node.remove();
    this.#byId.delete(entry.message.messageId);
  }

  /** Where a message belongs; most are at one of the ends. */
  #place(message) {
    let at = this.size;
    while (at > 0 && compare(message, this.#list[at - 1].message) < 0) {
      at--;
    }
    return at;
  }

  #topOf(entry) {
    return entry ? (entry.lines[0] ?? entry.node) : null;
  }

  /** Renews the lines before some entries, and whether their senders are named again. */
  #dress(entries) {
    this.#list.forEach((entry, i) => {
      if (entries.has(entry)) {
        const before = this.#list[i - 1]?.message;
        entry.lines.forEach((line) => line.remove());
        entry.lines = this.#linesBetween(before, entry.message);
        entry.node.before(...entry.lines);
        entry.node.classList.toggle('continued', entry.lines.length === 0 && isSameRun(before, entry.message));
      }
    });
  }

  #linesBetween(before, message) {
    const lines = [];
    if (!before || dayOf(before.sentAt) !== dayOf(message.sentAt)) {
      lines.push(element('li', { class: 'line day' }, element('span', {}, dayName(message.sentAt))));
    }
    if (this.separateSessions && before && message.sessionId && before.sessionId && before.sessionId !== message.sessionId) {
      lines.push(element('li', { class: 'line session' },
        element('a', { href: address('session', { session: message.sessionId }) }, 'New session')));
    }
    return lines;
  }
}

function isSameRun(before, message) {
  return before !== undefined
    && before.event.sender?.id === message.event.sender?.id
    && before.event.sender?.name === message.event.sender?.name
    && !message.event.replyTo
    && Date.parse(message.sentAt) - Date.parse(before.sentAt) < SAME_RUN_MS;
}
