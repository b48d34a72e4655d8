package io.multichat.server.context;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The messages of a context: the newest ones that fit, without a gap, cut where no tool result is separated from its call. A result
 * whose call is not among the messages given is a message like any other.
 *
 * @param messages the messages, oldest first
 * @param tokens their estimated number of tokens
 * @param hasBefore true if there are older messages
 */
public record ContextSelection(List<ContextMessage> messages, long tokens, boolean hasBefore) {
    /**
     * Selects messages.
     *
     * @param newest the newest messages, newest first; more than fit, so that calls are among them
     * @param hasOlder true if the conversation has messages before them
     */
    public static ContextSelection of(List<ContextMessage> newest, boolean hasOlder, ContextLimits limits) {
        List<ContextMessage> system = limits.keepsSystem() ? system(newest, limits) : List.of();
        int cut = cut(newest, limits, system);
        List<ContextMessage> selected = new ArrayList<>(newest.subList(0, cut));
        system.stream().filter(message -> newest.indexOf(message) >= cut).forEach(selected::add);
        Collections.reverse(selected);
        long tokens = selected.stream().mapToLong(limits::tokens).sum();
        return new ContextSelection(List.copyOf(selected), tokens, hasOlder || cut < newest.size());
    }

    /** The newest system messages that fit, newest first. */
    private static List<ContextMessage> system(List<ContextMessage> newest, ContextLimits limits) {
        List<ContextMessage> system = new ArrayList<>();
        long tokens = limits.tokens();
        for (ContextMessage message : newest) {
            if (message.isSystem() && system.size() < limits.messages() && tokens >= limits.tokens(message)) {
                system.add(message);
                tokens -= limits.tokens(message);
            }
        }
        return system;
    }

    /** The number of newest messages that fit together with the system messages. */
    private static int cut(List<ContextMessage> newest, ContextLimits limits, List<ContextMessage> system) {
        Set<String> calls = new HashSet<>();
        newest.forEach(message -> message.parts().stream()
                .filter(ContextMessage.ToolPart::isCall)
                .forEach(part -> calls.add(part.key())));
        long tokens =
                limits.tokens() - system.stream().mapToLong(limits::tokens).sum();
        int messages = limits.messages() - system.size();
        Set<String> open = new HashSet<>();
        int cut = 0;
        for (int i = 0; i < newest.size(); i++) {
            ContextMessage message = newest.get(i);
            boolean isCounted = system.contains(message);
            tokens -= isCounted ? 0 : limits.tokens(message);
            messages -= isCounted ? 0 : 1;
            if (tokens < 0 || messages < 0) {
                break;
            }
            follow(message, calls, open);
            cut = open.isEmpty() ? i + 1 : cut;
        }
        return cut;
    }

    /** Updates the keys of results whose call is older. Of one message, the calls come before the results. */
    private static void follow(ContextMessage message, Set<String> calls, Set<String> open) {
        message.parts().stream()
                .filter(part -> !part.isCall() && calls.contains(part.key()))
                .forEach(part -> open.add(part.key()));
        message.parts().stream().filter(ContextMessage.ToolPart::isCall).forEach(part -> open.remove(part.key()));
    }
}
