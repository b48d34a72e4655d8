package io.multichat.topology.state;

import io.multichat.events.erasure.ErasureCommand;
import io.multichat.events.erasure.ErasureMarker;
import io.multichat.events.erasure.ParticipantHash;
import io.multichat.topology.state.layers.Keyspace;
import io.multichat.topology.state.layers.StateBytes;
import io.multichat.topology.state.layers.Varint;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * Store of the legal holds that are set in each conversation. On disk, with a changelog; a hold is kept until it is cleared, whatever
 * {@code session.retention} says. Not cached: only commands read it.
 */
public final class HoldStore {
    /** Greater than any UTF-8. */
    private static final byte[] AFTER_ALL = {(byte) 0xFF};

    private final Keyspace records;

    public HoldStore(Keyspace records) {
        this.records = records;
    }

    /** Sets a hold, or replaces the one with the same id. */
    public void set(ConversationKey conversation, ErasureCommand hold) {
        records.put(conversation.bytesOf(utf8(hold.hold().orElseThrow())), StateBytes.write(out -> {
            Varint.write(out, hold.from());
            Varint.write(out, hold.until());
            out.write(hold.participant().map(ParticipantHash::bytes).orElse(new byte[0]));
        }));
    }

    /** Clears a hold. Does nothing if it is not set. */
    public void clear(ConversationKey conversation, ErasureCommand hold) {
        records.remove(conversation.bytesOf(utf8(hold.hold().orElseThrow())));
    }

    /** The id of a hold that protects something that the marker covers. */
    public Optional<String> protecting(ConversationKey conversation, ErasureMarker marker) {
        int prefix = conversation.bytes().get().length + 1;
        try (KeyValueIterator<Bytes, byte[]> holds =
                records.range(conversation.bytesOf(new byte[0]), conversation.bytesOf(AFTER_ALL))) {
            while (holds.hasNext()) {
                KeyValue<Bytes, byte[]> hold = holds.next();
                byte[] key = hold.key.get();
                String id = new String(key, prefix, key.length - prefix, StandardCharsets.UTF_8);
                if (marker.isProtectedBy(read(id, hold.value))) {
                    return Optional.of(id);
                }
            }
            return Optional.empty();
        }
    }

    private static ErasureCommand read(String id, byte[] hold) {
        return StateBytes.read(hold, in -> {
            long from = Varint.read(in);
            long until = Varint.read(in);
            byte[] held = in.readAllBytes();
            Optional<ParticipantHash> participant =
                    held.length == 0 ? Optional.empty() : Optional.of(ParticipantHash.ofBytes(held));
            return ErasureCommand.ofHold(id, participant, from, until);
        });
    }

    private static byte[] utf8(String id) {
        return id.getBytes(StandardCharsets.UTF_8);
    }
}
