package io.multichat.server.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The clients of a hub, so arranged that an event is compared only with clients that may want it. Not thread-safe. */
final class Subscribers {
    /** By the only conversation that they follow; the others have an empty key. */
    private final Map<Optional<String>, List<Subscriber>> byConversation = new HashMap<>();

    /** @param from what the client has already */
    private record Subscriber(LiveFilter filter, LiveOutput output, LivePosition from) {
        boolean wants(LiveEvent event) {
            return event.offset() >= from.next().getOrDefault(event.log(), 0L) && filter.accepts(event);
        }
    }

    /**
     * Adds a client.
     *
     * @param from what it has already
     */
    void add(LiveFilter filter, LiveOutput output, LivePosition from) {
        byConversation
                .computeIfAbsent(filter.onlyConversation(), key -> new ArrayList<>())
                .add(new Subscriber(filter, output, from));
    }

    /** The clients that want an event. */
    List<LiveOutput> of(LiveEvent event) {
        return Stream.of(Optional.of(event.conversation()), Optional.<String>empty())
                .flatMap(key -> byConversation.getOrDefault(key, List.of()).stream())
                .filter(subscriber -> subscriber.wants(event))
                .map(Subscriber::output)
                .toList();
    }

    void forEach(Consumer<LiveOutput> each) {
        all().map(Subscriber::output).forEach(each);
    }

    int size() {
        return byConversation.values().stream().mapToInt(Collection::size).sum();
    }

    void removeClosed() {
        byConversation
                .values()
                .forEach(
                        each -> each.removeIf(subscriber -> !subscriber.output().isOpen()));
        byConversation.values().removeIf(List::isEmpty);
    }

    /** From now on, all clients have everything before a position. */
    void beginAt(LivePosition from) {
        byConversation
                .values()
                .forEach(each ->
                        each.replaceAll(subscriber -> new Subscriber(subscriber.filter(), subscriber.output(), from)));
    }

    private Stream<Subscriber> all() {
        return byConversation.values().stream().flatMap(Collection::stream);
    }
}
