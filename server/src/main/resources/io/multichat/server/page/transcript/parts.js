// The typed parts of a message: attachments, calls of tools and their results, usage, and kinds that nobody knows yet.

import { element, named } from '../dom.js';
import { bytes } from '../names.js';
import { codeBlock, snippet, textBlock, webLink } from './text.js';

const SHOWN_PARTS = 50;

/** The parts of a message. */
export function partsOf(parts) {
  const shown = parts.slice(0, SHOWN_PARTS).map((part) => (RENDERERS[part?.type] ?? unknown)(part));
  return parts.length > SHOWN_PARTS ? [...shown, note(`${parts.length - SHOWN_PARTS} more parts`)] : shown;
}

const RENDERERS = {
  attachment,
  image: attachment,
  file: attachment,
  tool_call: (part) => folded('call', 'Called', part),
  tool_result: (part) => folded('result', 'Result of', part),
  text: (part) => (typeof part.text === 'string' ? textBlock(part.text) : unknown(part)),
  usage: (part) => note(`usage: ${Object.entries(part).filter(([name]) => name !== 'type')
    .map(([name, value]) => `${name} ${value !== null && typeof value === 'object' ? JSON.stringify(value) : value}`).join(', ')}`),
};

function attachment(part) {
  const url = typeof part.url === 'string' ? part.url : '';
  const name = String(part.name ?? part.filename ?? part.path ?? (url || 'attachment'));
  const shown = named(snippet(name, 120));
  const size = Number.isFinite(part.size) ? bytes(part.size) : '';
  return element('div', { class: 'part attachment' },
    element('span', { class: 'part-kind' }, 'file'),
    webLink(url, shown) ?? shown,
    element('span', { class: 'dim' }, [part.mediaType ?? part.mimeType, size].filter(Boolean).map(String).join(', ')));
}

function folded(kind, verb, part) {
  const { type, name, ...rest } = part;
  return element('details', { class: `part tool ${kind}` },
    element('summary', {}, element('span', { class: 'part-kind' }, verb), ' ', named(name ?? part.id ?? type, { class: 'tool-name' }),
      element('span', { class: 'preview', dir: 'auto' }, preview(rest))),
    codeBlock(JSON.stringify(rest, null, 2), 'JSON'));
}

/** What stands in one line beside the name: the only value there is, or all of them. */
function preview(values) {
  const plain = Object.entries(values).filter(([key]) => key !== 'id').map(([, value]) => value);
  return snippet(plain.length === 1 && typeof plain[0] === 'string' ? plain[0] : JSON.stringify(values), 90);
}

function unknown(part) {
  return element('details', { class: 'part' },
    element('summary', {}, element('span', { class: 'part-kind' }, named(part?.type ?? 'part'))),
    codeBlock(JSON.stringify(part, null, 2), 'JSON'));
}

function note(text) {
  return element('div', { class: 'note', dir: 'auto' }, snippet(text, 300));
}
