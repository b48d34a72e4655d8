package io.multichat.sinks.sqlite.testing;

import java.util.ArrayList;
import java.util.List;

/**
 * The contradictions in a file.
 *
 * @param file the database
 */
record TableFaults(StoreFile file) {
    /** Columns that contradict the stored events. */
    private static final String COLUMNS = """
            SELECT 'columns of ' || message_id FROM messages AS m
            WHERE edited_at IS NOT (SELECT max(revised_at) FROM message_revisions AS r
                WHERE r.rank = 1 AND r.conversation_id = m.conversation_id AND r.message_id = m.message_id)
              OR deleted_at IS NOT (SELECT max(revised_at) FROM message_revisions AS r
                WHERE r.rank = 2 AND r.conversation_id = m.conversation_id AND r.message_id = m.message_id)
              OR ordering IS NOT NULL AND role IS NOT json_extract(coalesce(original, event), '$.sender.role')""";

    /** Messages that a search for a word misses, and messages that it finds although they lack the word. */
    private static final String SEARCH = """
            SELECT 'search for %1$s: ' || message_id FROM messages
            WHERE (coalesce(text, '') LIKE '%%%1$s%%')
              <> (id IN (SELECT rowid FROM messages_fts WHERE messages_fts MATCH '%1$s'))""";

    List<String> all() {
        List<String> faults = new ArrayList<>(file.rows("PRAGMA integrity_check"));
        faults.remove("ok");
        faults.addAll(file.rows("PRAGMA foreign_key_check"));
        faults.addAll(file.rows(COLUMNS));
        for (String word : List.of("hello", "quoted", "messages")) {
            faults.addAll(file.rows(String.format(SEARCH, word)));
        }
        return faults;
    }
}
