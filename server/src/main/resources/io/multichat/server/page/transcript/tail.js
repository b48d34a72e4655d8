// Keeps a transcript current: passes on what arrives live, in batches, and reads again what a stream may have missed.

import { follow } from '../live.js';
import { changed } from './changes.js';

const BATCH_MS = 120;
// The stores are a moment behind the stream.
const CATCH_UP_MS = 3_000;

/**
 * Follows a transcript until the signal is given.
 *
 * @param transcript the window on it
 * @param source where its messages come from
 * @param callbacks `onState` receives the state of the stream, `onSession` the snapshots of sessions
 */
export function tail(transcript, source, { onState, onSession, signal }) {
  let arrived = [];
  let timer = null;
  let catching = null;
  const flush = () => {
    timer = null;
    const messages = arrived;
    arrived = [];
    transcript.arrive(messages);
  };
  const catchUpSoon = () => {
    clearTimeout(catching);
    catching = setTimeout(() => transcript.catchUp().catch(() => {}), CATCH_UP_MS);
  };
  const receive = (name, data) => {
    if (name === 'session') {
      onSession(data);
    } else if (name === 'reset') {
      void transcript.catchUp().catch(() => {});
    } else if (name === 'message.created') {
      arrived.push(messageOf(data));
      timer ??= setTimeout(flush, BATCH_MS);
    } else if (data?.event) {
      apply(data.event, arrived, transcript.entries);
    }
  };
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    clearTimeout(catching);
  }, { once: true });
  return follow(source.live, {
    signal,
    onEvent: receive,
    onState: (state) => {
      onState(state);
      if (state === 'live') {
        catchUpSoon();
      }
    },
  });
}

function messageOf({ sessionId, sentAt, order, event }) {
  return { messageId: event.messageId, sessionId, sentAt, order, deleted: false, event };
}

/** Changes a message that is shown, or one that arrived in the same moment. */
function apply(event, arrived, entries) {
  const waiting = arrived.findIndex((message) => message.messageId === event.messageId);
  if (waiting >= 0) {
    arrived[waiting] = changed(arrived[waiting], event);
    return;
  }
  const shown = entries.message(event.messageId);
  const after = shown && changed(shown, event);
  if (after && after !== shown) {
    entries.change(after);
  }
}
