package io.multichat.formats.write;

import io.multichat.events.ChatEvent;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The reactions to a message that were not removed. */
public final class ShownReactions {
    private ShownReactions() {}

    /** The senders by emoji, both in the order in which they first reacted. */
    public static Map<String, List<Sender>> of(ExportedMessage message) {
        Map<String, Map<String, Sender>> byEmoji = new LinkedHashMap<>();
        for (ExportedEvent reaction : message.reactions()) {
            ChatEvent event = reaction.event();
            Sender sender = event.sender().orElseThrow();
            Map<String, Sender> senders =
                    byEmoji.computeIfAbsent(event.content().emoji().orElse(""), emoji -> new LinkedHashMap<>());
            if (event.type() == EventType.REACTION_ADDED) {
                senders.put(sender.id(), sender);
            } else {
                senders.remove(sender.id());
            }
        }
        Map<String, List<Sender>> shown = new LinkedHashMap<>();
        byEmoji.forEach((emoji, senders) -> {
            if (!senders.isEmpty()) {
                shown.put(emoji, new ArrayList<>(senders.values()));
            }
        });
        return shown;
    }
}
