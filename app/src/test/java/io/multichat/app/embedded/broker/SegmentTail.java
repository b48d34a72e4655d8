package io.multichat.app.embedded.broker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The end of a segment of a Kafka log. */
final class SegmentTail {
    // A batch begins with its base offset, 8 bytes, and the length of what follows these two fields, 4 bytes.
    private static final int LENGTH_AT = 8;
    private static final int PREFIX = 12;

    private SegmentTail() {}

    /** Cuts off the last batch of records; an empty segment stays empty. */
    static void dropLastBatch(Path segment) throws IOException {
        try (FileChannel file = FileChannel.open(segment, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long begin = 0;
            long next = 0;
            while (next < file.size()) {
                begin = next;
                ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
                file.read(length, begin + LENGTH_AT);
                next = begin + PREFIX + length.getInt(0);
            }
            file.truncate(begin);
        }
    }
}
