package io.multichat.server.request;

import io.javalin.http.Context;
import io.multichat.events.SessionId;
import io.multichat.events.text.Rfc3339;
import io.multichat.events.text.WholeNumbers;
import java.time.DateTimeException;
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

    /** The session id in the path. */
    public SessionId sessionId() {
        return parsed("id", context.pathParam("id"), SessionId::parse);
    }

    /**
     * The maximum number of items on a page.
     *
     * @param max the largest allowed number
     */
    public int limit(int max) {
        int limit = text("limit")
                .map(number -> parsed("limit", number, WholeNumbers::parseInt))
                .orElse(DEFAULT_LIMIT);
        if (limit < 1 || limit > max) {
            throw new IllegalArgumentException("limit is " + limit + "; it must be from 1 to " + max);
        }
        return limit;
    }

    /** A time in UTC milliseconds. */
    public OptionalLong time(String name) {
        return text(name)
                .map(time -> OptionalLong.of(parsed(name, time, Rfc3339::parse)))
                .orElse(OptionalLong.empty());
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

    /** A parameter that is true or false; false when it is missing. */
    public boolean flag(String name) {
        return text(name).map(text -> parsed(name, text, Parameters::truth)).orElse(false);
    }

    private static boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("it must be true or false");
        }
        return text.equals("true");
    }

    /** True if the request has the parameter. */
    boolean isGiven(String name) {
        return query.value(name).isPresent();
    }

    /**
     * Parses a value.
     *
     * @throws IllegalArgumentException if the parser refuses the value; names the parameter
     */
    public static <T> T parsed(String name, String value, Function<String, T> parser) {
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(name + " is \"" + ShownValue.of(value) + "\"; " + e.getMessage(), e);
        }
    }
}
