package io.multichat.sinks.archive.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The frames of a zstd file, counted without decompressing it: only the headers of frames and blocks are read (RFC 8878, section
 * 3.1.1).
 *
 * @param frames the number of frames
 * @param contentBytes the length of their contents, in bytes
 */
public record ZstdFrameCounts(long frames, long contentBytes) {
    private static final int MAGIC = 0xFD2FB528;
    private static final int LONGEST_HEADER = 18;
    private static final int BLOCK_HEADER = 3;
    private static final int RUN_LENGTH_BLOCK = 1;
    private static final int CHECKSUM = 4;
    private static final int[] DICTIONARY_ID = {0, 1, 2, 4};
    private static final int[] CONTENT_SIZE = {0, 2, 4, 8};

    /** Counts the frames of a file; empty if it has a frame of unknown size, or something that is not a frame. */
    public static Optional<ZstdFrameCounts> of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long frames = 0;
            long contentBytes = 0;
            long at = 0;
            while (at < channel.size()) {
                Optional<Header> header = Header.at(channel, at);
                if (header.isEmpty()) {
                    return Optional.empty();
                }
                frames++;
                contentBytes += header.get().contentBytes;
                at = end(channel, at + header.get().length) + (header.get().checksum ? CHECKSUM : 0);
            }
            return Optional.of(new ZstdFrameCounts(frames, contentBytes));
        }
    }

    /** The average length of a content; the file must have frames. */
    public long averageBytes() {
        return contentBytes / frames;
    }

    /** The end of the last block of a frame. */
    private static long end(FileChannel channel, long firstBlock) throws IOException {
        long at = firstBlock;
        boolean last = false;
        while (!last && at < channel.size()) {
            // Three bytes, of which the fourth is not part.
            int block = read(channel, at, BLOCK_HEADER).getInt(0);
            last = (block & 1) == 1;
            int length = (block >> 1 & 3) == RUN_LENGTH_BLOCK ? 1 : block >>> 3;
            at += BLOCK_HEADER + length;
        }
        return at;
    }

    /** Reads bytes, followed by zeros. */
    private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST_HEADER + Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.limit(length);
        long position = at;
        while (bytes.hasRemaining()) {
            int read = channel.read(bytes, position);
            if (read < 0) {
                break;
            }
            position += read;
        }
        return bytes.clear();
    }

    /** The header of a frame with a known content size. */
    private record Header(int length, long contentBytes, boolean checksum) {
        static Optional<Header> at(FileChannel channel, long at) throws IOException {
            ByteBuffer bytes = read(channel, at, LONGEST_HEADER);
            int descriptor = bytes.get(Integer.BYTES);
            int sizeFlag = descriptor >> 6 & 3;
            boolean single = (descriptor & 1 << 5) != 0;
            if (bytes.getInt(0) != MAGIC || (sizeFlag == 0 && !single)) {
                return Optional.empty();
            }
            int sizeAt = Integer.BYTES + 1 + (single ? 0 : 1) + DICTIONARY_ID[descriptor & 3];
            int sizeLength = sizeFlag == 0 ? 1 : CONTENT_SIZE[sizeFlag];
            return Optional.of(
                    new Header(sizeAt + sizeLength, size(bytes, sizeAt, sizeLength), (descriptor & 1 << 2) != 0));
        }

        private static long size(ByteBuffer bytes, int at, int length) {
            return switch (length) {
                case 1 -> bytes.get(at) & 0xFF;
                // Two bytes hold what one does not.
                case 2 -> (bytes.getShort(at) & 0xFFFF) + 256;
                case 4 -> bytes.getInt(at) & 0xFFFFFFFFL;
                default -> bytes.getLong(at);
            };
        }
    }
}
