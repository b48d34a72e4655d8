package io.multichat.server.page;

import io.multichat.formats.html.TranscriptStyles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of the page, each read once. Thread-safe. */
final class PageFiles {
    /** Exported pages have this style sheet, too. */
    private static final String SHARED = "styles/transcript.css";

    private static final Pattern NAME = Pattern.compile("(?:[a-z]+/)?[a-z-]+\\.(html|css|js|svg)");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");
    private static final int TAG_BYTES = 12;

    private final Map<String, PageFile> read = new ConcurrentHashMap<>();

    /** The file with a name; empty if there is none. */
    Optional<PageFile> find(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String type = TYPES.get(matcher.group(1));
        return Optional.ofNullable(read.computeIfAbsent(
                name,
                absent -> content(name).map(content -> file(type, content)).orElse(null)));
    }

    private static PageFile file(String type, byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return new PageFile(type, "\"" + HexFormat.of().formatHex(hash, 0, TAG_BYTES) + "\"", content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private static Optional<byte[]> content(String name) {
        if (name.equals(SHARED)) {
            return Optional.of(TranscriptStyles.css().getBytes(StandardCharsets.UTF_8));
        }
        try (InputStream resource = PageFiles.class.getResourceAsStream(name)) {
            return resource == null ? Optional.empty() : Optional.of(resource.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
