package io.multichat.jobs.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.reading.PageRequest;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The messages of one session, read from the HTTP server page by page. */
public final class MessagePages {
    private final ServerClient server;
    private final String session;
    private final Map<String, String> parameters;
    private boolean complete = true;

    /**
     * Makes no request yet.
     *
     * @param session a session id
     * @param parameters of every request, such as {@code direction}, as in the HTTP interface
     */
    public MessagePages(ServerClient server, String session, Map<String, String> parameters) {
        this.server = server;
        this.session = session;
        this.parameters = Map.copyOf(parameters);
    }

    /**
     * Reads at most {@code limit} messages.
     *
     * @param cursor where to continue; null: from the first message in the direction of reading
     * @return the cursor to continue from; null after the last message
     * @throws ServerException when the server does not answer or refuses the request
     */
    public String forEach(String cursor, int limit, Consumer<JsonNode> action) {
        String next = cursor;
        int left = limit;
        do {
            JsonNode page = page(next, Math.min(left, PageRequest.MAX_LIMIT));
            page.path("messages").forEach(action);
            complete &= page.path("complete").asBoolean(true);
            left -= page.path("messages").size();
            next = page.path("nextCursor").textValue();
        } while (next != null && left > 0);
        return next;
    }

    /** False if a page that was read says that messages of it are lost. */
    public boolean isComplete() {
        return complete;
    }

    /**
     * Like {@link #forEach}, but returns one JSON object with {@code session}, {@code messages} and {@code nextCursor}, and with
     * {@code complete} if messages are lost.
     */
    public ObjectNode gather(JsonNode snapshot, String cursor, int limit) {
        ArrayNode messages = JsonNodeFactory.instance.arrayNode();
        String next = forEach(cursor, limit, messages::add);
        ObjectNode gathered = JsonNodeFactory.instance.objectNode();
        gathered.set("session", snapshot);
        gathered.set("messages", messages);
        gathered.put("nextCursor", next);
        if (!complete) {
            gathered.put("complete", false);
        }
        return gathered;
    }

    private JsonNode page(String cursor, int limit) {
        Map<String, String> query = new TreeMap<>(parameters);
        query.put("limit", Integer.toString(limit));
        if (cursor != null) {
            query.put("cursor", cursor);
        }
        return server.get("/v1/sessions/" + session + "/messages", query);
    }
}
