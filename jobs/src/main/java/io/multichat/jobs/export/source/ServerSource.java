package io.multichat.jobs.export.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.Placement;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.codec.SnapshotDecoder;
import io.multichat.events.text.Rfc3339;
import io.multichat.jobs.client.ServerClient;
import io.multichat.jobs.client.ServerException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A running server. It lists sessions and all versions of their messages, but no other events. Reads the messages of each session, so
 * it is slower than a store.
 */
public final class ServerSource implements ExportSource {
    private static final int PAGE = 1_000;

    private final String address;
    private final ServerClient server;
    private final SnapshotDecoder snapshots = new SnapshotDecoder();
    private final EventDecoder events = new EventDecoder();
    private final List<String> unreadable = new ArrayList<>();
    private Predicate<SessionSnapshot> wanted = session -> true;

    /** @param address of the server, for people */
    public ServerSource(String address, ServerClient server) {
        this.address = address;
        this.server = server;
    }

    @Override
    public String name() {
        return "server " + address;
    }

    @Override
    public void narrow(Predicate<SessionSnapshot> selected) {
        wanted = selected;
    }

    @Override
    public List<String> lacks() {
        return List.of("a server does not list reactions, joins, leaves and ends of sessions; --source archive or"
                + " --source sqlite exports them");
    }

    @Override
    public void forEachSnapshot(Consumer<SessionSnapshot> consumer) throws IOException {
        Map<String, String> query = new HashMap<>(Map.of("limit", String.valueOf(PAGE)));
        JsonNode cursor;
        do {
            JsonNode page = get("/v1/sessions", query);
            page.path("sessions")
                    .forEach(session ->
                            consumer.accept(snapshots.decode(session.toString().getBytes(StandardCharsets.UTF_8))));
            cursor = page.path("nextCursor");
            query.put("cursor", cursor.asText());
        } while (cursor.isTextual());
    }

    @Override
    public void forEachEvent(long fromMs, long untilMs, Consumer<SourceEvent> consumer) throws IOException {
        List<SessionSnapshot> sessions = new ArrayList<>();
        forEachSnapshot(session -> {
            if (wanted.test(session)
                    && session.span().startedAt() < untilMs
                    && session.span().lastMessageAt() >= fromMs) {
                sessions.add(session);
            }
        });
        for (SessionSnapshot session : sessions) {
            read(session, message -> {
                long at = Rfc3339.parse(message.path("sentAt").asText());
                if (at >= fromMs && at < untilMs) {
                    pass(session.conversation(), at, message, consumer);
                }
            });
        }
    }

    @Override
    public List<String> unreadable() {
        return List.copyOf(unreadable);
    }

    private void read(SessionSnapshot session, Consumer<JsonNode> consumer) throws IOException {
        String id = session.sessionId().toString();
        boolean complete = true;
        Map<String, String> query = new HashMap<>(Map.of("revisions", "true", "limit", String.valueOf(PAGE)));
        JsonNode cursor;
        do {
            JsonNode page = get("/v1/sessions/" + id + "/messages", query);
            page.path("messages").forEach(consumer);
            complete &= page.path("complete").asBoolean(true);
            cursor = page.path("nextCursor");
            query.put("cursor", cursor.asText());
        } while (cursor.isTextual());
        if (!complete) {
            unreadable.add("the server says that messages of the session " + id + " are lost");
        }
    }

    private void pass(Conversation conversation, long at, JsonNode message, Consumer<SourceEvent> consumer) {
        JsonNode versions = message.path("revisions");
        if (!versions.isArray() || message.has("revisionsComplete")) {
            unreadable.add("the server does not have all versions of the message "
                    + message.path("messageId").asText() + " of " + conversation.key());
        }
        Iterable<JsonNode> found = versions.isArray() ? versions : List.of(message.path("event"));
        for (JsonNode version : found) {
            byte[] value = version.toString().getBytes(StandardCharsets.UTF_8);
            ChatEvent event = events.decode(value);
            Placement placement =
                    new Placement(Optional.empty(), at, message.path("order").asLong(), event.type());
            consumer.accept(new SourceEvent(conversation, placement, value));
        }
    }

    private JsonNode get(String path, Map<String, String> query) throws IOException {
        try {
            return server.get(path, query, true);
        } catch (ServerException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
