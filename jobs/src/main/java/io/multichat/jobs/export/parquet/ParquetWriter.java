package io.multichat.jobs.export.parquet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.Sender;
import io.multichat.formats.write.ExportedEvent;
import io.multichat.formats.write.ExportedMessage;
import io.multichat.formats.write.ExportedSession;
import io.multichat.formats.write.FileCounts;
import io.multichat.formats.write.JsonFile;
import io.multichat.formats.write.MessageView;
import io.multichat.formats.write.SessionWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes rows to a temporary file, which DuckDB converts at the end; their disk needs room for both. */
final class ParquetWriter implements SessionWriter {
    private final OutputStream output;
    private final Path folder;
    private final OutputStream rows;
    private final JsonFile json;
    private String session = "";

    private ParquetWriter(OutputStream output, Path folder) throws IOException {
        this.output = output;
        this.folder = folder;
        this.rows = new BufferedOutputStream(Files.newOutputStream(folder.resolve(DuckDb.ROWS)), 256 << 10);
        this.json = new JsonFile(rows);
    }

    static ParquetWriter open(OutputStream output, Path scratch) throws IOException {
        DuckDb.requireDriver();
        return new ParquetWriter(output, Files.createTempDirectory(scratch, "parquet-"));
    }

    @Override
    public void session(ExportedSession exported) {
        session = exported.snapshot().sessionId().toString();
    }

    @Override
    public void message(ExportedMessage exported) throws IOException {
        MessageView message = MessageView.of(exported);
        ObjectNode row = row(message.conversation(), "message.created", message.at(), Optional.of(message.sender()));
        row.put("id", message.id()).put("text", message.isDeleted() ? null : message.text());
        row.put("reply_to", message.replyTo().orElse(null));
        time(row, "edited_at", message.editedAt());
        time(row, "deleted_at", message.deletedAt());
        write(row, exported.shown().event());
        for (ExportedEvent reaction : exported.reactions()) {
            event(reaction);
        }
    }

    @Override
    public void event(ExportedEvent exported) throws IOException {
        ChatEvent event = exported.event();
        ObjectNode row = row(event.conversation(), event.type().wireName(), exported.at(), event.sender());
        row.put("id", event.eventId().orElse(null))
                .put("reply_to", event.messageId().orElse(null));
        row.put("text", event.content().emoji().or(() -> event.content().text()).orElse(null));
        write(row, exported.value());
    }

    @Override
    public void complete(FileCounts counts) throws IOException {
        rows.close();
        Path parquet = DuckDb.convert(folder);
        Files.copy(parquet, output);
    }

    /** Removes the temporary files. */
    @Override
    public void close() throws IOException {
        rows.close();
        Files.deleteIfExists(folder.resolve(DuckDb.PARQUET));
        Files.deleteIfExists(folder.resolve(DuckDb.ROWS));
        Files.deleteIfExists(folder);
    }

    private ObjectNode row(Conversation conversation, String type, long at, Optional<Sender> sender) {
        ObjectNode row = JsonNodeFactory.instance
                .objectNode()
                .put("session_id", session)
                .put("platform", conversation.platform())
                .put("channel", conversation.channel())
                .put("thread", conversation.thread().orElse(null))
                .put("type", type)
                .put("sent_at", at);
        return row.put("sender_id", sender.map(Sender::id).orElse(null))
                .put("sender_name", sender.flatMap(Sender::name).orElse(null))
                .put("role", sender.map(by -> by.role().wireName()).orElse(null));
    }

    private void write(ObjectNode row, byte[] event) throws IOException {
        json.tree(row.put("event", new String(event, StandardCharsets.UTF_8)));
        json.raw("\n");
    }

    private static void time(ObjectNode row, String field, OptionalLong time) {
        if (time.isPresent()) {
            row.put(field, time.getAsLong());
        }
    }
}
