package io.multichat.formats;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Describes a file that is not in the expected format by its first bytes, for error messages. Stateless. */
public final class FileKind {
    /** Number of bytes at the start of a file that a description needs. */
    public static final int HEAD_BYTES = 4096;

    /** A file that contains nothing, or only white space. */
    public static final String EMPTY = "an empty file";

    /** One JSON object on each line. */
    public static final String JSON_OBJECTS = "one JSON object per line";

    /** One array of values, on one line or several. */
    public static final String JSON_ARRAY = "a JSON array";

    /** A fixed sequence of bytes at a fixed offset. */
    private record Signature(int offset, byte[] bytes, String kind) {
        static Signature of(String hex, String kind) {
            return new Signature(0, HexFormat.of().parseHex(hex), kind);
        }

        boolean matches(byte[] head) {
            int end = offset + bytes.length;
            return head.length >= end && Arrays.equals(head, offset, end, bytes, 0, bytes.length);
        }
    }

    /** The byte order mark of UTF-32 begins with that of UTF-16 and is therefore compared first. */
    private static final List<Signature> SIGNATURES = List.of(
            Signature.of("fffe0000", "UTF-32 text"),
            Signature.of("0000feff", "UTF-32 text"),
            Signature.of("fffe", "UTF-16 text"),
            Signature.of("feff", "UTF-16 text"),
            Signature.of("1f8b", "a gzip file"),
            Signature.of("28b52ffd", "a zstd file"),
            Signature.of("504b0304", "a zip file"),
            Signature.of("504b0506", "a zip file"),
            Signature.of("425a68", "a bzip2 file"),
            Signature.of("fd377a585a00", "an xz file"),
            Signature.of("377abcaf271c", "a 7-Zip file"),
            Signature.of("04224d18", "an lz4 file"),
            Signature.of("53514c69746520666f726d6174203300", "an SQLite database"),
            Signature.of("50415231", "a Parquet file"),
            Signature.of("4f626a01", "an Avro file"),
            Signature.of("255044462d", "a PDF file"),
            new Signature(257, "ustar".getBytes(StandardCharsets.US_ASCII), "a tar file"));

    private static final List<Charset> WIDE = List.of(
            Charset.forName("UTF-32LE"),
            Charset.forName("UTF-32BE"),
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE);

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private FileKind() {}

    /**
     * What a file looks like, for example {@code a JSON array} or {@code UTF-16 text}.
     *
     * @param head the first bytes, {@link #HEAD_BYTES} at most; fewer if the file is smaller
     */
    public static String of(byte[] head) {
        for (Signature signature : SIGNATURES) {
            if (signature.matches(head)) {
                return signature.kind();
            }
        }
        if (isBinary(head)) {
            return wideText(head).orElse("a binary file");
        }
        CharBuffer text = CharBuffer.allocate(HEAD_BYTES);
        // Not the end of the input: the head may end inside a character.
        boolean utf8 = !StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(withoutMark(head)), text, false)
                .isError();
        return utf8 ? ofText(text.flip().toString().strip()) : "text in an encoding other than UTF-8";
    }

    private static String ofText(String text) {
        if (text.isEmpty()) {
            return EMPTY;
        }
        if (text.startsWith("<")) {
            return text.regionMatches(true, 1, "!doctype html", 0, 13) || text.regionMatches(true, 1, "html", 0, 4)
                    ? "an HTML page"
                    : "XML or plain text";
        }
        if (text.startsWith("{")) {
            String first = text.lines().findFirst().orElse("").stripTrailing();
            return text.contains("\n") && !first.endsWith("}") ? "a JSON object on several lines" : JSON_OBJECTS;
        }
        return isArray(text) ? JSON_ARRAY : "plain text";
    }

    /** True for an array of values other than numbers; logs often begin with a time in brackets. */
    private static boolean isArray(String text) {
        if (!text.startsWith("[")) {
            return false;
        }
        String inside = text.substring(1).stripLeading();
        return inside.isEmpty() || "{[\"]".indexOf(inside.charAt(0)) >= 0;
    }

    private static byte[] withoutMark(byte[] head) {
        boolean marked = head.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(head, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
        return marked ? Arrays.copyOfRange(head, BYTE_ORDER_MARK.length, head.length) : head;
    }

    /** UTF-16 or UTF-32 without a byte order mark: JSON and most chat contain many ASCII characters, and binary files few. */
    private static Optional<String> wideText(byte[] head) {
        for (Charset charset : WIDE) {
            CharBuffer text = CharBuffer.allocate(HEAD_BYTES);
            boolean valid = !charset.newDecoder()
                    .decode(ByteBuffer.wrap(head), text, false)
                    .isError();
            text.flip();
            long ascii = text.chars().filter(next -> next >= ' ' && next < 0x7F).count();
            if (valid && ascii > text.length() / 4) {
                return Optional.of(charset.name().substring(0, "UTF-16".length()) + " text");
            }
        }
        return Optional.empty();
    }

    private static boolean isBinary(byte[] head) {
        for (byte next : head) {
            if (next >= 0 && next < ' ' && "\t\n\f\r\b\u001b".indexOf(next) < 0) {
                return true;
            }
        }
        return false;
    }
}
