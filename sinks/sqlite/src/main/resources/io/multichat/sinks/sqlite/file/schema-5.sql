-- Schema 5: the search index has the column scope.

-- While an index without a scope is replaced: the messages with this id or a lower one are not in the new index, messages_fts_next,
-- yet. Empty at all other times.
CREATE TABLE search_reindexing (
  remaining INTEGER NOT NULL  -- messages.id
) STRICT;
