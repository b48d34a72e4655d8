package io.multichat.formats.mattermost;

import io.multichat.formats.ChatFile;
import io.multichat.formats.FileFormat;
import io.multichat.formats.FileHead;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.found.JsonLines;
import java.io.IOException;
import java.util.regex.Pattern;

/** The bulk export of Mattermost, or a part of it. */
public final class MattermostFormat implements FileFormat {
    static final String NAME = "mattermost";

    private static final Pattern VERSION = Pattern.compile("\\s*\\{\\s*\"type\"\\s*:\\s*\"version\"\\s*,");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognizes(FileHead head) {
        return (head.hasPaths("version") && VERSION.matcher(head.text()).lookingAt())
                || head.hasPaths("type", "post.channel", "post.user", "post.create_at")
                || head.hasPaths("type", "direct_post.channel_members", "direct_post.create_at");
    }

    @Override
    public void readFile(ChatFile file, FoundEvents events) throws IOException {
        JsonLines.read(file, events, new MattermostPosts(events)::read);
    }
}
