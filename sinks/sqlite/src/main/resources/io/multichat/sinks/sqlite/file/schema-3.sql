-- Schema 3. All times are integers: UTC milliseconds. All texts compare as UTF-8 bytes.
-- Files with schema 1 or 2 are not migrated, because they hold session ids of another kind.
-- A released migration is never edited; a change is a new file.

-- "mult": distinguishes this file from those of other programs.
PRAGMA application_id = 1836412020;

-- Conversations have local integer ids, so that a message row holds 1 to 4 bytes instead of a key of up to 512.
CREATE TABLE conversations (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,   -- platform/channel or platform/channel/thread, percent-encoded
  hash INTEGER NOT NULL,      -- the low 64 bits of the ids of its sessions, signed
  platform TEXT NOT NULL,
  channel TEXT NOT NULL,
  thread TEXT                 -- NULL: the channel itself
) STRICT;

-- Finds the conversation of a session id that has no row. Not unique: ids contain 16 more bits of the conversation.
CREATE INDEX conversations_by_hash ON conversations (hash);

-- The newest snapshot of each session.
CREATE TABLE sessions (
  session_id TEXT NOT NULL PRIMARY KEY,
  conversation_id INTEGER NOT NULL REFERENCES conversations (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'closed', 'merged', 'deleted')),
  merged_into TEXT,           -- of a merged session: its survivor when it was merged; a hint
  started_at INTEGER NOT NULL,
  last_message_at INTEGER NOT NULL,
  closed_at INTEGER,
  closed_by TEXT CHECK (closed_by IN ('idle', 'end', 'boundary')),
  messages INTEGER NOT NULL,
  edits INTEGER NOT NULL,
  deletes INTEGER NOT NULL,
  participants INTEGER NOT NULL,
  text_bytes INTEGER NOT NULL,
  version INTEGER NOT NULL,   -- the row with the greater (generation, version) is newer
  generation INTEGER NOT NULL,
  gap INTEGER NOT NULL,       -- milliseconds
  participants_approximate INTEGER NOT NULL CHECK (participants_approximate IN (0, 1)),
  first_message_id TEXT NOT NULL,
  last_message_id TEXT NOT NULL,
  user_messages INTEGER NOT NULL DEFAULT 0,      -- messages by the role of their sender
  assistant_messages INTEGER NOT NULL DEFAULT 0,
  system_messages INTEGER NOT NULL DEFAULT 0,
  tool_messages INTEGER NOT NULL DEFAULT 0,
  bot_messages INTEGER NOT NULL DEFAULT 0,
  CHECK (last_message_at >= started_at)
) STRICT, WITHOUT ROWID;

-- Finds the session that contains an instant, and the start of the next one. Merged sessions do not slow it down.
CREATE INDEX sessions_live ON sessions (conversation_id, started_at) WHERE state IN ('open', 'closed');
-- Lists the sessions of a conversation by time, in any state.
CREATE INDEX sessions_by_conversation ON sessions (conversation_id, started_at, session_id);
-- Lists all sessions by time.
CREATE INDEX sessions_by_start ON sessions (started_at, session_id);

-- Every message once, in its newest revision. The table has row ids: rows are appended, the search index refers to them by
-- id, and an index page holds many more messages than a page of whole rows.
CREATE TABLE messages (
  id INTEGER PRIMARY KEY,     -- local; the row id of messages_fts
  conversation_id INTEGER NOT NULL REFERENCES conversations (id),
  sent_at INTEGER NOT NULL,
  ordering INTEGER,           -- the order of messages with equal sent_at; ties are broken by message_id. NULL until the
                              -- creation arrives, while there are only edits or deletes
  message_id TEXT NOT NULL,
  sender_id TEXT,
  sender_name TEXT,
  role TEXT,
  text TEXT,                  -- of the newest revision; NULL if that is a delete
  reply_to TEXT,
  edited_at INTEGER,          -- of the newest edit
  deleted_at INTEGER,         -- of the newest delete
  event TEXT NOT NULL,        -- JSON of the newest revision
  original TEXT               -- JSON of the creation while a revision hides it
) STRICT;

-- The identity of a message. This index is costly, because ids assigned by publishers arrive in no order.
CREATE UNIQUE INDEX messages_by_message_id ON messages (conversation_id, message_id);
-- Reads and counts the messages of a session by its interval. Messages without an order are left out.
CREATE INDEX messages_in_order ON messages (conversation_id, sent_at, ordering, message_id)
  WHERE ordering IS NOT NULL;

-- Every edit and delete. Together with messages.original, the creation, this is the whole history of a message.
CREATE TABLE message_revisions (
  conversation_id INTEGER NOT NULL,
  message_id TEXT NOT NULL,
  rank INTEGER NOT NULL CHECK (rank IN (1, 2)), -- 1: edit, 2: delete
  revised_at INTEGER NOT NULL,
  event TEXT NOT NULL,
  PRIMARY KEY (conversation_id, message_id, rank, revised_at, event),
  FOREIGN KEY (conversation_id, message_id) REFERENCES messages (conversation_id, message_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Events that are not versions of a message: reactions, participants who join or leave, and explicit ends.
CREATE TABLE events (
  id INTEGER PRIMARY KEY,
  identity BLOB NOT NULL UNIQUE, -- 16-byte hash of the conversation and event id, or of the event's bytes if it has no id
  conversation_id INTEGER NOT NULL REFERENCES conversations (id),
  type TEXT NOT NULL,
  sent_at INTEGER NOT NULL,
  ordering INTEGER NOT NULL,
  message_id TEXT,            -- of a reaction: the message that it refers to
  sender_id TEXT,
  sender_name TEXT,
  role TEXT,
  emoji TEXT,
  event TEXT NOT NULL
) STRICT;

-- Reads the events of a session by its interval.
CREATE INDEX events_in_order ON events (conversation_id, sent_at, ordering);
-- Reads the reactions to a message.
CREATE INDEX events_by_message ON events (conversation_id, message_id) WHERE message_id IS NOT NULL;

-- Instants that no session crosses: a message at exactly a boundary belongs to the session before it.
CREATE TABLE boundaries (
  conversation_id INTEGER NOT NULL REFERENCES conversations (id),
  boundary_at INTEGER NOT NULL,
  PRIMARY KEY (conversation_id, boundary_at)
) STRICT, WITHOUT ROWID;

-- How far each connector has written each partition. Updated in the same transaction as the rows, so it always matches them.
CREATE TABLE sink_offsets (
  connector TEXT NOT NULL,
  topic TEXT NOT NULL,
  partition INTEGER NOT NULL,
  next_offset INTEGER NOT NULL,
  last_record BLOB,           -- 16-byte hash of the value of the record before next_offset; NULL if unknown. It reveals that
                              -- a topic was recreated
  PRIMARY KEY (connector, topic, partition)
) STRICT, WITHOUT ROWID;

-- The messages of each open or closed session. An open session extends to the start of the next one, because its snapshot
-- may be older than its newest messages.
CREATE VIEW session_messages AS
SELECT s.session_id, m.conversation_id, m.sent_at, m.ordering, m.message_id, m.sender_id, m.sender_name, m.role, m.text,
  m.reply_to, m.edited_at, m.deleted_at, m.event
FROM sessions AS s
JOIN messages AS m
  ON m.conversation_id = s.conversation_id
  AND m.ordering IS NOT NULL
  AND m.sent_at >= s.started_at
  AND m.sent_at <= CASE s.state
    WHEN 'closed' THEN s.last_message_at
    ELSE coalesce(
      (SELECT min(n.started_at) - 1 FROM sessions AS n INDEXED BY sessions_live
        WHERE n.conversation_id = s.conversation_id AND n.state IN ('open', 'closed')
        AND n.started_at > s.last_message_at),
      9223372036854775807)
    END
WHERE s.state IN ('open', 'closed');
