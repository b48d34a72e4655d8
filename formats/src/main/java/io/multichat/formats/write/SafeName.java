package io.multichat.formats.write;

import io.multichat.events.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * Turns any text into the name of a file or a folder that is valid on every system and never leads out of its folder. Letters and
 * digits of all scripts, dots, underscores and hyphens stay. A name that had to be changed ends with a hash of the text, so that
 * different texts have different names. Names of files that exports themselves write are changed as well.
 */
public final class SafeName {
    /** The longest name on most systems is 255 bytes; a part number, an extension and a hash must fit as well. */
    private static final int MAX_BYTES = 120;

    private static final int HASH_DIGITS = 8;

    private static final Set<String> RESERVED = Set.of(
            "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1",
            "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    /** Files at the top of an export that list what it contains, and the manifest without its extension. */
    private static final Set<String> LISTS =
            Set.of("manifest", "manifest.json", "index", "index.html", "users.json", "channels.json");

    private SafeName() {}

    /** True for a file at the top of an export that lists what it contains, whatever the case of its letters. */
    public static boolean isList(String fileName) {
        return LISTS.contains(folded(fileName));
    }

    /** The same text for all names that a file system may regard as equal. */
    public static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    /** The name with a hash of a text, by which it differs from other names. */
    public static String marked(String name, String text) {
        return name + "~"
                + Sha256.ofBytes(text.getBytes(StandardCharsets.UTF_8)).substring(0, HASH_DIGITS);
    }

    /** The name for a text. */
    public static String of(String text) {
        if (isSafe(text)) {
            return text;
        }
        StringBuilder name = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(point -> {
            if (bytes(name) < MAX_BYTES - 4) {
                name.appendCodePoint(isSafe(point) ? point : '_');
            }
        });
        String shown = name.toString().replaceFirst("^[.-]+", "_");
        return marked(shown, text);
    }

    private static boolean isSafe(String text) {
        return !text.isEmpty()
                && bytes(text) <= MAX_BYTES
                && text.codePoints().allMatch(SafeName::isSafe)
                && ".-".indexOf(text.charAt(0)) < 0
                && !text.endsWith(".")
                && Normalizer.isNormalized(text, Normalizer.Form.NFC)
                && !isList(text)
                && !RESERVED.contains(text.toLowerCase(Locale.ROOT).split("\\.", 2)[0]);
    }

    private static boolean isSafe(int point) {
        return Character.isLetterOrDigit(point) || "._-".indexOf(point) >= 0;
    }

    private static int bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
