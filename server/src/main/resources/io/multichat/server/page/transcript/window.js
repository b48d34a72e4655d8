// A window on a transcript: at most 400 messages are in the document. It grows at either end as one reads, and drops what is far
// away. The browser's scroll anchoring keeps the line that is being read in its place.

import { button, element } from '../dom.js';
import { counted } from '../names.js';
import { failure, loading } from '../notices.js';
import { Entries, MOST, compare } from './entries.js';

const NEAR_END_PX = 80;
const AHEAD = '1500px 0px';
const STORE_DELAY_MS = 1_000;

/** A transcript in a scrolling element. `open` shows a place; `arrive` adds what happens live. */
export class TranscriptWindow {
  #source;
  #signal;
  #hasBefore = false;
  #hasAfter = false;
  #opened = 0;
  #busy = { older: null, newer: null };
  #unread = 0;
  #newest = null;
  #loading = false;
  #staysAtEnd = true;

  /**
   * @param source where the messages come from
   * @param item makes the list item of a message
   * @param options `separateSessions`, `signal`, and `onChange`, called when the ends or the number of unread messages change
   */
  constructor(source, item, options) {
    this.#source = source;
    this.#signal = options.signal;
    this.onChange = options.onChange;
    this.list = element('ol', { class: 'messages' });
    this.entries = new Entries(this.list, item, options);
    this.olderButton = button('Older messages', () => this.older(), { class: 'edge older' });
    this.newerButton = button('Newer messages', () => this.newer(), { class: 'edge newer' });
    this.announcer = element('div', { class: 'sr-only', role: 'log', 'aria-label': 'New messages' });
    this.scroller = element('div', { class: 'scroller', tabindex: '0', role: 'region', 'aria-label': 'Transcript' },
      this.olderButton, this.list, this.newerButton);
    this.scroller.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    this.#watchEdges();
    this.#watchSize();
  }

  /** How many messages have arrived below what is shown. */
  get unread() {
    return this.#unread;
  }

  /** True if the newest message is in the document. */
  get showsEnd() {
    return !this.#hasAfter;
  }

  /** True if the reader is at the newest message. */
  get isAtEnd() {
    const { scrollTop, clientHeight, scrollHeight } = this.scroller;
    return this.showsEnd && scrollTop + clientHeight >= scrollHeight - NEAR_END_PX;
  }

  /** Shows the newest messages. */
  async toEnd() {
    await this.#replace(() => this.#source.end(this.#signal));
    this.#unread = 0;
    this.#staysAtEnd = true;
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.onChange();
  }

  /** Shows the oldest messages. */
  async toStart() {
    await this.#replace(() => this.#source.start(this.#signal));
    this.scroller.scrollTop = 0;
    this.#staysAtEnd = false;
  }

  /** Shows the messages around one, or around a time, and returns the id of the one in the middle. */
  async around(anchor) {
    if (!this.entries.node(anchor)) {
      const page = await this.#replace(() => this.#source.around(anchor, this.#signal));
      anchor = page?.anchor;
    }
    this.#staysAtEnd = false;
    this.entries.node(anchor)?.scrollIntoView({ block: 'center' });
    return anchor;
  }

  /** Loads the messages before those that are shown. */
  older() {
    return this.#extend('older', this.#hasBefore, async () => {
      const page = await this.#source.before(this.entries.first, this.#signal);
      return () => {
        // Browsers do not anchor at the very top.
        this.scroller.scrollTop = Math.max(1, this.scroller.scrollTop);
        this.#hasBefore = page.hasBefore;
        this.#hasAfter = this.entries.makeRoomAtStart(page.messages.length) || this.#hasAfter;
        this.#keepPlace(() => this.entries.add(page.messages));
      };
    });
  }

  /** Loads the messages after those that are shown. */
  newer() {
    return this.#extend('newer', this.#hasAfter, async () => {
      const page = await this.#source.after(this.entries.last, this.#signal);
      return () => {
        this.#hasAfter = page.hasAfter;
        this.#keepPlace(() => {
          this.#hasBefore = this.entries.makeRoomAtEnd(page.messages.length) || this.#hasBefore;
          this.entries.add(page.messages);
        });
        this.#unread = this.#hasAfter ? this.#unread : 0;
        this.#settle();
      };
    });
  }

  /** Adds messages that were sent now. Nothing moves while the reader is further up. */
  arrive(messages) {
    const late = messages.filter((message) => this.entries.last && compare(message, this.entries.last) < 0);
    const fresh = messages.filter((message) => !late.includes(message) && !this.entries.node(message.messageId));
    const inside = late.filter((message) => compare(message, this.entries.first) > 0);
    this.#newest = fresh.at(-1) ?? this.#newest;
    if (this.#loading) {
      return;
    }
    if (inside.length + this.entries.size <= MOST) {
      this.entries.add(inside);
    }
    if (this.isAtEnd) {
      this.#hasBefore = this.entries.makeRoomAtEnd(fresh.length) || this.#hasBefore;
      this.entries.add(fresh);
      this.scroller.scrollTop = this.scroller.scrollHeight;
      this.#announce(fresh);
    } else {
      this.#unread += fresh.length;
      this.#hasAfter = this.#hasAfter || fresh.length > 0;
    }
    this.#edges();
  }

  /** Adds what the stores have and a live stream may have missed, if the end is shown. */
  async catchUp() {
    if (!this.showsEnd || this.entries.size === 0) {
      return;
    }
    const page = await this.#source.after(this.entries.last, this.#signal);
    this.arrive(page.messages);
    this.#hasAfter = this.#hasAfter || page.hasAfter;
    this.#edges();
  }

  async #replace(load) {
    const opened = ++this.#opened;
    this.#loading = true;
    this.entries.clear();
    this.#hasBefore = false;
    this.#hasAfter = false;
    this.olderButton.hidden = true;
    this.newerButton.hidden = true;
    const bones = loading(8);
    this.scroller.prepend(bones);
    try {
      const page = await load();
      if (opened !== this.#opened) {
        return null;
      }
      this.#hasBefore = page.hasBefore;
      this.#hasAfter = page.hasAfter;
      this.entries.add(page.messages);
      this.#loading = false;
      this.#settle();
      this.#edges();
      return page;
    } finally {
      this.#loading = this.#loading && opened !== this.#opened;
      bones.remove();
    }
  }

  /** Loads at one end, once at a time; what was loaded for a place that is no longer shown is dropped. */
  #extend(end, hasMore, load) {
    if (!hasMore || this.entries.size === 0) {
      return Promise.resolve();
    }
    const opened = this.#opened;
    this.#busy[end] ??= load()
      .then((show) => opened === this.#opened && show())
      .catch((problem) => problem.name !== 'AbortError' && this.#failed(end, problem))
      .finally(() => {
        this.#busy[end] = null;
        this.#edges();
      });
    return this.#busy[end];
  }

  /** Reads again while the stores are behind what has arrived live. */
  #settle() {
    if (this.showsEnd && this.#newest && this.entries.last && compare(this.entries.last, this.#newest) < 0) {
      clearTimeout(this.settling);
      this.settling = setTimeout(() => !this.#signal.aborted && this.catchUp().then(() => this.#settle(), () => {}), STORE_DELAY_MS);
    }
  }

  #failed(end, problem) {
    this.scroller.querySelector('.empty.failed')?.remove();
    const note = failure(problem, () => {
      note.remove();
      this[end]();
    });
    this[`${end}Button`].after(note);
  }

  /** Native scroll anchoring where there is one; otherwise the same by hand. */
  #keepPlace(change) {
    if (CSS.supports('overflow-anchor', 'auto')) {
      change();
      return;
    }
    const top = this.scroller.getBoundingClientRect().top;
    const read = [...this.list.children].find((child) => child.getBoundingClientRect().bottom > top);
    const before = read?.getBoundingClientRect().top;
    change();
    if (read?.isConnected) {
      this.scroller.scrollTop += read.getBoundingClientRect().top - before;
    }
  }

  #scrolled() {
    this.#staysAtEnd = this.isAtEnd;
    if (this.#unread > 0 && this.isAtEnd) {
      this.#unread = 0;
      this.onChange();
    }
  }

  /** A reader at the end stays there when the window becomes narrower or a message longer. */
  #watchSize() {
    const observer = new ResizeObserver(() => {
      if (this.#staysAtEnd && this.showsEnd && !this.#loading) {
        this.scroller.scrollTop = this.scroller.scrollHeight;
      }
    });
    observer.observe(this.scroller);
    observer.observe(this.list);
    this.#signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  }

  #watchEdges() {
    const observer = new IntersectionObserver((seen) => {
      for (const { isIntersecting, target } of seen) {
        if (isIntersecting) {
          void (target === this.olderButton ? this.older() : this.newer());
        }
      }
    }, { root: this.scroller, rootMargin: AHEAD });
    // An observer reports changes only: what is still in view after it has loaded is observed again.
    this.observeEdges = () => [this.olderButton, this.newerButton].forEach((edge) => {
      observer.unobserve(edge);
      observer.observe(edge);
    });
    this.#signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  }

  #edges() {
    this.olderButton.hidden = !this.#hasBefore;
    this.newerButton.hidden = !this.#hasAfter;
    this.newerButton.textContent = this.#unread > 0 ? counted(this.#unread, 'newer message') : 'Newer messages';
    this.observeEdges();
    this.onChange();
  }

  #announce(messages) {
    const lines = messages.slice(-3).map(({ event }) => element('p', {}, `${event.sender?.name ?? event.sender?.id}: ${(event.text ?? '').slice(0, 200)}`));
    this.announcer.replaceChildren(...lines);
    clearTimeout(this.announced);
    this.announced = setTimeout(() => this.announcer.replaceChildren(), 5_000);
  }
}
