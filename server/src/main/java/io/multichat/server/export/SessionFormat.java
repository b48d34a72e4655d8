package io.multichat.server.export;

import io.multichat.formats.csv.CsvFormat;
import io.multichat.formats.html.HtmlFormat;
import io.multichat.formats.jsonl.JsonLinesExport;
import io.multichat.formats.markdown.MarkdownFormat;
import io.multichat.formats.write.ExportFormat;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A format in which a session can be downloaded. */
enum SessionFormat {
    /** Browsers show only so much on one page. */
    HTML(new HtmlFormat(), "text/html", (int) HtmlFormat.MESSAGES_PER_PAGE),
    MARKDOWN(new MarkdownFormat(), "text/markdown", SessionFormat.MOST_MESSAGES),
    JSONL(new JsonLinesExport(), "application/x-ndjson", SessionFormat.MOST_MESSAGES),
    CSV(new CsvFormat(), "text/csv", SessionFormat.MOST_MESSAGES);

    /** An answer takes at most a minute. */
    private static final int MOST_MESSAGES = 100_000;

    private final ExportFormat format;
    private final String mediaType;
    private final int mostMessages;

    SessionFormat(ExportFormat format, String mediaType, int mostMessages) {
        this.format = format;
        this.mediaType = mediaType;
        this.mostMessages = mostMessages;
    }

    /**
     * The format with a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static SessionFormat parse(String name) {
        return Arrays.stream(values())
                .filter(each -> each.format.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("it must be "
                        + Arrays.stream(values())
                                .map(each -> each.format.name())
                                .collect(Collectors.joining(" or "))));
    }

    /** Writes the format. */
    ExportFormat format() {
        return format;
    }

    /** The content type of a file. */
    String contentType() {
        return mediaType + "; charset=utf-8";
    }

    /** The extension of a file, without a dot. */
    String extension() {
        return format.layout().extension();
    }

    /** The largest number of messages of a session that can be downloaded in this format. */
    int mostMessages() {
        return mostMessages;
    }
}
