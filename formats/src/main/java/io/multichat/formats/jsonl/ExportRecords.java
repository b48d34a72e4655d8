package io.multichat.formats.jsonl;

import io.multichat.events.SessionId;
import io.multichat.events.codec.SnapshotEncoder;
import io.multichat.events.text.Rfc3339;
import io.multichat.formats.write.ExportedEvent;
import io.multichat.formats.write.ExportedMessage;
import io.multichat.formats.write.ExportedSession;
import io.multichat.formats.write.FileCounts;
import io.multichat.formats.write.FileStart;
import io.multichat.formats.write.JsonFile;
import io.multichat.formats.write.SessionWriter;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes the records of an export: {@code manifest}, which names the version, {@code session}, {@code message}, {@code event} and
 * {@code complete}, which marks the file as complete.
 */
final class ExportRecords implements SessionWriter {
    /** Raised when a reader of an earlier version would misread the file. Files of version 1 have no manifest and no events. */
    static final int VERSION = 2;

    private final JsonFile file;
    private final Frame frame;
    private final SnapshotEncoder snapshots = new SnapshotEncoder();
    private SessionId session;

    /**
     * What stands around the records.
     *
     * @param begin before the first
     * @param between after each but the last
     * @param end after the last
     */
    record Frame(String begin, String between, String end) {}

    /** @param output buffered; never closed here */
    ExportRecords(OutputStream output, FileStart start, Frame frame) throws IOException {
        this.file = new JsonFile(output);
        this.frame = frame;
        file.raw(frame.begin() + "{\"kind\":\"manifest\",\"format\":\"multichat-export\",\"version\":" + VERSION
                + ",\"part\":" + start.part() + ",\"revisions\":"
                + start.options().revisions() + "}" + frame.between());
    }

    @Override
    public void session(ExportedSession exported) throws IOException {
        session = exported.snapshot().sessionId();
        file.raw("{\"kind\":\"session\",\"session\":");
        file.raw(snapshots.encode(exported.snapshot()));
        if (exported.part() > 1) {
            file.raw(",\"part\":" + exported.part());
        }
        if (exported.isIncomplete()) {
            file.raw(",\"found\":" + exported.found());
        }
        file.raw("}" + frame.between());
    }

    @Override
    public void message(ExportedMessage message) throws IOException {
        place("message", message.position().sentAt(), message.position().order());
        file.raw(",\"deleted\":" + message.shown().deleted() + ",\"event\":");
        file.raw(message.shown().event());
        String before = ",\"versions\":[";
        for (byte[] version : message.versions()) {
            file.raw(before);
            file.raw(version);
            before = ",";
        }
        file.raw((message.versions().isEmpty() ? "}" : "]}") + frame.between());
        for (ExportedEvent reaction : message.reactions()) {
            event(reaction);
        }
    }

    @Override
    public void event(ExportedEvent event) throws IOException {
        place("event", event.at(), event.order());
        file.raw(",\"event\":");
        file.raw(event.value());
        file.raw("}" + frame.between());
    }

    @Override
    public void complete(FileCounts counts) throws IOException {
        file.raw("{\"kind\":\"complete\",\"sessions\":" + counts.sessions() + ",\"messages\":" + counts.messages()
                + ",\"events\":" + counts.events() + "}" + frame.end());
    }

    private void place(String kind, long at, long order) throws IOException {
        file.raw("{\"kind\":\"" + kind + "\",\"sessionId\":\"" + session + "\",\"sentAt\":\"" + Rfc3339.format(at)
                + "\",\"order\":" + order);
    }
}
