package io.multichat.formats.irc;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a log line says after its time.
 *
 * @param kind what it is
 * @param nick whom it is about; empty if the line does not say
 * @param text the text, without nick and signs
 */
record IrcBody(Kind kind, Optional<String> nick, String text) {
    /** What a log line can be. */
    enum Kind {
        MESSAGE,
        ACTION,
        JOINED,
        LEFT,
        RENAMED,
        NOTICE
    }

    /** A mode sign before a nick; irssi writes a blank instead of none. */
    private static final String SIGN = "[ @+%&~!]?";

    /** {@code <nick> text}, {@code <@nick!user@host> +text}, {@code <nick>TAB text}. */
    private static final Pattern MESSAGE = Pattern.compile(
            "\\s?<" + SIGN + "(?<nick>[^\\s<>!][^<>!\\t]*?) ?(?<mask>![^>]*)?>(?:[ \\t](?<text>.*))?", Pattern.DOTALL);

    /** {@code * nick text}, {@code Action: nick text}, {@code *nick TAB text}. */
    private static final Pattern ACTION = Pattern.compile(
            "\\s?(?:\\*|Action:)(?: " + SIGN + "(?<nick>[^\\s*]+)(?: (?<text>.*))?|(?<nick2>[^\\s*]+) \\t(?<text2>.*))",
            Pattern.DOTALL);

    /** {@code -nick- text}, {@code -nick:#channel- text}, {@code >nick< text}. */
    private static final Pattern NOTICE = Pattern.compile(
            "\\s?(?:-(?<nick>[^\\s:-][^\\s:]*?)(?::\\S+?)?-|>(?<receiver>\\S+)<)\\s(?<text>.*)", Pattern.DOTALL);

    /** WeeChat's columns: {@code nick TAB text}, {@code  * TAB nick text}, {@code -- TAB notice}. */
    private static final Pattern COLUMNS = Pattern.compile(
            "(?: ?" + SIGN + "(?<nick>[^\\s*<>=-][^\\s<>]*)|(?<sign> ?\\*|--|=!=|))\\t(?<text>.*)", Pattern.DOTALL);

    /** What a line says; empty if it is not a line of a log. */
    static Optional<IrcBody> of(String body) {
        Matcher message = MESSAGE.matcher(body);
        if (message.matches()) {
            return Optional.of(new IrcBody(Kind.MESSAGE, Optional.of(message.group("nick")), text(message)));
        }
        return IrcEvent.ofClient(body)
                .or(() -> notice(body))
                .or(() -> action(body))
                .or(() -> columns(body));
    }

    private static String text(Matcher message) {
        String text = Optional.ofNullable(message.group("text")).orElse("");
        // dircproxy marks who has identified to the server.
        boolean marked = message.group("mask") != null && (text.startsWith("+") || text.startsWith("-"));
        return marked ? text.substring(1) : text;
    }

    private static Optional<IrcBody> notice(String body) {
        Matcher notice = NOTICE.matcher(body);
        return notice.matches()
                ? Optional.of(new IrcBody(Kind.NOTICE, Optional.ofNullable(notice.group("nick")), notice.group("text")))
                : Optional.empty();
    }

    private static Optional<IrcBody> action(String body) {
        Matcher action = ACTION.matcher(body);
        if (!action.matches()) {
            return Optional.empty();
        }
        Optional<IrcBody> event =
                IrcEvent.ofBot(body.strip().replaceFirst("^(?:\\*|Action:)", "").strip());
        return event.isPresent()
                ? event
                : Optional.of(new IrcBody(
                        Kind.ACTION,
                        Optional.ofNullable(action.group("nick")).or(() -> Optional.of(action.group("nick2"))),
                        Optional.ofNullable(action.group("text"))
                                .or(() -> Optional.ofNullable(action.group("text2")))
                                .orElse("")));
    }

    private static Optional<IrcBody> columns(String body) {
        Matcher columns = COLUMNS.matcher(body);
        if (!columns.matches()) {
            return Optional.empty();
        }
        String text = columns.group("text");
        if (columns.group("nick") != null) {
            return Optional.of(new IrcBody(Kind.MESSAGE, Optional.of(columns.group("nick")), text));
        }
        return columns.group("sign").strip().equals("*") ? action("* " + text) : Optional.of(IrcEvent.of(text));
    }
}
