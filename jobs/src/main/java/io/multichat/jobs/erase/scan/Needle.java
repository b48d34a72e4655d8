package io.multichat.jobs.erase.scan;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Bytes to search for.
 *
 * @param text what the user is looking for
 * @param bytes one way in which files write it
 */
record Needle(String text, byte[] bytes) {
    /** The ways in which stores write texts: as they are, in lower case (the search index), and as JSON with few or many escapes. */
    static List<Needle> of(Collection<String> texts) {
        Map<String, Needle> needles = new LinkedHashMap<>();
        for (String text : texts) {
            String json = new String(JsonStringEncoder.getInstance().quoteAsString(text));
            for (String form : List.of(
                    text, text.toLowerCase(Locale.ROOT), json, ascii(json, "\\u%04x"), ascii(json, "\\u%04X"))) {
                needles.put(form, new Needle(text, form.getBytes(StandardCharsets.UTF_8)));
            }
        }
        return List.copyOf(needles.values());
    }

    /** The index of the first match in a buffer, from an index on; negative if there is none. */
    int indexIn(byte[] buffer, int from, int length) {
        byte first = bytes[0];
        for (int at = from; at <= length - bytes.length; at++) {
            if (buffer[at] == first && Arrays.equals(buffer, at, at + bytes.length, bytes, 0, bytes.length)) {
                return at;
            }
        }
        return -1;
    }

    private static String ascii(String json, String escape) {
        StringBuilder ascii = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char next = json.charAt(i);
            ascii.append(next < 0x80 ? Character.toString(next) : String.format(Locale.ROOT, escape, (int) next));
        }
        return ascii.toString();
    }
}
