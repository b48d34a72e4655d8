package io.multichat.formats.write;

import io.multichat.events.Conversation;

/** Names channels in exports that know only one platform. */
public final class ChannelFolder {
    /** The platform whose exports have a folder for each channel. */
    public static final String SLACK = "slack";

    private ChannelFolder() {}

    /**
     * The name of a channel with its threads, unique among all platforms.
     *
     * @param home the platform of the format, whose channels keep their names
     */
    public static String id(Conversation conversation, String home) {
        return conversation.platform().equals(home)
                ? conversation.channel()
                : conversation.platform() + " " + conversation.channel();
    }
}
