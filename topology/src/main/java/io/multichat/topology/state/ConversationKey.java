package io.multichat.topology.state;

import io.multichat.events.SessionId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;

/**
 * A conversation as the stores know it.
 *
 * <p>Store keys begin with {@code hash (8 bytes) | key (ASCII)}: the hash first, so that a session id, which holds only the
 * hash, finds its conversation; the key after it, so that two conversations of one hash stay two. Where something follows,
 * a zero byte ends the key, which has none itself.
 *
 * @param text the conversation key
 */
public record ConversationKey(String text) {
    /** {@code hash | key}. */
    Bytes bytes() {
        return Bytes.wrap(prefix(0).array());
    }

    /** {@code hash | key | 0 | instant (8 bytes)}: sorts by conversation and time. */
    Bytes bytesAt(long instant) {
        return Bytes.wrap(prefix(1 + Long.BYTES).put((byte) 0).putLong(instant).array());
    }

    /** {@code hash | edge}: before all conversations of that hash or, as keys are ASCII, behind them. */
    static Bytes bound(long hash, byte edge) {
        return Bytes.wrap(
                ByteBuffer.allocate(Long.BYTES + 1).putLong(hash).put(edge).array());
    }

    /** The conversation of {@link #bytes()}. */
    static ConversationKey of(Bytes bytes) {
        byte[] all = bytes.get();
        return new ConversationKey(new String(all, Long.BYTES, all.length - Long.BYTES, StandardCharsets.US_ASCII));
    }

    /** The instant of {@link #bytesAt(long)}. */
    static long instantOf(Bytes bytes) {
        byte[] all = bytes.get();
        return ByteBuffer.wrap(all, all.length - Long.BYTES, Long.BYTES).getLong();
    }

    private ByteBuffer prefix(int following) {
        byte[] key = text.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(Long.BYTES + key.length + following)
                .putLong(SessionId.conversationHash(text))
                .put(key);
    }
}
