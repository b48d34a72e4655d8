package io.multichat.topology.law.model;

import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import io.multichat.events.SessionId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * A notation for the events of a conversation: words separated by spaces, with times in milliseconds since 1970.
 *
 * <pre>
 * 5        a message at 5, called m1, m2 and so on
 * m3@5     the message m3 at 5; m3@5#7 has the publisher's order 7
 * end@5    an explicit end, each a different event; end@5!x has the event id x
 * edit:m3@5, delete:m3@5, react:m3@5, join:m3@5, and with an event id edit:m3@5!x
 * now@5    moves the clock to 5 and ticks; the clock starts at 0
 * </pre>
 */
final class PlainStory {
    private static final Conversation HERE = Conversation.of("irc", "#java");
    private static final Map<String, EventType> TYPES = Map.of(
            "end", EventType.SESSION_ENDED,
            "edit", EventType.MESSAGE_EDITED,
            "delete", EventType.MESSAGE_DELETED,
            "react", EventType.REACTION_ADDED,
            "join", EventType.PARTICIPANT_JOINED);

    private final PlainModel model;
    private long now;
    private int published;
    private int messages;

    private PlainStory(PlainRules rules) {
        this.model = new PlainModel(HERE, rules);
    }

    static PlainModel play(PlainRules rules, String words) {
        PlainStory story = new PlainStory(rules);
        for (String word : words.split(" +")) {
            if (word.startsWith("now@")) {
                story.now = Long.parseLong(word.substring(4));
                story.model.ticks(story.now);
            } else if (!word.isEmpty()) {
                story.model.arrives(Published.of(story.published++, 0, story.event(word)), story.now);
            }
        }
        return story.model;
    }

    /** The sessions as {@code id 0-10 idle@20}, by start; the id is the name of the message that it was made of. */
    static String sessions(PlainModel model) {
        return model.timeline().sessions().stream()
                .map(each -> name(model, each.id()) + " " + each.startedAt() + "-" + each.lastMessageAt() + " "
                        + model.timeline().closing(each).by().wireName() + "@"
                        + model.timeline().closing(each).at())
                .collect(Collectors.joining(", "));
    }

    /** The name of the message that a session id was made from: the first one accepted with its time. */
    static String name(PlainModel model, SessionId id) {
        return model.outcome().accepted().stream()
                .map(each -> each.published().event())
                .filter(event -> event.type() == EventType.MESSAGE_CREATED)
                .filter(event -> SessionId.of(event.at(), HERE.hash()).equals(id))
                .map(event -> event.messageId().orElseThrow())
                .findFirst()
                .orElse("");
    }

    private ChatEvent event(String word) {
        String[] what = word.matches("\\d+") ? new String[] {"m" + ++messages, word} : word.split("@");
        String[] subject = what[0].split(":");
        EventType type = TYPES.getOrDefault(subject[0], EventType.MESSAGE_CREATED);
        String[] at = what[1].split("[#!]");
        boolean ordered = what[1].contains("#");
        boolean named = what[1].contains("!");
        boolean end = type == EventType.SESSION_ENDED;
        String eventId = named ? at[1] : "event " + published;
        return new ChatEvent(
                type,
                HERE,
                end ? Optional.empty() : Optional.of(subject[subject.length - 1]),
                end ? Optional.empty() : Optional.of(Sender.user("ada")),
                Long.parseLong(at[0]),
                ordered ? OptionalLong.of(Long.parseLong(at[1])) : OptionalLong.empty(),
                Optional.of(eventId),
                Content.ofText("é"));
    }
}
