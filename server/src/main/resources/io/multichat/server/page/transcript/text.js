// The text of a message as nodes: code blocks, code, links to web pages, and everything else as it is.

import { button, element } from '../dom.js';
import { bytes } from '../names.js';

const SHOWN = 4_000;
const FENCE = /```([^\n`]{0,40})\n([\s\S]*?)\n?```/gu;
const INLINE = /`([^`\n]+)`|(https?:\/\/[^\s<>"'`]+)/giu;
// Controls, such as the escape that begins a colour of a terminal. Tabs and line breaks stay.
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu;

/** A block with the text; a long one is cut until the reader asks for the rest. */
export function textBlock(text) {
  const block = element('div', { class: 'text', dir: 'auto' });
  if (text.length <= SHOWN + 500) {
    block.append(...nodesOf(text));
    return block;
  }
  const size = bytes(new Blob([text]).size);
  const more = button(`Show all ${size}`, () => block.replaceChildren(...nodesOf(text)), { class: 'more' });
  block.append(...nodesOf(`${cut(text, SHOWN)}…`), more);
  return block;
}

/** The beginning of a text, on one line. */
export function snippet(text, length) {
  const line = visible(cut(text, length * 2)).replace(/\s+/gu, ' ').trim();
  return line.length > length ? `${cut(line, length)}…` : line;
}

/** The text with symbols in place of control characters. */
export function visible(text) {
  return text.replace(CONTROLS, (control) => {
    const code = control.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\u2421';
  });
}

/** Code, which is written from left to right in any language. */
export function codeBlock(code, language = '') {
  return element('pre', { class: 'code', dir: 'ltr', tabindex: '0', 'aria-label': language || 'code' }, element('code', {}, visible(code)));
}

function nodesOf(text) {
  const nodes = [];
  let from = 0;
  for (const fence of text.matchAll(FENCE)) {
    nodes.push(...inline(text.slice(from, fence.index)), codeBlock(fence[2], fence[1].trim()));
    from = fence.index + fence[0].length;
    from += text[from] === '\n' ? 1 : 0;
  }
  return [...nodes, ...inline(text.slice(from))];
}

function inline(text) {
  const nodes = [];
  let from = 0;
  for (const found of text.matchAll(INLINE)) {
    nodes.push(visible(text.slice(from, found.index)));
    from = found.index + found[0].length;
    if (found[1] !== undefined) {
      nodes.push(element('code', { dir: 'ltr' }, visible(found[1])));
    } else {
      const url = withoutPunctuation(found[2]);
      from -= found[2].length - url.length;
      nodes.push(webLink(url, visible(url)) ?? visible(url));
    }
  }
  nodes.push(visible(text.slice(from)));
  return nodes.filter((node) => node !== '');
}

/** A link without what stands behind it and belongs to the sentence. */
function withoutPunctuation(link) {
  let end = link.length;
  while ('.,;:!?)]}'.includes(link[end - 1])) {
    end--;
  }
  return link.slice(0, end);
}

/** A link to a web page; null for an address of any other kind. */
export function webLink(url, text) {
  const target = URL.canParse(url) ? new URL(url) : null;
  return target && ['http:', 'https:'].includes(target.protocol)
    ? element('a', { class: 'web', href: target.href, target: '_blank', rel: 'noopener noreferrer nofollow', dir: 'ltr' }, text)
    : null;
}

/** The beginning of a text, without half a character at its end. */
function cut(text, length) {
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? length - 1 : length);
}
