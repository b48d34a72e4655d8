// A session as a file or on the clipboard.

import { getFile, getText } from '../api.js';
import { button, element } from '../dom.js';
import { toast } from '../notices.js';
import { copy } from './pane.js';

const FORMATS = [
  { format: 'html', label: 'Web page (HTML)' },
  { format: 'markdown', label: 'Markdown' },
  { format: 'jsonl', label: 'JSON Lines' },
  { format: 'csv', label: 'Table (CSV)' },
];
const EXTENSIONS = { html: 'html', markdown: 'md', jsonl: 'jsonl', csv: 'csv' };

/** A menu with the formats, and a button that copies the session as Markdown. */
export function downloads(sessionId, signal) {
  const path = `v1/sessions/${encodeURIComponent(sessionId)}/export`;
  const menu = element('details', { class: 'menu' }, element('summary', { class: 'button' }, 'Download'),
    element('div', { class: 'menu-items' },
      FORMATS.map(({ format, label }) => button(label, () => {
        menu.open = false;
        return attempt(async () => save(await getFile(path, { format }, signal), `${sessionId}.${EXTENSIONS[format]}`));
      })),
      button('Copy as Markdown', () => {
        menu.open = false;
        return attempt(async () => copy(await getText(path, { format: 'markdown' }, signal), 'Session copied as Markdown'));
      })));
  menu.addEventListener('focusout', (event) => {
    menu.open = menu.open && menu.contains(event.relatedTarget);
  });
  return menu;
}

async function attempt(action) {
  try {
    await action();
  } catch (problem) {
    toast(problem.message);
  }
}

function save(file, name) {
  const link = element('a', { href: URL.createObjectURL(file), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
