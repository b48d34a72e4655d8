package io.multichat.formats;

import io.multichat.events.hash.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Derives ids for messages of one file that have none: a hash of time, author, text and the number of equal messages before it
 * in the conversation. Importing the same file again, an overlapping export or the same chat with other line ends yields the same
 * ids. Also numbers the messages of equal time, so that they keep the order of the file. Used by one thread.
 */
final class DerivedIds {
    /** Equal messages have equal times, so they are close to each other; memory must stay bounded. */
    private static final int MAX_REMEMBERED = 1 << 16;

    private static final int ID_BYTES = 16;

    private final MessageDigest digest = Sha256.start();
    private final Map<String, Long> equals = new Window();
    private final Map<String, Long> sameTime = new Window();

    /** Counts, of which the oldest are forgotten. */
    private static final class Window extends LinkedHashMap<String, Long> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MAX_REMEMBERED;
        }
    }

    /** The id of the next message. */
    String id(FoundMessage message) {
        String hash = hash(message);
        long before = equals.merge(message.conversation().key() + ' ' + hash, 1L, Long::sum) - 1;
        return before == 0 ? hash : hash + "-" + before;
    }

    /** The place of the next message among those of the same time in its conversation, from 0. */
    long order(FoundMessage message) {
        return sameTime.merge(message.conversation().key() + ' ' + message.at(), 1L, Long::sum) - 1;
    }

    private String hash(FoundMessage message) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(message.at()).flip());
        digest.update(utf8(message.sender().id()));
        digest.update((byte) 0);
        String text = message.content().text().orElse("");
        byte[] hash = digest.digest(
                utf8(text.replace("\r\n", "\n").replace('\r', '\n').stripTrailing()));
        return HexFormat.of().formatHex(Arrays.copyOf(hash, ID_BYTES));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
