package io.multichat.formats;

import io.multichat.formats.json.JsonPaths;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The beginning of a file, from which its format is recognized.
 *
 * @param path the path of the file
 * @param text the first bytes as text, at most {@link #BYTES} of them, without a byte-order mark
 * @param jsonPaths the paths in the first JSON value, such as {@code messages[].author.id}; empty when the text is not JSON
 */
public record FileHead(String path, String text, Set<String> jsonPaths) {
    /** The number of bytes that recognition may use. */
    public static final int BYTES = 64 << 10;

    /** @param bytes the first bytes of the file; fewer than {@link #BYTES} if the file is smaller */
    public static FileHead of(String path, byte[] bytes) {
        byte[] head = bytes.length > BYTES ? Arrays.copyOf(bytes, BYTES) : bytes;
        String text = new String(head, StandardCharsets.UTF_8);
        return new FileHead(path, text.startsWith("\uFEFF") ? text.substring(1) : text, JsonPaths.of(head));
    }

    /** True when the first JSON value has all of these paths. */
    public boolean hasPaths(String... paths) {
        return jsonPaths.containsAll(List.of(paths));
    }

    /** The complete lines of the text; the only line if there is no complete one. */
    public List<String> lines() {
        List<String> lines = text.lines().toList();
        boolean cut = text.length() >= BYTES / 4 && !text.endsWith("\n") && lines.size() > 1;
        return cut ? lines.subList(0, lines.size() - 1) : lines;
    }
}
