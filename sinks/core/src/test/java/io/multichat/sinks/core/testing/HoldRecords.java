package io.multichat.sinks.core.testing;

import io.multichat.events.ChatEvent;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.erasure.CommandReason;
import io.multichat.events.erasure.ErasureCommand;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.connect.sink.SinkRecord;

/** Commands that set and clear holds in the conversation of {@link CanaryRecords}. */
public final class HoldRecords {
    private record Place(long at, long order) {}

    private HoldRecords() {}

    /** Sets a hold, for ever and for everybody. */
    public static SinkRecord set(long offset, String id) {
        return record(offset, EventType.HOLD_SET, id, new Place(CanaryRecords.NOON, offset));
    }

    /** Clears a hold. */
    public static SinkRecord cleared(long offset, String id) {
        return record(offset, EventType.HOLD_CLEARED, id, new Place(CanaryRecords.NOON, offset));
    }

    /** Clears a hold a year later, when the topology has forgotten the conversation and numbers its events from the beginning. */
    public static SinkRecord clearedAYearLater(long offset, String id) {
        long later = CanaryRecords.NOON + Duration.ofDays(365).toMillis();
        return record(offset, EventType.HOLD_CLEARED, id, new Place(later, 1));
    }

    private static SinkRecord record(long offset, EventType type, String id, Place place) {
        ChatEvent command = new ChatEvent(
                type,
                CanaryRecords.HERE,
                Optional.empty(),
                Optional.empty(),
                place.at(),
                OptionalLong.empty(),
                Optional.empty(),
                ErasureCommand.ofHold(id, Optional.empty(), 0, ChatEvent.MAX_TIME)
                        .content(Map.of(CommandReason.NAME, "a lawsuit")));
        return SinkRecords.transcript(
                new SinkRecords.At(0, offset),
                command,
                new Placement(Optional.empty(), place.at(), place.order(), type));
    }
}
