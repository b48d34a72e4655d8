-- Schema 4: lists of conversations.

-- Lists conversations by their newest activity: a session is the newest of its conversation if no other one starts after it, which
-- sessions_live tells. Covers both conditions, so that a list reads the rows of the listed sessions only.
CREATE INDEX sessions_by_activity ON sessions (last_message_at, session_id, conversation_id, started_at)
  WHERE state IN ('open', 'closed');
