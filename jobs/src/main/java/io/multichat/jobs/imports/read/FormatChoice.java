package io.multichat.jobs.imports.read;

import io.multichat.formats.ChatFile;
import io.multichat.formats.ChatFormat;
import io.multichat.formats.ChatSource;
import io.multichat.formats.FileHead;
import io.multichat.formats.UnrecognizedFileException;
import io.multichat.formats.registry.FormatRegistry;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Recognizes the format of a source by the beginnings of its files. */
final class FormatChoice {
    /** More files of a folder are not looked at. */
    private static final int MAX_FILES = 500;

    private FormatChoice() {}

    /**
     * The only format that recognizes the source. If none recognizes a single file, it is taken for JSON Lines, whose reader says
     * what it looks like instead.
     *
     * @throws UnrecognizedFileException when several formats recognize the source, or none recognizes any file of a folder
     * @throws IOException when a single file cannot be read
     */
    static ChatFormat of(ChatSource source) throws IOException {
        Set<ChatFormat> formats = new TreeSet<>(Comparator.comparing(ChatFormat::name));
        List<ChatFile> files = source.files();
        for (ChatFile file : files.subList(0, Math.min(MAX_FILES, files.size()))) {
            formats.addAll(recognizing(file, source.isCollection()));
        }
        if (formats.size() > 1) {
            throw new UnrecognizedFileException(
                    "may be of several formats: "
                            + formats.stream().map(ChatFormat::name).collect(Collectors.joining(", ")),
                    "choose one with --format");
        }
        if (formats.isEmpty() && source.isCollection()) {
            throw new UnrecognizedFileException(
                    "contains no file of a known format",
                    "the formats are " + String.join(", ", FormatRegistry.READERS.names()));
        }
        return formats.isEmpty()
                ? FormatRegistry.READERS.named(FormatRegistry.JSON_LINES)
                : formats.iterator().next();
    }

    private static List<ChatFormat> recognizing(ChatFile file, boolean oneOfMany) throws IOException {
        try {
            return FormatRegistry.recognizing(FileHead.of(file.path(), file.head()));
        } catch (IOException e) {
            if (oneOfMany) {
                // The reader reports it.
                return List.of();
            }
            throw e;
        }
    }
}
