package io.multichat.sinks.sqlite.index;

import io.multichat.events.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The conditions that the index itself can check, as words of the column {@code scope}. A sender is a hash, so a search must compare
 * the sender of each hit as well.
 *
 * @param conversation {@code conversations.id}
 * @param sender the id of the sender
 * @param role the wire name of the sender's role
 */
public record SearchScope(Optional<Long> conversation, Optional<String> sender, Optional<String> role) {
    private static final int HASH_BYTES = 8;
    private static final int MOST_HASHES = 20_000;

    /** The hashes of senders, since a few people write most messages. In memory; cleared when full. */
    private static final Map<String, String> HASHES = new ConcurrentHashMap<>();

    /** The words, each letters and digits only. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        conversation.ifPresent(id -> words.add("c" + id));
        sender.ifPresent(id -> words.add("s" + hash(id)));
        role.ifPresent(name -> words.add("r" + name));
        return words;
    }

    private static String hash(String sender) {
        String known = HASHES.get(sender);
        if (known != null) {
            return known;
        }
        byte[] digest = Sha256.start().digest(sender.getBytes(StandardCharsets.UTF_8));
        String hash = HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        if (HASHES.size() >= MOST_HASHES) {
            HASHES.clear();
        }
        HASHES.put(sender, hash);
        return hash;
    }
}
