package io.multichat.formats.irc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lines that a client wrote itself: joins, leaves, changes of nicks, and others. */
final class IrcEvent {
    /** The user's address, which most programs write after the nick. */
    private static final String ADDRESS = "(?:[\\[(][^\\])]*[\\])] +|<[^\\s<>]+@[^\\s<>]+> +)?";

    private static final Map<IrcBody.Kind, Pattern> EVENTS = new LinkedHashMap<>();

    static {
        EVENTS.put(
                IrcBody.Kind.JOINED,
                Pattern.compile("Joins: (?<verb>\\S+).*|(?<nick>\\S+) +" + ADDRESS
                        + "(?:has joined|joined)(?: \\S+)?(?: channel)?\\.?\\s*"));
        EVENTS.put(
                IrcBody.Kind.LEFT,
                Pattern.compile("(?:Quits|Parts): (?<verb>\\S+).*|(?<nick>\\S+) +" + ADDRESS
                        + "(?:has quit|has left|left|quit|Quit)\\b.*"));
        EVENTS.put(
                IrcBody.Kind.RENAMED,
                Pattern.compile("Nick change: (?<verb>\\S+) -> .*|(?<nick>\\S+) +(?:is )?now known as \\S+.*"));
    }

    /** The sign by which clients mark their own lines. HexChat separates it by a tab, unlike an action; eggdrop has no sign. */
    private static final Pattern CLIENT = Pattern.compile(
            "(?:\\s?(?:\\*\\*\\*|===|-!-|-->|<--|<-|->)\\s*|\\*\\t|(?=Joins: |Quits: |Parts: |Nick change: "
                    + "|\\S+ \\([^\\s()]+@[^\\s()]+\\) (?:joined|left) |[#&]\\S*: mode change |\\S+ kicked from [#&]))(?<rest>.*)",
            Pattern.DOTALL);

    /** BotBot and mIRC write events as actions; only these words, or an address after the nick, are not an action. */
    private static final Pattern BOT = Pattern.compile(
            "\\S+ (?:joined the channel|(?:has )?left the channel|has joined|has left|has quit|is now known as \\S+)"
                    + "|\\S+ \\([^\\s()]+@[^\\s()]+\\) (?:has joined|has left|Quit)\\b.*"
                    + "|(?:Joins|Parts|Quits): \\S+ \\(.*|Now talking (?:in|on) [#&].*|\\S+ sets mode: [+-].*"
                    + "|\\S+ was kicked by \\S+ \\(.*");

    private IrcEvent() {}

    /** A line with the sign of a client; empty if it has none. */
    static Optional<IrcBody> ofClient(String body) {
        Matcher client = CLIENT.matcher(body);
        return client.matches() ? Optional.of(of(client.group("rest"))) : Optional.empty();
    }

    /** An action that is an event; empty if it is what a user wrote. */
    static Optional<IrcBody> ofBot(String action) {
        return BOT.matcher(action).matches() ? Optional.of(of(action)) : Optional.empty();
    }

    /** What a client's line without its sign says. */
    static IrcBody of(String rest) {
        for (Map.Entry<IrcBody.Kind, Pattern> event : EVENTS.entrySet()) {
            Matcher matcher = event.getValue().matcher(rest);
            if (matcher.matches()) {
                String nick = Optional.ofNullable(matcher.group("verb")).orElseGet(() -> matcher.group("nick"));
                return new IrcBody(event.getKey(), Optional.of(nick), rest.strip());
            }
        }
        return new IrcBody(IrcBody.Kind.NOTICE, Optional.empty(), rest.strip());
    }
}
