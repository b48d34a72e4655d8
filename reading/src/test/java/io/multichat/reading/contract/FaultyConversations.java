package io.multichat.reading.contract;

import io.multichat.events.SessionSnapshot;
import io.multichat.reading.ConversationCursor;
import io.multichat.reading.ConversationPage;
import io.multichat.reading.ConversationReader;
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
