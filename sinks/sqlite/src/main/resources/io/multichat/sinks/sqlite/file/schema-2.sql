-- Schema 2: sessions tell how many of their messages each role sent, offsets which record they follow.

ALTER TABLE sessions ADD COLUMN user_messages INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN assistant_messages INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN system_messages INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN tool_messages INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN bot_messages INTEGER NOT NULL DEFAULT 0;

-- Counted where all messages of a session are here; other rows get theirs with the next snapshot, till then all are 0.
UPDATE sessions
SET (user_messages, assistant_messages, system_messages, tool_messages, bot_messages) = (
  SELECT count(*) FILTER (WHERE m.role = 'user'), count(*) FILTER (WHERE m.role = 'assistant'),
    count(*) FILTER (WHERE m.role = 'system'), count(*) FILTER (WHERE m.role = 'tool'),
    count(*) FILTER (WHERE m.role = 'bot')
  FROM messages AS m
  WHERE m.conversation_id = sessions.conversation_id AND m.ordering IS NOT NULL
    AND m.sent_at BETWEEN sessions.started_at AND sessions.last_message_at)
WHERE state IN ('open', 'closed');

UPDATE sessions
SET user_messages = 0, assistant_messages = 0, system_messages = 0, tool_messages = 0, bot_messages = 0
WHERE user_messages + assistant_messages + system_messages + tool_messages + bot_messages <> messages;

-- 16 bytes, hashed of the value of the record before next_offset; NULL: not known. By it a log that is another one is known.
ALTER TABLE sink_offsets ADD COLUMN last_record BLOB;
