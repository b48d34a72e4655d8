-- Schema 6: erasure.

-- What was erased in each conversation. Ids ascend, so a writer that has read up to the greatest one knows all of them.
CREATE TABLE erasures (
  id INTEGER PRIMARY KEY,
  conversation_id INTEGER NOT NULL REFERENCES conversations (id),
  participant TEXT NOT NULL,  -- the hash of an erased participant; empty: everything within the times is erased
  from_at INTEGER NOT NULL,
  until_at INTEGER NOT NULL,
  UNIQUE (conversation_id, participant, from_at, until_at)
) STRICT;

-- One row: how far the bytes of this file, its log and its backups have been cleaned of what was erased.
CREATE TABLE erasure_cleanup (
  cleaned INTEGER NOT NULL    -- erasures.id: nothing of this erasure, or of an earlier one, can be found any more
) STRICT;
INSERT INTO erasure_cleanup VALUES (0);

-- Edits and deletes whose message is unknown, by time.
CREATE INDEX messages_unknown ON messages (conversation_id, sent_at) WHERE ordering IS NULL;
