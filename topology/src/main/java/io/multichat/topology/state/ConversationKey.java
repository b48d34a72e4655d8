package io.multichat.topology.state;

import io.multichat.events.Conversation;
import io.multichat.events.SessionId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;

/**
 * A conversation as the stores know it.
 *
 * <p>Store keys begin with {@code hash (8 bytes) | key (ASCII)}: the hash first, so that a session id, which holds only the
 * hash, finds its conversation; the key after it, so that two conversations of one hash stay two. Where something follows,
 * a zero byte ends the key, which has none itself.
 *
 * @param text the conversation key
 * @param bytes {@code hash | key}: made once, since every event needs it several times
 */
public record ConversationKey(String text, Bytes bytes) {
    /** The conversation of that key. */
    public ConversationKey(String text) {
        this(text, bytes(SessionId.conversationHash(text), text.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The key of a conversation, which knows its hash already. */
    public static ConversationKey of(Conversation conversation) {
        return new ConversationKey(conversation.key(), bytes(conversation.hash(), conversation.keyBytes()));
    }

    /** {@code hash | key | 0 | instant (8 bytes)}: sorts by conversation and time. */
    Bytes bytesAt(long instant) {
        byte[] all = Arrays.copyOf(bytes.get(), bytes.get().length + 1 + Long.BYTES);
        ByteBuffer.wrap(all).putLong(all.length - Long.BYTES, instant);
        return Bytes.wrap(all);
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

    /** By the text alone, which says it all. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ConversationKey key && text.equals(key.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    private static Bytes bytes(long hash, byte[] key) {
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + key.length)
                .putLong(hash)
                .put(key)
                .array());
    }
}
