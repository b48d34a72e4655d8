package io.multichat.app.command.read;

import io.multichat.app.command.option.ConversationOptions;
import io.multichat.app.command.option.UsageException;
import io.multichat.events.Conversation;
import io.multichat.jobs.client.ServerClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The conversation that the user named. A name such as {@code slack/general/1} may mean a thread or a channel; then the server says which of
 * them exist.
 *
 * @param options what the user gave
 * @param candidates what that may mean, the most likely first
 */
record NamedConversation(ConversationOptions options, List<Conversation> candidates) {
    /** @throws UsageException if the options are wrong; a platform alone is allowed */
    static NamedConversation of(ConversationOptions options) {
        return new NamedConversation(options, options.platformAlone().isPresent() ? List.of() : options.candidates());
    }

    /**
     * The parameters of a request for it; a platform alone is one, too.
     *
     * @param server says which conversations exist
     * @param threads true if the request may include the threads of a channel
     * @throws UsageException if several conversations have this name
     */
    Map<String, String> parameters(ServerClient server, boolean threads) {
        if (options.platformAlone().isPresent()) {
            return Map.of("platform", options.platformAlone().get());
        }
        List<Conversation> existing = candidates.size() < 2
                ? candidates
                : candidates.stream().filter(each -> exists(server, each)).toList();
        if (existing.size() > 1) {
            String each = existing.stream().map(NamedConversation::option).collect(Collectors.joining(" or "));
            throw new UsageException("--conversation names several conversations; give one of them: " + each);
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        (existing.isEmpty() ? candidates : existing)
                .stream().findFirst().ifPresent(conversation -> parameters.put("conversation", conversation.key()));
        if (threads && options.isChannel()) {
            parameters.put("threads", "true");
        }
        return parameters;
    }

    private static boolean exists(ServerClient server, Conversation conversation) {
        Map<String, String> query = new ServerQuery()
                .with("conversation", conversation.key())
                .with("limit", "1")
                .parameters();
        return !server.get("/v1/sessions", query).path("sessions").isEmpty();
    }

    /** The options that have only this meaning. */
    private static String option(Conversation conversation) {
        String thread =
                conversation.thread().map(name -> " --thread '" + name + "'").orElse("");
        return "--platform '" + conversation.platform() + "' --channel '" + conversation.channel() + "'" + thread;
    }
}
