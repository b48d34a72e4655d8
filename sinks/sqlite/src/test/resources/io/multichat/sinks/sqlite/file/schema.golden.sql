CREATE TABLE boundaries (
  conversation_id INTEGER NOT NULL REFERENCES conversations (id),
  boundary_at INTEGER NOT NULL,
  PRIMARY KEY (conversation_id, boundary_at)
) STRICT, WITHOUT ROWID;
CREATE TABLE conversations (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,   -- platform/channel or platform/channel/thread, percent-encoded
  hash INTEGER NOT NULL,      -- the low 64 bits of the ids of its sessions, signed
  platform TEXT NOT NULL,
  channel TEXT NOT NULL,
  thread TEXT                 -- NULL: the channel itself
) STRICT;
CREATE INDEX conversations_by_hash ON conversations (hash);
CREATE TABLE erasure_cleanup (
  cleaned INTEGER NOT NULL    -- erasures.id: nothing of this erasure, or of an earlier one, can be found any more
) STRICT;
CREATE TABLE erasures (
  id INTEGER PRIMARY KEY,
  conversation_id INTEGER NOT NULL REFERENCES conversations (id),
  participant TEXT NOT NULL,  -- the hash of an erased participant; empty: everything within the times is erased
  from_at INTEGER NOT NULL,
  until_at INTEGER NOT NULL,
  UNIQUE (conversation_id, participant, from_at, until_at)
) STRICT;
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
CREATE INDEX events_by_message ON events (conversation_id, message_id) WHERE message_id IS NOT NULL;
CREATE INDEX events_in_order ON events (conversation_id, sent_at, ordering);
CREATE TABLE message_revisions (
  conversation_id INTEGER NOT NULL,
  message_id TEXT NOT NULL,
  rank INTEGER NOT NULL CHECK (rank IN (1, 2)), -- 1: edit, 2: delete
  revised_at INTEGER NOT NULL,
  event TEXT NOT NULL,
  PRIMARY KEY (conversation_id, message_id, rank, revised_at, event),
  FOREIGN KEY (conversation_id, message_id) REFERENCES messages (conversation_id, message_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
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
CREATE UNIQUE INDEX messages_by_message_id ON messages (conversation_id, message_id);
CREATE VIRTUAL TABLE messages_fts USING fts5 (
  text,
  scope,
  content = '',
  contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);
CREATE TABLE 'messages_fts_config'(k PRIMARY KEY, v) WITHOUT ROWID;
CREATE TABLE 'messages_fts_data'(id INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE 'messages_fts_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);
CREATE TABLE 'messages_fts_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
CREATE INDEX messages_in_order ON messages (conversation_id, sent_at, ordering, message_id)
  WHERE ordering IS NOT NULL;
CREATE INDEX messages_unknown ON messages (conversation_id, sent_at) WHERE ordering IS NULL;
CREATE TABLE search_reindexing (
  remaining INTEGER NOT NULL  -- messages.id
) STRICT;
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
CREATE INDEX sessions_by_activity ON sessions (last_message_at, session_id, conversation_id, started_at)
  WHERE state IN ('open', 'closed');
CREATE INDEX sessions_by_conversation ON sessions (conversation_id, started_at, session_id);
CREATE INDEX sessions_by_start ON sessions (started_at, session_id);
CREATE INDEX sessions_live ON sessions (conversation_id, started_at) WHERE state IN ('open', 'closed');
CREATE TABLE sink_offsets (
  connector TEXT NOT NULL,
  topic TEXT NOT NULL,
  partition INTEGER NOT NULL,
  next_offset INTEGER NOT NULL,
  last_record BLOB,           -- 16-byte hash of the value of the record before next_offset; NULL if unknown. It reveals that
                              -- a topic was recreated
  PRIMARY KEY (connector, topic, partition)
) STRICT, WITHOUT ROWID;
version 6, journal_mode wal
