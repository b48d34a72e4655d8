package io.multichat.formats.chatgpt;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.Conversation;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.FoundMessage;
import io.multichat.formats.RefusedException;
import io.multichat.formats.json.JsonFields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Turns one conversation into events: all of its branches. */
final class ChatGptConversation {
    private final FoundEvents events;
    private final EventPlace place;
    private final Conversation conversation;
    private final Map<String, String> messageIds = new HashMap<>();

    ChatGptConversation(FoundEvents events, EventPlace place, Conversation conversation) {
        this.events = events;
        this.place = place;
        this.conversation = conversation;
    }

    void read(JsonNode fields) {
        TurnTree tree = new TurnTree(fields.path("mapping"));
        Set<String> shown = tree.shown(JsonFields.text(fields, "current_node"));
        List<String> order = tree.inOrder();
        int unreachable = tree.size() - order.size();
        if (unreachable > 0) {
            events.refused(place, unreachable + " turns follow each other in a circle");
        }
        Map<String, Long> times = times(tree, order, JsonFields.seconds(fields, "create_time"));
        for (String node : order) {
            Optional<String> replyTo = Optional.ofNullable(messageIds.get(tree.parent(node)));
            JsonNode message = tree.node(node).path("message");
            // Turns without a message are passed over by those below them.
            replyTo.ifPresent(id -> messageIds.put(node, id));
            if (message.isObject()) {
                ChatGptTurn turn = ChatGptTurn.of(node, message);
                events.at(place, () -> pass(turn, times.get(node), replyTo, shown.contains(node)));
                messageIds.put(node, turn.id());
            }
        }
    }

    private void pass(ChatGptTurn turn, Long at, Optional<String> replyTo, boolean shown) {
        if (at == null) {
            throw new RefusedException("neither the conversation nor a turn has a create_time");
        }
        events.message(
                place,
                new FoundMessage(
                        conversation, Optional.of(turn.id()), turn.sender(), at, turn.content(replyTo, shown)));
    }

    /** The times of all nodes: their own, else that of the next one, else that of the conversation. */
    private Map<String, Long> times(TurnTree tree, List<String> order, OptionalLong created) {
        Map<String, Long> times = new HashMap<>();
        OptionalLong next = created;
        for (int i = order.size() - 1; i >= 0; i--) {
            String node = order.get(i);
            JsonNode message = tree.node(node).path("message");
            OptionalLong own = ChatGptTurn.of(node, message).at();
            next = own.isPresent() ? own : next;
            if (own.isEmpty() && message.isObject()) {
                events.assumed("Turns without a time are given the time of the turn after them.");
            }
            next.ifPresent(at -> times.put(node, at));
        }
        return times;
    }
}
