// How conversations, senders and numbers are shown.

import { element, named } from './dom.js';

const HUES = 12;
const NUMBER = new Intl.NumberFormat();
const SEGMENTS = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The key of a conversation, as the API takes it. */
export function keyOf({ platform, channel, thread }) {
  return [platform, channel, thread].filter((part) => part).map(encodedPart).join('/');
}

/** The conversation of a key. */
export function conversationOf(key) {
  const [platform, channel = '', thread] = key.split('/').map(decodedPart);
  return { platform, channel, thread };
}

/** A conversation as people know it: its platform, channel and thread. */
export function conversationName({ platform, channel, thread }) {
  return element('span', { class: 'conversation' },
    element('span', { class: 'platform' }, named(platform)),
    named(channel, { class: 'channel' }),
    thread && element('span', { class: 'thread' }, element('span', { 'aria-hidden': 'true' }, '›'), named(thread)));
}

/** A conversation as plain text. */
export function conversationText({ platform, channel, thread }) {
  return `${platform} ${channel}${thread ? ` › ${thread}` : ''}`;
}

/** The class of a sender's colour: the same for the same id, here and in exported pages. */
export function hueOf(id) {
  let hash = 0;
  for (let i = 0; i < id.length; i++) {
    hash = (Math.imul(31, hash) + id.charCodeAt(i)) | 0;
  }
  return `hue-${((hash % HUES) + HUES) % HUES}`;
}

/** The name of a sender, or the id if there is no name. */
export function senderName(sender) {
  return sender?.name?.trim() ? sender.name : (sender?.id ?? 'unknown');
}

/** The letter that stands for a name. */
export function initial(name) {
  const [first] = SEGMENTS.segment(name.trim().replace(/^[#@_~&+]+(?=.)/u, ''));
  return first && first.segment.length <= 16 ? first.segment.toUpperCase() : '?';
}

/** A number with its separators. */
export function count(number) {
  return NUMBER.format(number);
}

/** A number and what it counts. */
export function counted(number, one, many = `${one}s`) {
  return `${count(number)} ${number === 1 ? one : many}`;
}

/** A size in bytes. */
export function bytes(size) {
  const units = ['B', 'KiB', 'MiB', 'GiB'];
  const power = size > 0 ? Math.min(units.length - 1, Math.floor(Math.log2(size) / 10)) : 0;
  const value = size / 1024 ** power;
  return `${power > 0 && value < 10 ? value.toFixed(1) : Math.round(value)} ${units[power]}`;
}

// Only the characters that RFC 3986 calls unreserved stay.
function encodedPart(part) {
  return encodeURIComponent(part).replace(/[!'()*]/gu, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

function decodedPart(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
