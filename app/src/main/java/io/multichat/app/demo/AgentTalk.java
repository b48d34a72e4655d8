package io.multichat.app.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/**
 * A person asks, a model calls a tool, the tool answers, and the model explains. After a few questions a new conversation
 * begins.
 */
final class AgentTalk implements Talk {
    private static final int STEPS = 4;
    private static final int QUESTIONS_PER_RUN = 5;

    private static final Sender PERSON = new Sender("dana", Optional.of("Dana"), Sender.Role.USER);
    private static final Sender MODEL = new Sender("helper-1", Optional.of("Helper"), Sender.Role.ASSISTANT);
    private static final Sender TOOL = new Sender("orders", Optional.empty(), Sender.Role.TOOL);
    private static final List<String> QUESTIONS = List.of(
            "Where is order 20431?",
            "Can I still change the address of my order?",
            "Which of the two lamps fits an E14 bulb?",
            "Please cancel the second item, keep the first.",
            "How long do I have to return the chair?");
    private static final List<String> ANSWERS = List.of(
            "It left the warehouse this morning and should arrive by noon tomorrow.",
            "Yes, until tonight. I have updated the address; you will get an email to confirm it.",
            "The smaller one. The tall lamp needs E27.",
            "Done: one item cancelled, €18.90 refunded to your card.",
            "Thirty days from delivery. We will send you a return label.");

    private final Random random;
    private final DemoIds ids;
    private int step;
    private int topic;

    AgentTalk(Random random, DemoIds ids) {
        this.random = random;
        this.ids = ids;
    }

    @Override
    public ChatEvent next(Instant at) {
        int now = step % STEPS;
        if (now == 0) {
            topic = random.nextInt(QUESTIONS.size());
        }
        int run = step / (STEPS * QUESTIONS_PER_RUN) + 1;
        step++;
        Conversation conversation = Conversation.of("agents", "shop-assistant", "run-" + run);
        return switch (now) {
            case 0 -> event(conversation, PERSON, at, Content.ofText(QUESTIONS.get(topic)));
            case 1 -> event(conversation, MODEL, at, call("tool_call", "lookup_order"));
            case 2 -> event(conversation, TOOL, at, call("tool_result", "lookup_order"));
            default -> event(conversation, MODEL, at, Content.ofText(ANSWERS.get(topic)));
        };
    }

    private ChatEvent event(Conversation conversation, Sender sender, Instant at, Content content) {
        return new ChatEvent(
                EventType.MESSAGE_CREATED,
                conversation,
                Optional.of(ids.next()),
                Optional.of(sender),
                at.toEpochMilli(),
                OptionalLong.empty(),
                Optional.empty(),
                content);
    }

    private Content call(String type, String name) {
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        parts.addObject().put("type", type).put("name", name).put("order", 20_000 + random.nextInt(1_000));
        return Content.of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(parts), Optional.empty());
    }
}
