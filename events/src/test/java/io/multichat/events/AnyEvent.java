package io.multichat.events;

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
                        content));
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
