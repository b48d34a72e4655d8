package io.multichat.sinks.redis.write;

import io.multichat.events.Placement;
import io.multichat.events.Revision;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A message as it lies in {@code :bodies}: {@code <rank> <revisedAt> <sentAt> <order> <JSON>}, for example
 * {@code 1 1700000060000 1700000000000 17 {"type":"message.edited",…}}.
 *
 * <p>Rank, time of the revision and JSON are those of the revision that shows; sentAt and order are those of the creation,
 * whatever revises it. The order is {@code ?} as long as only revisions are known.
 *
 * @param rank as of {@link Revision}
 * @param event the event's JSON, byte for byte as it was published
 */
public record MessageBody(int rank, byte[] event) {
    private static final int HEAD_FIELDS = 4;
    private static final int CREATED = 0;
    private static final int DELETED = 2;

    /** The bytes of a body that knows one revision alone; {@code write.lua} merges it with what is there. */
    static byte[] encode(Revision revision, Placement placement) {
        String order = revision.rank() == CREATED ? Long.toString(placement.order()) : "?";
        String head = revision.rank() + " " + revision.at() + " " + placement.sentAt() + " " + order + " ";
        byte[] ascii = head.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(ascii.length + revision.value().length)
                .put(ascii)
                .put(revision.value())
                .array();
    }

    public static MessageBody decode(byte[] body) {
        int json = 0;
        for (int spaces = 0; spaces < HEAD_FIELDS; json++) {
            spaces += body[json] == ' ' ? 1 : 0;
        }
        return new MessageBody(body[0] - '0', Arrays.copyOfRange(body, json, body.length));
    }

    public boolean isDeleted() {
        return rank == DELETED;
    }
}
