package io.multichat.sinks.archive.compact;

import io.multichat.sinks.archive.segment.Segment;
import io.multichat.sinks.archive.segment.SegmentWriter;
import java.io.IOException;

/** Writes what stays of a segment. */
@FunctionalInterface
public interface SegmentRewrite {
    /**
     * Writes the lines that stay, in their order.
     *
     * @param target a segment without lines
     * @return false if no line stays, so that nothing was written
     */
    boolean write(Segment source, SegmentWriter target) throws IOException;
}
