package io.multichat.jobs.imports.source;

import io.multichat.formats.ChatFile;
import io.multichat.formats.FileHead;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Standard input or a pipe: a file that can be opened only once. Used by one thread. */
final class StreamSource implements OpenSource, ChatFile {
    private final String name;
    private final InputStream input;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private boolean ended;

    private StreamSource(String name, InputStream input) {
        this.name = name;
        this.input = input;
    }

    /**
     * Opens a stream; a zip is copied to a temporary file, because its directory is at its end. Blocks until the first bytes
     * arrive.
     *
     * @throws IOException when the beginning cannot be read, or the copy cannot be written
     */
    static OpenSource of(String name, InputStream raw) throws IOException {
        BufferedInputStream input = new BufferedInputStream(raw);
        if (ZipSource.isMagic(Decompression.magic(input))) {
            return TemporaryCopy.of(input, name);
        }
        return new StreamSource(name, Decompression.of(input));
    }

    @Override
    public String name() {
        return name;
    }

    /** A stream has no path, so its name is empty for readers that look for a date or channel in it. */
    @Override
    public String path() {
        return "";
    }

    @Override
    public boolean isCollection() {
        return false;
    }

    @Override
    public List<ChatFile> files() {
        return List.of(this);
    }

    /** Does not wait for more once a whole JSON value has arrived on the first line, so that slow streams are read at once. */
    @Override
    public byte[] head() throws IOException {
        byte[] buffer = new byte[8 << 10];
        while (!ended && head.size() < FileHead.BYTES && (input.available() > 0 || !beginsWithObjectLine())) {
            int count = input.read(buffer, 0, Math.min(buffer.length, FileHead.BYTES - head.size()));
            ended = count < 0;
            head.write(buffer, 0, Math.max(0, count));
        }
        return head.toByteArray();
    }

    @Override
    public InputStream open() {
        return new SequenceInputStream(new ByteArrayInputStream(head.toByteArray()), input);
    }

    @Override
    public OpenSource repeatable() throws IOException {
        return TemporaryCopy.of(open(), name);
    }

    private boolean beginsWithObjectLine() {
        String text = head.toString(StandardCharsets.ISO_8859_1);
        return text.contains("\n") && text.lines().findFirst().orElse("").endsWith("}");
    }
}
