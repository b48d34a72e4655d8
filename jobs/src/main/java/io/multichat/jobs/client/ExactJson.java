package io.multichat.jobs.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Parses the answers of the server without changing what users published. Events may contain numbers that no Java type can
 * represent, and integers of a million digits, which take seconds to convert; both are kept as text. An object named {@code
 * event} is kept as text as a whole, because unknown fields may have equal names, of which a tree keeps one.
 */
final class ExactJson extends JsonParserDelegate {
    // No limits: the server is the user's own, and its events were checked when they were accepted.
    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build());
    private static final int LONGEST_LONG = Long.toString(Long.MIN_VALUE).length();

    private static final String EVENT = "event";

    private static final String REVISIONS = "revisions";

    private final byte[] source;
    private final boolean exactRevisions;
    /** The event that was just read; null after any other token. */
    private RawValue event;

    private ExactJson(byte[] source, boolean exactRevisions) throws IOException {
        super(JSON.createParser(source));
        this.source = source;
        this.exactRevisions = exactRevisions;
    }

    /**
     * The tree of the first value; a missing node for empty input.
     *
     * @param exactRevisions true to keep each object in an array {@code revisions} as text as well
     */
    static JsonNode read(byte[] json, boolean exactRevisions) throws IOException {
        try (JsonParser parser = new ExactJson(json, exactRevisions)) {
            JsonNode tree = JSON.readTree(parser);
            return tree == null ? MissingNode.getInstance() : tree;
        }
    }

    @Override
    public JsonToken nextToken() throws IOException {
        event = null;
        if (super.nextToken() == JsonToken.START_OBJECT
                && (EVENT.equals(currentName()) || (exactRevisions && isRevision(getParsingContext())))) {
            event = skipEvent();
        }
        return currentToken();
    }

    @Override
    public JsonToken currentToken() {
        JsonToken token = super.currentToken();
        return event != null || isKeptAsText(token) ? JsonToken.VALUE_EMBEDDED_OBJECT : token;
    }

    @Override
    public int currentTokenId() {
        JsonToken token = currentToken();
        return token == null ? JsonToken.NOT_AVAILABLE.id() : token.id();
    }

    @Override
    public Object getEmbeddedObject() throws IOException {
        return event == null ? new RawValue(getText()) : event;
    }

    /** @param object the context of an object that has just begun */
    private static boolean isRevision(JsonStreamContext object) {
        JsonStreamContext around = object.getParent();
        return around.inArray() && REVISIONS.equals(around.getParent().getCurrentName());
    }

    private RawValue skipEvent() throws IOException {
        int start = (int) currentTokenLocation().getByteOffset();
        skipChildren();
        int end = (int) currentLocation().getByteOffset();
        // A line break can only be between tokens; an answer for programs has one line.
        String text = new String(source, start, end - start, StandardCharsets.UTF_8);
        return new RawValue(text.replace('\n', ' ').replace('\r', ' '));
    }

    private boolean isKeptAsText(JsonToken token) {
        if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            return true;
        }
        try {
            return token == JsonToken.VALUE_NUMBER_INT
                    && (getTextLength() > LONGEST_LONG || getText().equals("-0"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
