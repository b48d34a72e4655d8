// Follows live events. `EventSource` cannot send a key, so the stream is read with fetch.

import { pause, sent } from './api.js';

const SILENCE_MS = 40_000; // The server sends a heartbeat every 15 seconds.
const HIDDEN_MS = 20_000; // Browsers share few connections among all tabs.
const LONGEST_WAIT_MS = 15_000;

/**
 * Follows until the signal is given. Reconnects by itself and continues after the last event that it received.
 *
 * @param params the filter of `/v1/live`
 * @param onEvent receives the name and the data of each event
 * @param onState receives `live`, `connecting` or `lost`
 */
export async function follow(params, { onEvent, onState, signal }) {
  const stream = { params, onEvent, onState, signal, lastId: null, failures: 0 };
  while (!signal.aborted) {
    onState(stream.failures > 0 ? 'lost' : 'connecting');
    await visible(signal);
    const connection = new AbortController();
    const stop = () => connection.abort();
    signal.addEventListener('abort', stop, { once: true });
    const unwatch = stopWhileHidden(stop);
    try {
      await connect(stream, connection);
    } catch {
      stream.failures++;
    } finally {
      unwatch();
      connection.abort();
      signal.removeEventListener('abort', stop);
    }
    await backOff(stream);
  }
}

async function connect(stream, connection) {
  const headers = { Accept: 'text/event-stream', ...(stream.lastId ? { 'Last-Event-ID': stream.lastId } : {}) };
  const response = await sent('v1/live', stream.params, { headers, signal: connection.signal });
  if (!response.ok) {
    throw new Error(`status ${response.status}`);
  }
  stream.failures = 0;
  stream.onState('live');
  await read(response.body.pipeThrough(new TextDecoderStream()).getReader(), stream, connection);
  stream.failures++;
}

/** Reads blocks until the stream ends or falls silent. */
async function read(reader, stream, connection) {
  let rest = '';
  for (;;) {
    const silence = setTimeout(() => connection.abort(), SILENCE_MS);
    const { value, done } = await reader.read().finally(() => clearTimeout(silence));
    if (done) {
      return;
    }
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop();
    blocks.forEach((block) => receive(block, stream));
  }
}

function receive(block, stream) {
  const fields = {};
  for (const line of block.split('\n')) {
    const [name, value] = line.split(/: ?(.*)/su);
    if (name && value !== undefined) {
      fields[name] = value;
    }
  }
  stream.lastId = fields.id ?? stream.lastId;
  if (fields.event) {
    stream.onEvent(fields.event, fields.data ? JSON.parse(fields.data) : null);
  }
}

async function backOff(stream) {
  if (stream.failures === 0 || stream.signal.aborted) {
    return;
  }
  stream.onState('lost');
  const wait = Math.min(LONGEST_WAIT_MS, 500 * 2 ** stream.failures);
  const online = new AbortController();
  window.addEventListener('online', () => online.abort(), { once: true, signal: stream.signal });
  await pause(wait, AbortSignal.any([stream.signal, online.signal])).catch(() => {});
}

/** Returns once the tab is visible. */
function visible(signal) {
  return new Promise((resolve) => {
    if (!document.hidden || signal.aborted) {
      resolve();
      return;
    }
    const seen = () => {
      document.removeEventListener('visibilitychange', seen);
      signal.removeEventListener('abort', seen);
      resolve();
    };
    document.addEventListener('visibilitychange', seen);
    signal.addEventListener('abort', seen);
  });
}

/** Stops the stream of a tab that stays hidden; returns a function that ends the watch. */
function stopWhileHidden(stop) {
  let timer = null;
  const watch = () => {
    clearTimeout(timer);
    timer = document.hidden ? setTimeout(stop, HIDDEN_MS) : null;
  };
  document.addEventListener('visibilitychange', watch);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', watch);
  };
}
