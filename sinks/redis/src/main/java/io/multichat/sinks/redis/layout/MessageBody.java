package io.multichat.sinks.redis.layout;

import io.multichat.events.MessagePosition;
import io.multichat.events.Placement;
import io.multichat.events.text.WholeNumbers;
import io.multichat.events.versions.MessageVersions;
import io.multichat.events.versions.Revision;
import io.multichat.events.versions.ShownMessage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A message as stored under {@code :bodies}: {@code <rank> <revisedAt> <sentAt> <order> <JSON>}, for example
 * {@code 0 0 1700000000000 17 {"messageId":"m1",…}}. When an edit or a delete is the newest version, its JSON follows that of the
 * creation, whose length in bytes stands behind the order:
 * {@code 1 1700000060000 1700000000000 17:58 {"messageId":"m1",…}{"type":"message.edited",…}}.
 *
 * <p>It holds what {@link MessageVersions} knows of the message. Rank and revision time come from the newest version; sentAt and
 * order come from the creation. The order is {@code ?} while only edits or deletes are known. A body with an order but without the
 * creation's JSON was written by a version of Multichat that did not keep it; it can be merged but not shown.
 *
 * @param newest the newest version; its value is the JSON of the event, byte for byte as published
 * @param creation the creation; empty if it is unknown
 * @param sentAt UTC milliseconds
 * @param order the order among messages of equal time; empty while the creation is unknown
 */
public record MessageBody(Revision newest, Optional<Revision> creation, long sentAt, OptionalLong order) {
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
        String[] order = head[3].split(":");
        int newestFrom = json + (order.length > 1 ? WholeNumbers.parseInt(order[1]) : 0);
        Revision newest = new Revision(
                WholeNumbers.parseInt(head[0]),
                WholeNumbers.parseLong(head[1]),
                Arrays.copyOfRange(body, newestFrom, body.length));
        Optional<Revision> hidden = order.length > 1
                ? Optional.of(Revision.creation(Arrays.copyOfRange(body, json, newestFrom)))
                : Optional.empty();
        return new MessageBody(
                newest,
                newest.isCreation() ? Optional.of(newest) : hidden,
                WholeNumbers.parseLong(head[2]),
                UNKNOWN.equals(order[0]) ? OptionalLong.empty() : OptionalLong.of(WholeNumbers.parseLong(order[0])));
    }

    /** The message as it is shown; empty while the creation is unknown. */
    public Optional<ShownMessage> message() {
        return creation.map(known -> ShownMessage.of(known, newest));
    }

    /** The position of the message; empty while the creation is unknown. */
    public Optional<MessagePosition> position(String messageId) {
        return order.isPresent()
                ? Optional.of(new MessagePosition(sentAt, order.getAsLong(), messageId))
                : Optional.empty();
    }
}
