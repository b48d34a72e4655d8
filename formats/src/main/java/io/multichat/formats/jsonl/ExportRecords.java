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
import java.io.IOException;
import java.io.OutputStream;

/** Writes the records of an export: {@code manifest}, {@code session}, {@code message}, {@code event} and {@code complete}. */
final class ExportRecords {
    /** Raised when a reader of an earlier version would misread the file. Files of version 1 have no manifest and no events. */
    static final int VERSION = 2;

    private final JsonFile file;
    private final String end;
    private final SnapshotEncoder snapshots = new SnapshotEncoder();
    private SessionId session;

    /** @param end follows every record but the last, {@code complete}, which a line break follows */
    ExportRecords(OutputStream output, String end) {
        this.file = new JsonFile(output);
        this.end = end;
    }

    void manifest(FileStart start) throws IOException {
        file.raw("{\"kind\":\"manifest\",\"format\":\"multichat-export\",\"version\":" + VERSION + ",\"part\":"
                + start.part() + ",\"revisions\":" + start.options().revisions() + "}" + end);
    }

    void session(ExportedSession exported) throws IOException {
        session = exported.snapshot().sessionId();
        file.raw("{\"kind\":\"session\",\"session\":");
        file.raw(snapshots.encode(exported.snapshot()));
        if (exported.part() > 1) {
            file.raw(",\"part\":" + exported.part());
        }
        if (exported.isIncomplete()) {
            file.raw(",\"found\":" + exported.found());
        }
        file.raw("}" + end);
    }

    void message(ExportedMessage message) throws IOException {
        place("message", message.position().sentAt(), message.position().order());
        file.raw(",\"deleted\":" + message.shown().deleted() + ",\"event\":");
        file.raw(message.shown().event());
        String before = ",\"versions\":[";
        for (byte[] version : message.versions()) {
            file.raw(before);
            file.raw(version);
            before = ",";
        }
        file.raw((message.versions().isEmpty() ? "}" : "]}") + end);
        for (ExportedEvent reaction : message.reactions()) {
            event(reaction);
        }
    }

    void event(ExportedEvent event) throws IOException {
        place("event", event.at(), event.order());
        file.raw(",\"event\":");
        file.raw(event.value());
        file.raw("}" + end);
    }

    void complete(FileCounts counts) throws IOException {
        file.raw("{\"kind\":\"complete\",\"sessions\":" + counts.sessions() + ",\"messages\":" + counts.messages()
                + ",\"events\":" + counts.events() + "}\n");
    }

    private void place(String kind, long at, long order) throws IOException {
        file.raw("{\"kind\":\"" + kind + "\",\"sessionId\":\"" + session + "\",\"sentAt\":\"" + Rfc3339.format(at)
                + "\",\"order\":" + order);
    }
}
