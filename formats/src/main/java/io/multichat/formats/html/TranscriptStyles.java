package io.multichat.formats.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The style sheet of transcripts. Exported pages contain it, and the web page uses it, so that both look the same. */
public final class TranscriptStyles {
    /** The number of colours of senders, the classes {@code hue-0} and so on. */
    private static final int HUES = 12;

    private TranscriptStyles() {}

    /** The style sheet. It names no other file. */
    public static String css() {
        try (InputStream resource = TranscriptStyles.class.getResourceAsStream("transcript.css")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class of a sender's colour: the same for the same id, in exported pages and on the web page. */
    static String hue(String senderId) {
        return "hue-" + Math.floorMod(senderId.hashCode(), HUES);
    }
}
