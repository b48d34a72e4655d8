package io.multichat.app.command.print;

import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Colours for a terminal. Only text without control characters may be painted.
 *
 * @param on false where the output is not a terminal; text then stays as it is
 */
public record Paint(boolean on) {
    /** No colours. */
    public static final Paint NONE = new Paint(false);

    /** Set by the launcher if standard output is a terminal and the user does not refuse colours. */
    private static final String COLOURS = "multichat.colours";

    /** Colours if standard output is a terminal, which only the launcher can find out. */
    public static Paint ofOutput() {
        return new Paint(Boolean.getBoolean(COLOURS));
    }

    /** The name of a sender. */
    String name(String text) {
        return with(text, Style.fg_cyan);
    }

    /** What accompanies a message: times, quotes, marks. */
    String aside(String text) {
        return with(text, Style.faint);
    }

    /** A line that separates days or conversations. */
    String heading(String text) {
        return with(text, Style.bold);
    }

    /** A word that was searched for. */
    String found(String text) {
        return with(text, Style.bold, Style.fg_yellow);
    }

    private String with(String text, IStyle... styles) {
        return on && !text.isEmpty() ? Style.on(styles) + text + Style.reset.on() : text;
    }
}
