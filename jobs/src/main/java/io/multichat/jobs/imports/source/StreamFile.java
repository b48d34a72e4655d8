package io.multichat.jobs.imports.source;

import io.multichat.formats.ChatFile;
import io.multichat.formats.FileHead;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;

/** A stream that can be opened only once. Used by one thread. */
final class StreamFile implements ChatFile {
    private final InputStream input;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private boolean ended;

    StreamFile(InputStream input) {
        this.input = input;
    }

    /** Empty, because a stream has no name from which readers could take a date or channel. */
    @Override
    public String path() {
        return "";
    }

    /** Does not wait for more once a whole JSON object has arrived on the first line, so that slow streams are read at once. */
    @Override
    public byte[] head() throws IOException {
        byte[] buffer = new byte[8 << 10];
        while (!ended && head.size() < FileHead.BYTES && (input.available() > 0 || !beginsWithObjectLine())) {
            int count = read(buffer, Math.min(buffer.length, FileHead.BYTES - head.size()));
            ended = count < 0;
            head.write(buffer, 0, Math.max(0, count));
        }
        return head.toByteArray();
    }

    @Override
    public InputStream open() {
        return new SequenceInputStream(new ByteArrayInputStream(head.toByteArray()), input);
    }

    /** Takes an error after the first bytes for the end of the head; whoever reads on will get it again. */
    private int read(byte[] buffer, int length) throws IOException {
        try {
            return input.read(buffer, 0, length);
        } catch (IOException e) {
            if (head.size() == 0) {
                throw e;
            }
            return -1;
        }
    }

    private boolean beginsWithObjectLine() {
        String text = head.toString(StandardCharsets.ISO_8859_1);
        return text.contains("\n") && text.lines().findFirst().orElse("").endsWith("}");
    }
}
