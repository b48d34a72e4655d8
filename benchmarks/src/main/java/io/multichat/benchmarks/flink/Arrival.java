package io.multichat.benchmarks.flink;

import com.dynatrace.hash4j.hashing.Hashing;
import io.multichat.events.ChatEvent;
import io.multichat.events.EventIdentity;
import io.multichat.events.Sender;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * A decoded message on its way to the task of its conversation. It travels packed into bytes, which Flink copies faster than
 * any object.
 *
 * @param identity 16 bytes that identify the message
 * @param sentAt its time, UTC milliseconds
 * @param order the publisher's order among messages of equal time
 * @param sender 64-bit hash of the sender's id
 * @param role role of the sender
 * @param textBytes length of the text in UTF-8, in bytes
 * @param messageId its id
 * @param value the bytes of the event
 */
record Arrival(
        byte[] identity,
        long sentAt,
        OptionalLong order,
        long sender,
        Sender.Role role,
        long textBytes,
        String messageId,
        byte[] value) {
    private static final Sender.Role[] ROLES = Sender.Role.values();
    private static final int NUMBERS = 4 * Long.BYTES + 2 * Byte.BYTES + Short.BYTES;

    static Arrival of(ChatEvent event, byte[] value) {
        Sender sender = event.sender().orElseThrow();
        return new Arrival(
                EventIdentity.of(event, value),
                event.at(),
                event.order(),
                Hashing.komihash5_0().hashCharsToLong(sender.id()),
                sender.role(),
                event.content().textBytes(),
                event.messageId().orElseThrow(),
                value);
    }

    byte[] pack() {
        byte[] id = messageId.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(NUMBERS + EventIdentity.BYTES + id.length + value.length)
                .put(identity)
                .putLong(sentAt)
                .put((byte) (order.isPresent() ? 1 : 0))
                .putLong(order.orElse(0))
                .putLong(sender)
                .put((byte) role.ordinal())
                .putLong(textBytes)
                .putShort((short) id.length)
                .put(id)
                .put(value)
                .array();
    }

    static Arrival unpack(byte[] packed) {
        ByteBuffer in = ByteBuffer.wrap(packed);
        byte[] identity = Packed.bytes(in, EventIdentity.BYTES);
        long sentAt = in.getLong();
        boolean ordered = in.get() != 0;
        long order = in.getLong();
        return new Arrival(
                identity,
                sentAt,
                ordered ? OptionalLong.of(order) : OptionalLong.empty(),
                in.getLong(),
                ROLES[in.get()],
                in.getLong(),
                Packed.text(in),
                Packed.bytes(in, in.remaining()));
    }
}
