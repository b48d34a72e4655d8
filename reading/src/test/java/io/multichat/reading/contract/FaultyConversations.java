package io.multichat.reading.contract;

import io.multichat.events.Conversation;
import io.multichat.events.MessagePosition;
import io.multichat.events.SessionSnapshot;
import io.multichat.reading.ConversationCursor;
import io.multichat.reading.ConversationMessages;
import io.multichat.reading.ConversationPage;
import io.multichat.reading.ConversationReader;
import io.multichat.reading.PageRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A reader of conversations with one fault.
 *
 * @param correct a reader without faults
 * @param fault the fault
 */
record FaultyConversations(ConversationReader correct, Fault fault) implements ConversationReader {
    @Override
    public Optional<ConversationPage> conversations(
            Optional<String> platform, Optional<ConversationCursor> after, int limit) {
        Optional<String> applied = fault == Fault.IGNORES_THE_PLATFORM_OF_CONVERSATIONS ? Optional.empty() : platform;
        Optional<ConversationCursor> position =
                fault == Fault.REPEATS_THE_FIRST_CONVERSATIONS ? Optional.empty() : after;
        return correct.conversations(applied, position, limit).map(this::spoil);
    }

    @Override
    public Optional<ConversationMessages> messages(Conversation conversation, PageRequest request) {
        return correct.messages(conversation, request).map(answer -> switch (fault) {
            case LOSES_A_MESSAGE_OF_A_CONVERSATION ->
                new ConversationMessages(Fault.LOSES_A_MESSAGE_OF_A_PAGE.spoil(answer.page()), answer.sessions());
            case NAMES_NO_SESSIONS -> new ConversationMessages(answer.page(), List.of());
            default -> answer;
        });
    }

    @Override
    public Optional<MessagePosition> position(Conversation conversation, String messageId) {
        return fault == Fault.LOSES_POSITIONS_IN_A_CONVERSATION
                ? Optional.empty()
                : correct.position(conversation, messageId);
    }

    @Override
    public boolean holdsAll(Conversation conversation) {
        return correct.holdsAll(conversation);
    }

    private ConversationPage spoil(ConversationPage page) {
        List<SessionSnapshot> spoiled = new ArrayList<>(page.newest());
        switch (fault) {
            case LOSES_A_CONVERSATION -> spoiled.removeIf(session -> spoiled.indexOf(session) > 0);
            case SWAPS_CONVERSATIONS -> Collections.reverse(spoiled);
            default -> {
                return page;
            }
        }
        return new ConversationPage(spoiled, page.next());
    }
}
