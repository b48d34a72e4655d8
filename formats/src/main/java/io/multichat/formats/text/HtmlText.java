package io.multichat.formats.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Reads a short piece of HTML as the text that a reader sees. */
public final class HtmlText {
    private static final Set<String> ENDS_OF_LINES = Set.of("br", "br/", "/p", "/div", "/li", "/tr");

    private HtmlText() {}

    /** The text without tags and entities. Paragraphs are lines. */
    public static String of(String html) {
        StringBuilder text = new StringBuilder();
        try (HtmlReader reader = new HtmlReader(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)))) {
            for (HtmlReader.Piece piece = reader.next(); piece != null; piece = reader.next()) {
                text.append(ENDS_OF_LINES.contains(piece.tag()) ? "\n" : "");
                text.append(piece.tag().isEmpty() ? piece.value() : "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().strip();
    }
}
