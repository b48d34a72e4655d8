// The transcript of a conversation or of one session, with its threads beside it.

import { get } from '../api.js';
import { button, element } from '../dom.js';
import { bind, step } from '../keyboard.js';
import { conversationName, conversationOf, conversationText, counted, keyOf } from '../names.js';
import { failure, loading } from '../notices.js';
import { absolute, address, go } from '../router.js';
import { dateTime, duration } from '../time.js';
import { downloads } from '../transcript/download.js';
import { askForTime } from '../transcript/jump.js';
import { TranscriptPane } from '../transcript/pane.js';
import { conversationSource, sessionSource } from '../transcript/source.js';
import { snippet } from '../transcript/text.js';
import { threadList, threadsOf } from '../transcript/threads.js';
import { hitBar } from './hits.js';

/** Shows a conversation across its sessions. Returns a function that goes to another place in it. */
export function showConversation(main, route, signal) {
  const key = route.params.conversation;
  return open(main, route, signal, {
    key,
    source: conversationSource(key),
    separateSessions: true,
    isLive: true,
    describe: () => element('a', { href: address('sessions', { conversation: key }) }, 'Sessions'),
    tools: () => [],
  });
}

/** Shows one session. */
export async function showSession(main, route, signal) {
  const id = route.params.session;
  const bones = loading(8);
  main.append(bones);
  let session;
  try {
    session = await get(`v1/sessions/${encodeURIComponent(id)}`, {}, signal);
  } catch (problem) {
    if (problem.name !== 'AbortError') {
      bones.replaceWith(failure(problem, () => window.dispatchEvent(new HashChangeEvent('hashchange'))));
    }
    return undefined;
  }
  bones.remove();
  if (session.sessionId !== id) {
    go(address('session', { ...route.params, session: session.sessionId }), { replace: true });
    return undefined;
  }
  return open(main, route, signal, {
    key: keyOf(session.conversation),
    source: sessionSource(id),
    separateSessions: false,
    isLive: session.state === 'open',
    session,
    describe: describeSession,
    tools: () => [downloads(id, signal)],
  });
}

async function open(main, route, signal, subject) {
  const conversation = conversationOf(subject.key);
  document.title = `${conversationText(conversation)} · Multichat`;
  const threads = new Map();
  const linked = (message) => ({ ...route.params, message: message.messageId, t: message.sentAt, q: undefined, hit: undefined });
  const note = element('span', { class: 'dim subject-note' }, subject.describe(subject.session));
  const pane = new TranscriptPane({
    ...subject,
    link: (message) => address(route.view, linked(message)),
    permalink: (message) => absolute(address('conversation', { conversation: subject.key, message: message.messageId, t: message.sentAt })),
  }, {
    signal,
    thread: (id) => threads.get(id),
    onSession: (session) => subject.session && note.replaceChildren(subject.describe(session)),
  });
  const jump = () => askForTime(pane.topMessage?.sentAt, {
    toTime: (t) => go(address(route.view, { ...route.params, message: undefined, t })),
    toStart: () => pane.toStart(),
    toEnd: () => pane.toEnd(),
  });
  bindKeys(pane, jump, signal);
  const split = element('div', { class: 'split' }, pane.node);
  main.append(
    element('header', { class: 'subject' },
      element('div', { class: 'subject-title' },
        element('h1', {}, subject.session
          ? element('a', { href: address('conversation', { conversation: subject.key }) }, conversationName(conversation))
          : conversationName(conversation)),
        note, pane.state),
      element('div', { class: 'subject-tools' },
        button('Go to a time', jump),
        element('a', { class: 'button', href: address('search', { conversation: subject.key }) }, 'Search here'),
        subject.tools())),
    ...[await hitBar(route, signal)].filter(Boolean),
    split);
  await pane.open(route.params);
  if (!conversation.thread) {
    void showThreads(split, { route, subject, pane, threads, signal });
  }
  return (next) => next.view === route.view && sameSubject(next.params, route.params) && Boolean(pane.goTo(next.params));
}

/** True if two addresses differ only by the place in the transcript. */
function sameSubject(one, other) {
  return ['conversation', 'session', 'thread', 'q', 'hit'].every((name) => one[name] === other[name]);
}

function bindKeys(pane, jump, signal) {
  const list = pane.window.scroller;
  bind('j', 'Next message', () => step(list, '.message', 1), signal);
  bind('k', 'Previous message', () => step(list, '.message', -1), signal);
  bind('g', 'Go to a time', jump, signal);
  bind('G', 'Newest message', () => pane.toEnd(), signal);
  bind('c', 'Copy the link of the message', () => {
    document.activeElement?.closest('.message')?.querySelector('.tools button')?.click();
  }, signal);
}

/** Shows the list of threads, or the one that the address names. A channel without threads has none of it. */
async function showThreads(split, { route, subject, pane, threads, signal }) {
  const found = await threadsOf(subject.key, signal).catch(() => []);
  if (found.length === 0) {
    return;
  }
  const href = (thread) => address(route.view, { ...route.params, message: undefined, t: undefined, thread: thread.id });
  for (const thread of found) {
    threads.set(thread.id, { href: href(thread), label: `Thread: ${counted(thread.messages, 'message')} →` });
    const root = pane.window.entries.message(thread.id);
    if (root) {
      pane.window.entries.change(root);
    }
  }
  const title = ({ id }) => {
    const text = pane.window.entries.message(id)?.event.text;
    return text ? snippet(text, 60) : id;
  };
  const open = found.find(({ id }) => id === route.params.thread);
  const aside = element('aside', { class: `beside${open ? ' open' : ''}`, 'aria-label': open ? 'Thread' : 'Threads' });
  split.append(aside);
  if (open) {
    await showThread(aside, open, route, signal);
  } else {
    aside.append(element('h2', {}, counted(found.length, 'thread')), threadList(found, href, title));
  }
}

async function showThread(aside, thread, route, signal) {
  const whole = address('conversation', { conversation: thread.key });
  const pane = new TranscriptPane({
    source: conversationSource(thread.key),
    separateSessions: true,
    isLive: true,
    link: (message) => address('conversation', { conversation: thread.key, message: message.messageId, t: message.sentAt }),
    permalink: (message) => absolute(address('conversation', { conversation: thread.key, message: message.messageId, t: message.sentAt })),
  }, { signal, thread: () => null, onSession: () => {} });
  aside.append(
    element('header', {},
      element('h2', {}, 'Thread ', element('bdi', {}, thread.id)),
      element('a', { class: 'button', href: whole }, 'Open alone'),
      element('a', { class: 'button', href: address(route.view, { ...route.params, thread: undefined }), 'aria-label': 'Close the thread' }, '✕')),
    pane.node);
  await pane.open({});
}

function describeSession(session) {
  const { state, startedAt, lastMessageAt, messages, participants } = session;
  return element('span', {},
    element('span', { class: `state ${state}` }, state), ' ', dateTime(startedAt),
    ` · ${duration(Date.parse(lastMessageAt) - Date.parse(startedAt))} · ${counted(messages, 'message')} · `,
    `${participants.approximate ? 'about ' : ''}${counted(participants.count, 'person', 'people')}`);
}
