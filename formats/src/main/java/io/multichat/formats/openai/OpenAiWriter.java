package io.multichat.formats.openai;

import io.multichat.formats.write.ExportedEvent;
import io.multichat.formats.write.ExportedMessage;
import io.multichat.formats.write.ExportedSession;
import io.multichat.formats.write.FileCounts;
import io.multichat.formats.write.JsonFile;
import io.multichat.formats.write.MessageView;
import io.multichat.formats.write.SessionWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Writes a line for each session that has turns. Deleted messages, reactions and joins have no place in such a chat. */
final class OpenAiWriter implements SessionWriter {
    private final JsonFile file;
    private final Optional<String> assistant;
    private Turn turn;
    private boolean inSession;

    OpenAiWriter(OutputStream output, Optional<String> assistant) {
        this.file = new JsonFile(output);
        this.assistant = assistant;
    }

    @Override
    public void session(ExportedSession session) throws IOException {
        endSession();
    }

    @Override
    public void message(ExportedMessage exported) throws IOException {
        MessageView message = MessageView.of(exported);
        if (message.isDeleted() || (message.text().isEmpty() && message.parts().isEmpty())) {
            return;
        }
        String role = role(message);
        if (turn == null || !turn.accepts(role, message)) {
            endTurn();
            turn = new Turn(role);
        }
        turn.add(message);
    }

    @Override
    public void event(ExportedEvent event) {
        // A chat consists of turns only.
    }

    @Override
    public void complete(FileCounts counts) throws IOException {
        endSession();
    }

    private String role(MessageView message) {
        if (assistant.isPresent()) {
            boolean answers = assistant.get().equals(message.sender().id());
            boolean neutral = message.sender().role().wireName().matches("system|tool");
            return answers ? "assistant" : neutral ? message.sender().role().wireName() : "user";
        }
        return switch (message.sender().role()) {
            case USER -> "user";
            case ASSISTANT, BOT -> "assistant";
            case SYSTEM -> "system";
            case TOOL -> "tool";
        };
    }

    private void endTurn() throws IOException {
        if (turn == null) {
            return;
        }
        file.raw(inSession ? "," : "{\"messages\":[");
        file.tree(turn.toJson());
        inSession = true;
        turn = null;
    }

    private void endSession() throws IOException {
        endTurn();
        if (inSession) {
            file.raw("]}\n");
            inSession = false;
        }
    }
}
