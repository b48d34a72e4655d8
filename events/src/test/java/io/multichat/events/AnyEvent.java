package io.multichat.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.erasure.ParticipantHash;
import io.multichat.events.text.Rfc3339;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Events of every type, with any content that the contract allows. */
public final class AnyEvent {
    private static final int ID_CODE_POINTS = ChatEvent.MAX_ID_BYTES / 4;

    private AnyEvent() {}

    public static Arbitrary<ChatEvent> events() {
        return Combinators.combine(
                        Arbitraries.of(EventType.class),
                        AnyText.conversations(),
                        AnyText.notEmpty(ID_CODE_POINTS).optional(),
                        senders().optional(),
                        times(),
                        Arbitraries.longs().optional(),
                        AnyText.notEmpty(ID_CODE_POINTS).optional(),
                        contents())
                .as((type, conversation, messageId, sender, at, order, eventId, content) -> new ChatEvent(
                        type,
                        conversation,
                        type.needsMessageId() ? messageId.or(() -> Optional.of("m")) : messageId,
                        type.needsSender() ? sender.or(() -> Optional.of(Sender.user("u"))) : sender,
                        at,
                        order.map(OptionalLong::of).orElse(OptionalLong.empty()),
                        eventId,
                        type.isCommand() ? command(conversation, at, content) : content));
    }

    private static Content command(Conversation conversation, long at, Content content) {
        ObjectNode parameters = content.attributes()
                .orElseGet(JsonNodeFactory.instance::objectNode)
                .deepCopy();
        parameters.put("session", SessionId.of(at, conversation.hash()).toString());
        parameters.put("participant", ParticipantHash.of(conversation, "ada").hex());
        parameters.put("hold", "hold").put("from", Rfc3339.format(at)).putNull("until");
        return Content.of(content.text(), content.emoji(), content.replyTo(), content.parts(), Optional.of(parameters));
    }

    public static Arbitrary<Long> times() {
        return Arbitraries.longs().between(0, ChatEvent.MAX_TIME);
    }

    private static Arbitrary<Sender> senders() {
        return Combinators.combine(AnyText.notEmpty(40), AnyText.upTo(40).optional(), Arbitraries.of(Sender.Role.class))
                .as(Sender::new);
    }

    private static Arbitrary<Content> contents() {
        return Combinators.combine(
                        AnyText.upTo(200).optional(),
                        AnyText.upTo(10).optional(),
                        AnyText.upTo(40).optional(),
                        AnyTree.parts().optional(0.3),
                        AnyTree.objects().optional(0.3))
                .as(Content::of);
    }
}
