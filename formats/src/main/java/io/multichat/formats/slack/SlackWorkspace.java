package io.multichat.formats.slack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.Conversation;
import io.multichat.events.Sender;
import io.multichat.formats.write.ChannelFolder;
import io.multichat.formats.write.ExportContents;
import io.multichat.formats.write.ExportFormat;
import io.multichat.formats.write.FileLayout;
import io.multichat.formats.write.FileStart;
import io.multichat.formats.write.JsonFile;
import io.multichat.formats.write.ListFiles;
import io.multichat.formats.write.SessionWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;

/**
 * The export of a workspace: {@code users.json}, {@code channels.json}, and a folder for each channel with a file for each day.
 * Replies are in the days on which they were sent, beside the messages of the channel.
 */
public final class SlackWorkspace implements ExportFormat {
    @Override
    public String name() {
        return SlackMessages.PLATFORM;
    }

    @Override
    public FileLayout layout() {
        return new FileLayout(FileLayout.Order.CHANNEL_DAYS, "{channel}/{date}", "json", FileLayout.Kind.FIXED, 0);
    }

    @Override
    public SessionWriter open(OutputStream output, FileStart start) throws IOException {
        return new SlackWriter(output, start.contents().orElseThrow());
    }

    @Override
    public void writeLists(ExportContents contents, ListFiles files) throws IOException {
        files.create("users.json", output -> {
            JsonFile file = new JsonFile(output);
            String before = "[\n";
            for (Sender sender : contents.senders()) {
                file.raw(before);
                file.tree(user(sender));
                before = ",\n";
            }
            file.raw(before.equals("[\n") ? "[]\n" : "\n]\n");
        });
        files.create("channels.json", output -> {
            JsonFile file = new JsonFile(output);
            String before = "[\n";
            for (Map.Entry<String, String> channel : channels(contents).entrySet()) {
                file.raw(before);
                file.tree(JsonNodeFactory.instance
                        .objectNode()
                        .put("id", channel.getKey())
                        .put("name", channel.getValue())
                        .put("is_archived", false)
                        .set("members", JsonNodeFactory.instance.arrayNode()));
                before = ",\n";
            }
            file.raw(before.equals("[\n") ? "[]\n" : "\n]\n");
        });
    }

    /** The names of folders by the ids of channels. */
    private static Map<String, String> channels(ExportContents contents) throws IOException {
        Map<String, String> channels = new TreeMap<>();
        for (Conversation conversation : contents.conversations()) {
            String id = ChannelFolder.id(conversation, SlackMessages.PLATFORM);
            channels.put(id, contents.folder(conversation));
        }
        return channels;
    }

    private static ObjectNode user(Sender sender) {
        String name = sender.name().orElse(sender.id());
        ObjectNode user = JsonNodeFactory.instance
                .objectNode()
                .put("id", sender.id())
                .put("name", name)
                .put("real_name", name)
                .put("deleted", false)
                .put("is_bot", sender.role() != Sender.Role.USER);
        user.putObject("profile").put("display_name", name).put("real_name", name);
        return user;
    }
}
