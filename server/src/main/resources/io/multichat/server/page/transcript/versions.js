// The versions of a message: as it was sent, edited and deleted.

import { element, named } from '../dom.js';
import { senderName } from '../names.js';
import { failure, loading } from '../notices.js';
import { dateTime } from '../time.js';
import { partsOf } from './parts.js';
import { textBlock } from './text.js';

/** Shows a dialog with the versions of a message. */
export async function showVersions(source, { messageId }, signal) {
  const content = element('div', { class: 'versions' }, loading(3));
  const dialog = element('dialog', { class: 'wide', 'aria-label': 'Versions', onclose: () => dialog.remove() },
    element('form', { method: 'dialog' },
      element('header', {}, element('h2', {}, 'Versions'), element('button', { class: 'quiet', 'aria-label': 'Close' }, '✕'))),
    content);
  document.body.append(dialog);
  dialog.showModal();
  signal.addEventListener('abort', () => dialog.close(), { once: true });
  try {
    const message = await source.versions(messageId, signal);
    const versions = message.revisions ?? [];
    content.replaceChildren(
      ...(message.revisionsComplete === false ? [element('p', { class: 'notice' }, 'The oldest versions are not available.')] : []),
      versions.length === 0
        ? element('p', { class: 'dim' }, 'The store that answered keeps no earlier versions.')
        : element('ol', {}, versions.map(versionOf)));
  } catch (problem) {
    content.replaceChildren(failure(problem));
  }
}

function versionOf(event) {
  const at = event.editedAt ?? event.deletedAt ?? event.sentAt;
  const verb = event.deletedAt ? 'Deleted' : event.editedAt ? 'Edited' : 'Sent';
  return element('li', {},
    element('p', { class: 'note' }, verb, event.sender ? [' by ', named(senderName(event.sender))] : '', ' ', dateTime(at)),
    typeof event.text === 'string' && !event.deletedAt && textBlock(event.text),
    Array.isArray(event.parts) && partsOf(event.parts));
}
