package io.multichat.sinks.redis.layout;

import io.multichat.events.MessagePosition;
import io.multichat.events.MessageVersions;
import io.multichat.events.Placement;
import io.multichat.events.Revision;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A message as stored under {@code :bodies}: {@code <rank> <revisedAt> <sentAt> <order> <JSON>}, for example
 * {@code 1 1700000060000 1700000000000 17 {"type":"message.edited",…}}.
 *
 * <p>It holds what {@link MessageVersions} knows of the message. Rank, revision time and JSON come from the version shown;
 * sentAt and order come from the creation. The order is {@code ?} while only edits or deletes are known.
 *
 * @param shown the version shown; its value is the JSON of the event, byte for byte as published
 * @param sentAt UTC milliseconds
 * @param order the order among messages of equal time; empty while the creation is unknown
 */
public record MessageBody(Revision shown, long sentAt, OptionalLong order) {
    /** The resource with the Lua functions on bodies, for scripts that read or merge them. */
    public static final String LUA_FUNCTIONS = "/io/multichat/sinks/redis/layout/bodies.lua";

    private static final int HEAD_FIELDS = 4;
    private static final String UNKNOWN = "?";

    /** The body of a message of which only one version is known. */
    public static byte[] encode(Revision version, Placement placement) {
        String order = version.isCreation() ? Long.toString(placement.order()) : UNKNOWN;
        String head = version.rank() + " " + version.at() + " " + placement.sentAt() + " " + order + " ";
        byte[] ascii = head.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(ascii.length + version.value().length)
                .put(ascii)
                .put(version.value())
                .array();
    }

    /** Reads a well-formed body. */
    public static MessageBody decode(byte[] body) {
        int json = 0;
        for (int spaces = 0; spaces < HEAD_FIELDS; json++) {
            spaces += body[json] == ' ' ? 1 : 0;
        }
        String[] head = new String(body, 0, json, StandardCharsets.US_ASCII).split(" ");
        byte[] event = Arrays.copyOfRange(body, json, body.length);
        return new MessageBody(
                new Revision(Integer.parseInt(head[0]), Long.parseLong(head[1]), event),
                Long.parseLong(head[2]),
                UNKNOWN.equals(head[3]) ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(head[3])));
    }

    /** The position of the message; empty while the creation is unknown. */
    public Optional<MessagePosition> position(String messageId) {
        return order.isPresent()
                ? Optional.of(new MessagePosition(sentAt, order.getAsLong(), messageId))
                : Optional.empty();
    }
}
