package io.multichat.server.live;

import java.nio.charset.StandardCharsets;

/** The blocks of an event stream (Server-Sent Events). Each has the id from which a client continues that has seen it. */
final class StreamBlocks {
    private final LiveMemory memory;

    /** @param memory counts the blocks that clients have not read yet */
    StreamBlocks(LiveMemory memory) {
        this.memory = memory;
    }

    /** The first block: how long to wait before reconnecting, in milliseconds. */
    LiveBlock beginning(LivePosition position) {
        return block("retry: 2000\n" + id(position) + "\n");
    }

    LiveBlock event(LiveEvent event, LivePosition position) {
        return block(id(position) + "event: " + event.name() + "\ndata: "
                + new String(event.data(), StandardCharsets.UTF_8) + "\n\n");
    }

    /** Tells a client that it has missed events. */
    LiveBlock reset(LivePosition position) {
        return block(id(position)
                + "event: reset\ndata: {\"reason\":\"the buffer no longer holds all events after this id\"}\n\n");
    }

    /** A comment, and the id without an event. */
    LiveBlock heartbeat(LivePosition position) {
        return block(":\n" + id(position) + "\n");
    }

    private static String id(LivePosition position) {
        return position.next().isEmpty() ? "" : "id: " + position + "\n";
    }

    private LiveBlock block(String text) {
        return new LiveBlock(text.getBytes(StandardCharsets.UTF_8), memory);
    }
}
