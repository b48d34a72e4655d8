package io.multichat.server.live;

import java.nio.charset.StandardCharsets;

/** The blocks of an event stream (Server-Sent Events). Each has the id from which a client continues that has seen it. */
final class StreamBlocks {
    private StreamBlocks() {}

    /** The first block: how long to wait before reconnecting, in milliseconds. */
    static byte[] beginning(LivePosition position) {
        return utf8("retry: 2000\n" + id(position) + "\n");
    }

    static byte[] event(LiveEvent event, LivePosition position) {
        return utf8(id(position) + "event: " + event.name() + "\ndata: "
                + new String(event.data(), StandardCharsets.UTF_8) + "\n\n");
    }

    /** Tells a client that it has missed events. */
    static byte[] reset(LivePosition position) {
        return utf8(id(position)
                + "event: reset\ndata: {\"reason\":\"the buffer no longer holds all events after this id\"}\n\n");
    }

    /** A comment, and the id without an event. */
    static byte[] heartbeat(LivePosition position) {
        return utf8(":\n" + id(position) + "\n");
    }

    private static String id(LivePosition position) {
        return position.next().isEmpty() ? "" : "id: " + position + "\n";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
