-- Schema 2: sessions count their messages by the role of the sender; offsets identify the record that they follow.

ALTER TABLE sessions ADD COLUMN user_messages INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN assistant_messages INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN system_messages INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN tool_messages INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN bot_messages INTEGER NOT NULL DEFAULT 0;

-- Counts the messages of sessions whose messages are all in the file. The counts of other sessions stay 0 until their next
-- snapshot arrives.
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

-- 16-byte hash of the value of the record before next_offset; NULL if unknown. It reveals that a topic was recreated.
ALTER TABLE sink_offsets ADD COLUMN last_record BLOB;
