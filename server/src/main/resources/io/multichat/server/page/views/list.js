// A list in pages: it continues by itself near its end, and with a button. Back in the list, the reader is where he left.

import { button, element } from '../dom.js';
import { bind, step } from '../keyboard.js';
import { failure, loading, skipped } from '../notices.js';
import { notePlace, notedPlace } from '../places.js';

const PAGE = 100;
const LARGEST = 1_000;

/**
 * Shows a list.
 *
 * @param scroller the element that scrolls
 * @param options `load(cursor, limit)` answers a page, `items(page)` its items, `row(item)` the row of one, `none` what to show
 *   without any, and `signal`
 * @returns the list element, once its first page is shown
 */
export async function pagedList(scroller, options) {
  const hash = location.hash;
  const list = element('ol', { class: 'rows' });
  const state = { list, scroller, options, cursor: null, busy: false, shown: 0 };
  const more = button('More', () => extend(state, more), { class: 'edge', hidden: true });
  const bones = loading();
  scroller.append(bones, list, more);
  bindSteps(list, options.signal);
  const noted = notedPlace();
  options.signal.addEventListener('abort', () => notePlace(hash, { shown: state.shown, top: scroller.scrollTop }), { once: true });
  try {
    await load(state, more, Math.min(LARGEST, Math.max(PAGE, noted?.shown ?? 0)));
  } catch (problem) {
    if (problem.name !== 'AbortError') {
      scroller.append(failure(problem, () => window.dispatchEvent(new HashChangeEvent('hashchange'))));
    }
    return list;
  } finally {
    bones.remove();
  }
  scroller.scrollTop = noted?.top ?? 0;
  watch(state, more);
  return list;
}

/** Moves through the rows of a list with the keyboard. */
export function bindSteps(list, signal) {
  bind('j', 'Next', () => step(list, '.row', 1), signal);
  bind('k', 'Previous', () => step(list, '.row', -1), signal);
}

async function extend(state, more) {
  if (state.busy || !state.cursor) {
    return;
  }
  try {
    await load(state, more, PAGE);
  } catch (problem) {
    if (problem.name !== 'AbortError') {
      more.textContent = `${problem.message} Try again`;
    }
  }
}

async function load(state, more, limit) {
  const { options, list } = state;
  state.busy = true;
  try {
    const page = await options.load(state.cursor, limit);
    const items = options.items(page);
    list.before(...[skipped(page)].filter((note) => note && state.shown === 0));
    list.append(...items.map(options.row));
    state.shown += items.length;
    state.cursor = page.nextCursor;
    if (state.shown === 0 && !state.cursor) {
      list.before(options.none);
    }
    more.textContent = 'More';
    more.hidden = !page.nextCursor;
  } finally {
    state.busy = false;
  }
}

function watch(state, more) {
  const observer = new IntersectionObserver(async ([seen]) => {
    if (seen.isIntersecting) {
      await extend(state, more);
      observer.unobserve(more);
      observer.observe(more);
    }
  }, { root: state.scroller, rootMargin: '600px 0px' });
  observer.observe(more);
  state.options.signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
