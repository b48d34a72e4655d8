package io.multichat.topology.state;

import io.multichat.events.Conversation;
import io.multichat.events.KeyedConversation;
import io.multichat.events.hash.ConversationHash;
import io.multichat.events.text.PercentEncoding;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;

/**
 * The key of a conversation in the state stores. Two are equal when their conversations are.
 *
 * <p>Store keys begin with {@code hash (10 bytes) | key (ASCII)}. The hash comes first because a session id holds only the hash
 * and must find its conversation, and a new conversation must find one that has its hash already. Where something follows the
 * key, a zero byte ends it; the key itself never contains one.
 *
 * @param conversation the conversation
 * @param bytes {@code hash | key}; built once because every event needs it several times
 */
public record ConversationKey(Conversation conversation, Bytes bytes) {
    /** The key of a conversation that has this hash. */
    public static ConversationKey of(Conversation conversation, ConversationHash hash) {
        byte[] key = conversation.keyBytes();
        ByteBuffer all = ByteBuffer.allocate(ConversationHash.BYTES + key.length);
        hash.writeTo(all);
        return new ConversationKey(conversation, Bytes.wrap(all.put(key).array()));
    }

    /** The key with these {@link #bytes()}, which come from a store and are trusted: nothing is encoded or hashed again. */
    static ConversationKey of(Bytes bytes) {
        byte[] key = Arrays.copyOfRange(bytes.get(), ConversationHash.BYTES, bytes.get().length);
        String text = new String(key, StandardCharsets.US_ASCII);
        String[] parts = text.split("/", -1);
        Optional<String> thread = parts.length == 3 ? Optional.of(PercentEncoding.decode(parts[2])) : Optional.empty();
        Conversation conversation = new KeyedConversation(
                PercentEncoding.decode(parts[0]), PercentEncoding.decode(parts[1]), thread, text, key);
        return new ConversationKey(conversation, bytes);
    }

    /** The conversation key as text. */
    public String text() {
        return conversation.key();
    }

    /** The hash of the conversation in session ids. */
    public ConversationHash hash() {
        return ConversationHash.readFrom(ByteBuffer.wrap(bytes.get()));
    }

    /** {@code hash | key | 0 | instant (8 bytes)}: sorts by conversation, then by time. */
    Bytes bytesAt(long instant) {
        byte[] all = Arrays.copyOf(bytes.get(), bytes.get().length + 1 + Long.BYTES);
        ByteBuffer.wrap(all).putLong(all.length - Long.BYTES, instant);
        return Bytes.wrap(all);
    }

    /** {@code hash | key | 0 | name}: sorts by conversation, then by name. */
    Bytes bytesOf(byte[] name) {
        byte[] all = Arrays.copyOf(bytes.get(), bytes.get().length + 1 + name.length);
        System.arraycopy(name, 0, all, all.length - name.length, name.length);
        return Bytes.wrap(all);
    }

    /** {@code hash | edge}: sorts before all conversations with that hash (edge 0) or after them (edge 127; keys are ASCII). */
    static Bytes bound(ConversationHash hash, byte edge) {
        ByteBuffer bound = ByteBuffer.allocate(ConversationHash.BYTES + 1);
        hash.writeTo(bound);
        return Bytes.wrap(bound.put(edge).array());
    }

    /** The instant in the result of {@link #bytesAt(long)}. */
    static long instantOf(Bytes bytes) {
        byte[] all = bytes.get();
        return ByteBuffer.wrap(all, all.length - Long.BYTES, Long.BYTES).getLong();
    }

    /** By conversation alone; the bytes follow from it. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ConversationKey key && conversation.equals(key.conversation);
    }

    @Override
    public int hashCode() {
        return conversation.hashCode();
    }
}
