package io.multichat.server.reply;

import com.fasterxml.jackson.core.JsonGenerator;
import io.multichat.server.tiers.Answer;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The body of a page, {@code {"<name>":[…],…}}, written piece by piece as it is sent, because a page
 * may be large and its items are already in memory.
 */
public final class PageBody<T> {
    // A small page is a single piece, which the server sends with its length and may compress.
    private static final int PIECE_BYTES = 16 * 1024;

    private final String name;
    private final Iterator<T> items;
    private final ItemWriter<T> writer;
    private final End end;
    private final JsonPiece json = new JsonPiece();
    private boolean begun;
    private boolean ended;

    /** Writes an item as one JSON value. */
    public interface ItemWriter<T> {
        void write(T item, JsonPiece json) throws IOException;
    }

    /** Writes the fields after the items. */
    public interface End {
        void write(JsonGenerator generator) throws IOException;

        /**
         * The end of a page of a list.
         *
         * @param nextCursor the cursor of the next page; empty on the last page
         * @param answer the answer, which names its tier
         */
        static End of(Optional<String> nextCursor, Answer<?> answer) {
            return generator -> {
                generator.writeStringField("nextCursor", nextCursor.orElse(null));
                SourceJson.write(answer, generator);
            };
        }
    }

    public PageBody(String name, List<T> items, ItemWriter<T> writer, End end) {
        this.name = name;
        this.items = items.iterator();
        this.writer = writer;
        this.end = end;
    }

    public boolean hasMorePieces() {
        return !ended;
    }

    /** The next bytes of the body, in UTF-8. */
    public byte[] nextPiece() throws IOException {
        if (ended) {
            throw new NoSuchElementException();
        }
        if (!begun) {
            begun = true;
            json.generator().writeStartObject();
            json.generator().writeArrayFieldStart(name);
        }
        while (items.hasNext() && json.size() < PIECE_BYTES) {
            writer.write(items.next(), json);
        }
        if (!items.hasNext()) {
            writeEnd(json.generator());
        }
        return json.take();
    }

    private void writeEnd(JsonGenerator generator) throws IOException {
        generator.writeEndArray();
        end.write(generator);
        generator.writeEndObject();
        ended = true;
    }
}
