package io.multichat.sinks.sqlite.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.StoreFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Queries that are frequent or grow with the file must use an index: none may sort or read a whole table. */
class QueryPlanTest {
    private final StoreFile file = new StoreFile();

    @AfterEach
    void remove() {
        file.close();
    }

    @Test
    void sessionsAndPagesAreReadByAnIndex() {
        RunningTask.on(file.path()).close();

        assertThat(plan("SELECT event FROM messages AS m WHERE m.conversation_id = 1 AND m.ordering IS NOT NULL"
                        + " AND m.sent_at BETWEEN 1 AND 2 AND (m.sent_at, m.ordering, m.message_id) > (1, 2, 'x')"
                        + " ORDER BY m.sent_at, m.ordering, m.message_id LIMIT 10"))
                .contains("SEARCH m USING INDEX messages_in_order (conversation_id=? AND sent_at>? AND sent_at<?)")
                .doesNotContain("B-TREE");
        assertThat(plan("SELECT count(*) FROM messages AS m WHERE m.conversation_id = 1 AND m.ordering IS NOT NULL"
                        + " AND m.sent_at BETWEEN 1 AND 2"))
                .contains("USING COVERING INDEX messages_in_order");
        assertThat(plan(SessionById.LAST_STARTED))
                .contains("sessions_live (conversation_id=? AND started_at<?)")
                .doesNotContain("B-TREE");
        assertThat(plan("SELECT * FROM session_messages WHERE session_id = 'x' ORDER BY sent_at, ordering, message_id"))
                .contains("messages_in_order (conversation_id=? AND sent_at>? AND sent_at<?)")
                .contains("sessions_live (conversation_id=? AND started_at>?)")
                .doesNotContain("B-TREE");
        assertThat(plan(SessionRow.SELECT + " WHERE s.state IN ('open', 'closed')"
                        + " AND (s.started_at, s.session_id) < (5, 'x')"
                        + " ORDER BY s.started_at DESC, s.session_id DESC LIMIT 10"))
                .contains("sessions_by_start")
                .doesNotContain("B-TREE");
    }

    @Test
    void conversationsAreListedByAnIndex() {
        RunningTask.on(file.path()).close();

        assertThat(plan(String.join(
                        " ",
                        SqliteConversations.NEWEST,
                        SqliteConversations.AFTER,
                        SqliteConversations.NEWEST_ACTIVITY_FIRST)))
                .contains("USING INDEX sessions_by_activity")
                .contains("n USING INDEX sessions_live (conversation_id=? AND started_at>?)")
                .doesNotContain("B-TREE");
    }

    private String plan(String query) {
        return String.join("\n", file.rows("EXPLAIN QUERY PLAN " + query));
    }
}
