package io.multichat.formats.jsonl;

import io.multichat.formats.FileKind;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that remembers its first bytes, without reading more than it is asked for. Used by one thread. */
final class RememberedHead extends FilterInputStream {
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();

    RememberedHead(InputStream input) {
        super(input);
    }

    /** The first of the bytes that were read so far, {@link FileKind#HEAD_BYTES} at most. */
    byte[] head() {
        return head.toByteArray();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0 && head.size() < FileKind.HEAD_BYTES) {
            head.write(buffer, offset, Math.min(count, FileKind.HEAD_BYTES - head.size()));
        }
        return count;
    }
}
