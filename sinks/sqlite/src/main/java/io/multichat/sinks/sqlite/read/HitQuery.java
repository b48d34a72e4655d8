package io.multichat.sinks.sqlite.read;

import io.multichat.events.Sender;
import io.multichat.reading.search.SearchFeature;
import io.multichat.reading.search.SearchFilter;
import io.multichat.reading.search.SearchRequest;
import io.multichat.sinks.sqlite.index.IndexTables;
import io.multichat.sinks.sqlite.index.MatchExpression;
import io.multichat.sinks.sqlite.index.SearchScope;
import io.multichat.sinks.sqlite.sql.Select;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The SQL of a search in one file. */
final class HitQuery {
    private static final String COLUMNS = "SELECT m.id, m.text, m.conversation_id, " + SessionMessages.COLUMNS + """
            , c.platform, c.channel, c.thread
            """;
    // The order of this join is fixed, too: with a conversation and a time, SQLite would prefer the index of messages,
    // and look up all
    // words again for each of them.
    private static final String MESSAGES =
            "CROSS JOIN messages AS m ON m.id = f.rowid CROSS JOIN conversations AS c ON c.id = m.conversation_id";
    // The order of this join is fixed: the newest messages are read first, until there are enough.
    private static final String NEWEST_MESSAGES =
            "FROM messages AS m CROSS JOIN conversations AS c ON c.id = m.conversation_id";

    private final SearchRequest request;
    private final SearchFilter filter;

    HitQuery(SearchRequest request) {
        this.request = request;
        this.filter = request.query().filter();
    }

    /**
     * The query; one row more than the limit if there are more hits.
     *
     * @param number the number of the file
     * @return empty if nothing in the file can match
     */
    Optional<Select> in(Connection connection, int number) throws SQLException {
        Optional<Long> conversation = Optional.empty();
        if (filter.place().conversation().isPresent()) {
            conversation = new Select("SELECT id FROM conversations")
                    .with("WHERE key = ?", filter.place().conversation())
                    .first(connection, row -> row.getLong(1));
            if (conversation.isEmpty()) {
                return Optional.empty();
            }
        }
        SearchScope scope =
                new SearchScope(conversation, filter.sender(), filter.role().map(Sender.Role::wireName));
        Optional<String> expression = IndexTables.isScoped(connection)
                ? MatchExpression.of(request.query().terms(), scope)
                : MatchExpression.ofText(request.query().terms());
        if (expression.isEmpty()) {
            return filter.equals(SearchFilter.NONE)
                    ? Optional.empty()
                    : Optional.of(withoutWords(conversation, number));
        }
        return Optional.of(
                request.sort() == SearchRequest.Sort.RELEVANCE
                        ? ranked(expression.get(), conversation)
                        : newest(expression.get(), conversation, number));
    }

    /** Conditions that the index cannot check, without words to look for: the newest messages are read until enough match. */
    private Select withoutWords(Optional<Long> conversation, int number) {
        Select select = new Select(COLUMNS + ", 0.0 AS score " + NEWEST_MESSAGES)
                .with("WHERE (m.text IS NOT NULL OR m.deleted_at IS NULL)")
                .with("AND m.id < ?", before(number))
                .with(
                        "AND m.id NOT IN (SELECT rowid FROM messages_fts WHERE messages_fts MATCH ?)",
                        MatchExpression.ofExcluded(request.query().terms()));
        return conditions(select, conversation).with("ORDER BY m.id DESC LIMIT ?", request.limit() + 1L);
    }

    private Select newest(String expression, Optional<Long> conversation, int number) {
        // The index is stored by row id, so this order finds the newest hits without reading all of them.
        Select select = new Select(COLUMNS + ", 0.0 AS score FROM messages_fts AS f " + MESSAGES)
                .with("WHERE messages_fts MATCH ?", expression)
                .with("AND f.rowid < ?", before(number));
        return conditions(select, conversation).with("ORDER BY f.rowid DESC LIMIT ?", request.limit() + 1L);
    }

    private Optional<Long> before(int number) {
        return request.before().map(cursor -> cursor.before().get(number));
    }

    private Select ranked(String expression, Optional<Long> conversation) {
        // Ranking reads every hit, so a common word is ranked among its newest hits only: those that meet the
        // conditions.
        Select select = new Select(COLUMNS + ", f.score FROM (SELECT f.rowid AS rowid,"
                        + " bm25(messages_fts, 1.0, 0.0) AS score FROM messages_fts AS f " + MESSAGES)
                .with("WHERE messages_fts MATCH ?", expression);
        return conditions(select, conversation)
                .with("ORDER BY f.rowid DESC LIMIT ?) AS f " + MESSAGES, (long) SearchRequest.MAX_RANKED)
                .with("ORDER BY f.score, f.rowid DESC LIMIT ?", (long) request.limit());
    }

    private Select conditions(Select select, Optional<Long> conversation) {
        // An edit or delete before its creation has no position, and cannot be shown.
        select.with("AND m.ordering IS NOT NULL")
                .with("AND m.conversation_id = ?", conversation)
                .with("AND c.platform = ?", filter.place().platform())
                .with("AND m.sender_id = ?", filter.sender())
                .with("AND m.role = ?", filter.role().map(Sender.Role::wireName))
                .with("AND m.sent_at >= ?", filter.from())
                .with("AND m.sent_at < ?", filter.to());
        filter.features().forEach(feature -> feature(select, feature));
        return select;
    }

    private static void feature(Select select, SearchFeature feature) {
        switch (feature) {
            case LINK -> select.with("AND (m.text LIKE '%http://%' OR m.text LIKE '%https://%')");
            case REPLY -> select.with("AND m.reply_to IS NOT NULL");
            case EDIT -> select.with("AND m.edited_at IS NOT NULL");
            default ->
                select.with(
                        "AND EXISTS (SELECT 1 FROM json_each(coalesce(m.original, m.event), '$.parts') AS p"
                                + " WHERE p.value ->> '$.type' = ?)",
                        feature.wireName());
        }
    }
}
