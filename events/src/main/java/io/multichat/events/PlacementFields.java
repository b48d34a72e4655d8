package io.multichat.events;

import io.multichat.events.text.WholeNumbers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The fields of a {@link Placement} in its header. Every record of the transcript has one, so the fields are slices of the bytes
 * until they are needed.
 *
 * @param header the value of the header
 * @param ends the offset after each field
 * @param count the number of fields
 */
record PlacementFields(byte[] header, int[] ends, int count) {
    private static final int MOST = 8;

    /** The fields between semicolons; of many, only the first ones. */
    static PlacementFields of(byte[] header) {
        int[] ends = new int[MOST];
        int count = 0;
        for (int i = 0; i < header.length && count < MOST - 1; i++) {
            if (header[i] == ';') {
                ends[count++] = i;
            }
        }
        ends[count++] = header.length;
        return new PlacementFields(header, ends, count);
    }

    String text(int field) {
        return new String(header, start(field), ends[field] - start(field), StandardCharsets.ISO_8859_1);
    }

    /** The session; empty if the field is. */
    Optional<SessionId> session(int field) {
        if (start(field) == ends[field]) {
            return Optional.empty();
        }
        try {
            return Optional.of(SessionId.parse(text(field)));
        } catch (IllegalArgumentException e) {
            throw malformed("session");
        }
    }

    long time(int field, String name) {
        long time = number(field, name);
        if (time < 0 || time > ChatEvent.MAX_TIME) {
            throw malformed(name);
        }
        return time;
    }

    long number(int field, String name) {
        try {
            return WholeNumbers.parseLong(text(field));
        } catch (NumberFormatException e) {
            throw malformed(name);
        }
    }

    EventType kind(int field) {
        EventType kind = EventType.NAMES.get(header, start(field), ends[field]);
        if (kind == null) {
            throw malformed("kind");
        }
        return kind;
    }

    private int start(int field) {
        return field == 0 ? 0 : ends[field - 1] + 1;
    }

    private static InvalidEventException malformed(String name) {
        return new InvalidEventException(
                RejectReason.INVALID_VALUE,
                "the field " + name + " of the header " + Placement.HEADER + " is malformed");
    }
}
