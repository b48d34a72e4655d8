// A transcript with what belongs to it: live state, the way to the newest message, keys of a message, the versions of an edited one.

import { button, element } from '../dom.js';
import { counted } from '../names.js';
import { failure, toast } from '../notices.js';
import { notePlace, notedPlace } from '../places.js';
import { messageItem } from './message.js';
import { showVersions } from './versions.js';
import { tail } from './tail.js';
import { TranscriptWindow } from './window.js';

const STATES = { live: 'Live', connecting: 'Connecting…', lost: 'Not live: reconnecting…' };

/**
 * Shows a transcript.
 *
 * @param subject `source`, `separateSessions`, `isLive`, `link(message)` and `permalink(message)`
 * @param options `thread(id)` the thread of a message, `onSession` receives snapshots, `signal`
 */
export class TranscriptPane {
  constructor(subject, options) {
    this.subject = subject;
    this.options = options;
    this.state = element('span', { class: 'live-state', role: 'status' });
    this.notice = element('div', { class: 'notices', 'aria-live': 'polite' });
    this.pill = button('', () => this.toEnd(), { class: 'pill', hidden: true });
    this.window = new TranscriptWindow(subject.source, (message) => messageItem(message, this.#actions()), {
      separateSessions: subject.separateSessions,
      signal: options.signal,
      onChange: () => this.#ends(),
    });
    this.window.scroller.addEventListener('scroll', () => this.#ends(), { passive: true });
    this.window.list.addEventListener('click', (event) => this.#jumpToReply(event));
    this.node = element('div', { class: 'pane' }, this.notice, this.window.scroller, this.pill, this.window.announcer);
    this.#notePlaceAtEnd(location.hash);
  }

  /** Shows the place that an address names: a message, a time, or else the newest messages; and follows what happens. */
  async open({ message, t }) {
    const noted = message || t ? null : notedPlace();
    if (this.subject.isLive) {
      void tail(this.window, this.subject.source, {
        signal: this.options.signal,
        onSession: this.options.onSession,
        onState: (state) => {
          this.state.textContent = STATES[state];
          this.state.dataset.state = state;
        },
      });
    }
    await this.#attempt(() => this.#show({ message: message ?? noted?.message, t: t ?? noted?.t }, Boolean(message)));
  }

  /** Shows another place. */
  goTo({ message, t }) {
    return this.#attempt(() => this.#show({ message, t }, Boolean(message)));
  }

  /** Shows the newest messages. */
  toEnd() {
    return this.#attempt(() => this.window.toEnd());
  }

  /** Shows the oldest messages. */
  toStart() {
    return this.#attempt(() => this.window.toStart());
  }

  /** The message at the top of what is shown. */
  get topMessage() {
    const top = this.window.scroller.getBoundingClientRect().top;
    const node = [...this.window.list.querySelectorAll('.message')].find((each) => each.getBoundingClientRect().bottom > top);
    return node && this.window.entries.message(node.dataset.id);
  }

  async #show({ message, t }, marked) {
    this.notice.replaceChildren();
    if (!message && !t) {
      await this.window.toEnd();
      return;
    }
    try {
      const found = await this.window.around(message ?? t);
      if (message && marked) {
        this.#mark(found);
      }
    } catch (problem) {
      if (problem.status !== 404 || !message) {
        throw problem;
      }
      await this.#showWhereItWas(t);
    }
  }

  async #showWhereItWas(t) {
    await (t ? this.window.around(t) : this.window.toEnd());
    this.notice.replaceChildren(element('p', { class: 'notice warn' },
      t ? 'The linked message is no longer here. This is the time at which it was sent.' : 'The linked message is not here. These are the newest ones.'));
  }

  #mark(id) {
    this.window.list.querySelectorAll('.target').forEach((node) => node.classList.remove('target'));
    const node = this.window.entries.node(id);
    node?.classList.add('target');
    node?.focus({ preventScroll: true });
  }

  async #attempt(show) {
    try {
      await show();
      if (this.window.entries.size === 0) {
        this.notice.replaceChildren(element('p', { class: 'notice nothing' }, 'There are no messages here.'));
      }
    } catch (problem) {
      if (problem.name !== 'AbortError') {
        this.notice.replaceChildren(failure(problem, () => this.toEnd()));
      }
    }
  }

  #ends() {
    const { unread, isAtEnd } = this.window;
    if (this.window.entries.size > 0) {
      this.notice.querySelector('.nothing')?.remove();
    }
    this.pill.hidden = isAtEnd || this.window.entries.size === 0;
    this.pill.textContent = unread > 0 ? `${counted(unread, 'new', 'new')} ↓` : 'Newest ↓';
    this.pill.classList.toggle('unread', unread > 0);
  }

  #actions() {
    return {
      link: this.subject.link,
      original: (id) => this.window.entries.message(id),
      thread: this.options.thread,
      copyLink: (message) => copy(this.subject.permalink(message), 'Link copied'),
      copyText: (message) => copy(message.event.text ?? '', 'Text copied'),
      history: (message) => showVersions(this.subject.source, message, this.options.signal),
    };
  }

  /** A reply to a message that is in the document needs no new address to be loaded. */
  #jumpToReply(event) {
    const id = event.target.closest('[data-reply]')?.dataset.reply;
    if (id && this.window.entries.node(id) && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      this.window.entries.node(id).scrollIntoView({ block: 'center' });
      this.#mark(id);
    }
  }

  #notePlaceAtEnd(hash) {
    this.options.signal.addEventListener('abort', () => {
      const top = this.window.isAtEnd ? null : this.topMessage;
      if (top) {
        notePlace(hash, { message: top.messageId, t: top.sentAt });
      }
    }, { once: true });
  }
}

/** Copies a text and says so. */
export async function copy(text, done) {
  try {
    await navigator.clipboard.writeText(text);
    toast(done);
  } catch {
    toast('The browser does not allow copying here.');
  }
}
