package io.multichat.formats.slack;

import io.multichat.formats.ChatFile;
import io.multichat.formats.FileHead;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.json.JsonDocument;
import io.multichat.formats.json.JsonElement;
import java.io.IOException;
import java.util.Optional;

/** One file with messages: an array, a channel as slackdump writes it, or a single message. */
final class SlackFile {
    private static final String DUMPED_MESSAGES = "messages[]";

    private final ChatFile file;
    private final SlackNames names;
    private final FoundEvents events;
    private Optional<String> dumpedChannel = Optional.empty();

    SlackFile(ChatFile file, SlackNames names, FoundEvents events) {
        this.file = file;
        this.names = names;
        this.events = events;
    }

    /** True for a channel or thread as slackdump writes it. */
    static boolean isDump(FileHead head) {
        return head.hasPaths("channel_id", "messages");
    }

    /** True for a database of slackdump, which is not read. */
    static boolean isDatabase(FileHead head) {
        return head.text().startsWith("SQLite format 3")
                && head.text().contains("CREATE TABLE MESSAGE")
                && head.text().contains("CREATE TABLE CHUNK");
    }

    /** @throws IOException when the file is damaged from some place on */
    void read() throws IOException {
        FileHead head = FileHead.of(file.path(), file.head());
        if (isDatabase(head)) {
            throw new IOException("a database of slackdump; make an export of it with slackdump convert");
        }
        JsonDocument document = new JsonDocument();
        if (isDump(head)) {
            document.on("channel_id", id -> dumpedChannel = id.text()).on(DUMPED_MESSAGES, this::message);
        } else if (head.hasPaths(DUMPED_MESSAGES + ".ts")) {
            // An answer of Slack's interface, which does not say which channel it is about.
            document.on(DUMPED_MESSAGES, this::message);
        } else {
            document.on(head.hasPaths("ts") ? "" : "[]", this::message);
        }
        document.read(file.open());
    }

    private void message(JsonElement element) {
        new SlackMessages(names, events, this::channel).read(element);
    }

    /** The channel of messages that do not name it themselves. */
    private String channel() {
        if (dumpedChannel.isPresent()) {
            return dumpedChannel.get();
        }
        String[] path = file.path().split("/");
        String name = path[path.length - 1].replaceFirst("\\.json$", "");
        boolean day = name.matches("\\d{4}-\\d{2}-\\d{2}") && path.length > 1;
        String channel = day ? path[path.length - 2] : name;
        return names.channelId(channel).orElseGet(() -> {
            events.assumed(
                    "Channels that the export does not list are named after their files or folders; --channel says"
                            + " otherwise.");
            return channel;
        });
    }
}
