package io.multichat.server.request;

import io.javalin.http.Context;
import io.multichat.events.Conversation;
import io.multichat.events.InvalidEventException;
import io.multichat.events.SessionId;
import io.multichat.events.text.Rfc3339;
import io.multichat.events.text.WholeNumbers;
import io.multichat.reading.MessageCursor;
import io.multichat.reading.PageRequest;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Reads the parameters of a request. Throws an {@link IllegalArgumentException} that names an invalid parameter. */
public final class Parameters {
    private static final int DEFAULT_LIMIT = 100;

    private final Context context;
    private final QueryString query;

    public Parameters(Context context, QueryString query) {
        this.context = context;
        this.query = query;
    }

    public SessionId sessionId() {
        return parsed("id", context.pathParam("id"), SessionId::parse);
    }

    public PageRequest page() {
        return new PageRequest(
                cursor(MessageCursor::parse),
                limit(PageRequest.MAX_LIMIT),
                text("direction")
                        .map(name -> parsed("direction", name, Parameters::direction))
                        .orElse(PageRequest.Direction.FORWARD));
    }

    public int limit(int max) {
        int limit = text("limit")
                .map(number -> parsed("limit", number, WholeNumbers::parseInt))
                .orElse(DEFAULT_LIMIT);
        if (limit < 1 || limit > max) {
            throw new IllegalArgumentException("limit is " + limit + "; it must be from 1 to " + max);
        }
        return limit;
    }

    public OptionalLong time(String name) {
        return text(name)
                .map(time -> OptionalLong.of(parsed(name, time, Rfc3339::parse)))
                .orElse(OptionalLong.empty());
    }

    /**
     * The key of the conversation given by {@code conversation}, or by {@code platform}, {@code channel} and {@code thread}.
     */
    public Optional<String> conversation() {
        Optional<String> channel = text("channel");
        Optional<String> thread = text("thread");
        if (channel.isEmpty() && thread.isPresent()) {
            throw new IllegalArgumentException("thread needs platform and channel");
        }
        if (channel.isPresent() && text("conversation").isPresent()) {
            throw new IllegalArgumentException(
                    "conversation and channel are both given; give conversation alone, or platform,"
                            + " channel and thread");
        }
        try {
            if (channel.isEmpty()) {
                return text("conversation").map(key -> Conversation.ofKey(key).key());
            }
            String platform =
                    text("platform").orElseThrow(() -> new IllegalArgumentException("channel needs platform"));
            return Optional.of(Conversation.of(platform, channel.get(), thread.orElse(null))
                    .key());
        } catch (InvalidEventException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Where to continue; empty for the first page, which an empty cursor also requests. */
    public <T> Optional<T> cursor(Function<String, T> parser) {
        return query.value("cursor").filter(cursor -> !cursor.isEmpty()).map(text -> parsed("cursor", text, parser));
    }

    /**
     * A query parameter; empty when it is missing.
     *
     * @throws IllegalArgumentException if it has no value: a filter without a value must not select everything
     */
    public Optional<String> text(String name) {
        Optional<String> value = query.value(name);
        if (value.filter(String::isEmpty).isPresent()) {
            throw new IllegalArgumentException(name + " is empty; give it a value or leave it out");
        }
        return value;
    }

    public static <T> T parsed(String name, String value, Function<String, T> parser) {
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(name + " is \"" + ShownValue.of(value) + "\"; " + e.getMessage(), e);
        }
    }

    private static PageRequest.Direction direction(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "forward" -> PageRequest.Direction.FORWARD;
            case "backward" -> PageRequest.Direction.BACKWARD;
            default -> throw new IllegalArgumentException("it must be forward or backward");
        };
    }
}
