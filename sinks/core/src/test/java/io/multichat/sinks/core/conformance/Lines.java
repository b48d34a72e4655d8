package io.multichat.sinks.core.conformance;

import io.multichat.events.Placement;
import io.multichat.events.SessionSnapshot;
import io.multichat.reading.contract.OneLine;
import io.multichat.sinks.core.Origin;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The text form of contents, for comparison and for error messages. */
public final class Lines {
    private Lines() {}

    /** A line of values: bytes as UTF-8, an absent value as a hyphen. */
    public static String of(Object... values) {
        return Arrays.stream(values).map(Lines::text).collect(Collectors.joining(" | "));
    }

    /** A line of {@link Aspect#SESSIONS}. */
    public static String of(SessionSnapshot snapshot) {
        SessionSnapshot.Counts counts = snapshot.counts();
        return of(
                snapshot.sessionId(),
                snapshot.conversation().key(),
                snapshot.status(),
                snapshot.span(),
                counts.messages() + " " + counts.edits() + " " + counts.deletes() + " " + counts.textBytes() + " "
                        + counts.participants() + " " + counts.roles(),
                snapshot.firstMessageId(),
                snapshot.lastMessageId(),
                snapshot.gap(),
                snapshot.version());
    }

    /** A line of {@link Aspect#RECORDS} for a record of the transcript. */
    public static String of(Origin origin, String conversation, Placement placement, byte[] value) {
        return of(origin.topic(), origin.partition(), origin.offset(), conversation, placement, OneLine.of(value));
    }

    /** A line of {@link Aspect#RECORDS} for a snapshot, whose offset no store keeps. */
    public static String ofSnapshot(String topic, int partition, byte[] value) {
        return of(topic, partition, OneLine.of(value));
    }

    private static String text(Object value) {
        if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(Lines::text).orElse("-");
        }
        if (value instanceof OptionalLong optional) {
            return optional.isPresent() ? Long.toString(optional.getAsLong()) : "-";
        }
        return String.valueOf(value);
    }
}
