// What edits, deletes and reactions that arrive live do to a message that is shown.

const KEPT = new Set(['type', 'platform', 'channel', 'thread', 'messageId', 'eventId', 'sender', 'sentAt', 'order', 'replyTo']);

/** The message after an event; the same object if the event changes nothing. */
export function changed(message, event) {
  switch (event.type) {
    case 'message.edited':
      return edited(message, event);
    case 'message.deleted':
      return deleted(message, event);
    case 'reaction.added':
      return withReactions(message, event, (senders, sender) => [...senders, sender]);
    case 'reaction.removed':
      return withReactions(message, event, (senders) => senders);
    default:
      return message;
  }
}

function edited(message, event) {
  if (message.deleted || isOlder(event.editedAt, message.event.editedAt)) {
    return message;
  }
  const fields = Object.entries(event).filter(([name, value]) => !KEPT.has(name) && value !== null);
  return { ...message, event: { ...message.event, ...Object.fromEntries(fields) } };
}

function deleted(message, event) {
  if (isOlder(event.deletedAt, message.event.editedAt)) {
    return message;
  }
  const { text, parts, ...rest } = message.event;
  const by = event.sender && event.sender.id !== message.event.sender?.id ? { deletedBy: event.sender } : {};
  return { ...message, deleted: true, event: { ...rest, deletedAt: event.deletedAt, ...by } };
}

function withReactions(message, event, change) {
  const emoji = event.emoji ?? '';
  const reactions = message.reactions ?? [];
  const before = reactions.find((reaction) => reaction.emoji === emoji) ?? { emoji, count: 0, senders: [] };
  const others = before.senders.filter((sender) => sender.id !== event.sender.id);
  const senders = change(others, event.sender);
  const after = { emoji, senders, count: Math.max(senders.length, before.count + senders.length - before.senders.length) };
  const list = reactions.includes(before)
    ? reactions.map((reaction) => (reaction === before ? after : reaction))
    : [...reactions, after];
  return { ...message, reactions: list.filter((reaction) => reaction.count > 0) };
}

function isOlder(time, than) {
  return than !== undefined && Date.parse(time) < Date.parse(than);
}
