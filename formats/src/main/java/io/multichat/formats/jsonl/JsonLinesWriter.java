package io.multichat.formats.jsonl;

import io.multichat.events.MessagePosition;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.ShownMessage;
import io.multichat.events.codec.SnapshotEncoder;
import io.multichat.events.text.Rfc3339;
import io.multichat.formats.SessionWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes one JSON object per line. Events are written byte for byte. The last line marks the file as complete. */
public final class JsonLinesWriter implements SessionWriter {
    private final OutputStream output;
    private final SnapshotEncoder snapshots = new SnapshotEncoder();
    private SessionId session;

    /** @param output buffered; never closed here */
    public JsonLinesWriter(OutputStream output) {
        this.output = output;
    }

    @Override
    public void session(SessionSnapshot snapshot) throws IOException {
        session = snapshot.sessionId();
        text("{\"kind\":\"session\",\"session\":");
        output.write(snapshots.encode(snapshot));
        text("}\n");
    }

    @Override
    public void message(MessagePosition position, ShownMessage shown) throws IOException {
        text("{\"kind\":\"message\",\"sessionId\":\"" + session + "\",\"sentAt\":\"" + Rfc3339.format(position.sentAt())
                + "\",\"order\":" + position.order() + ",\"deleted\":" + shown.deleted() + ",\"event\":");
        output.write(shown.event());
        text("}\n");
    }

    @Override
    public void complete(long sessions, long messages) throws IOException {
        text("{\"kind\":\"complete\",\"sessions\":" + sessions + ",\"messages\":" + messages + "}\n");
    }

    private void text(String ascii) throws IOException {
        output.write(ascii.getBytes(StandardCharsets.US_ASCII));
    }
}
