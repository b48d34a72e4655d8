package io.multichat.formats.markdown;

import java.util.regex.Pattern;

/** Text from chats as Markdown that shows it as it is: no markup in it takes effect, neither Markdown nor HTML. */
final class MarkdownText {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~&!=$]");

    /** Marks of lists at the beginning of a line. */
    private static final Pattern LIST = Pattern.compile("^([-+]|\\d+[.)])");

    private MarkdownText() {}

    /** A text without line breaks. */
    static String line(String text) {
        return escaped(text.replaceAll("\\R", " "));
    }

    /** A text of any number of lines, as a quotation. */
    static String quotation(String text) {
        StringBuilder quoted = new StringBuilder();
        for (String line : text.split("\\R", -1)) {
            // Two blanks at the end of a line keep its line break.
            quoted.append("> ")
                    .append(escaped(line))
                    .append(line.isBlank() ? "" : "  ")
                    .append('\n');
        }
        return quoted.toString();
    }

    /** Blanks at the beginning would be dropped, or make the line a block of code. */
    private static String escaped(String line) {
        String text = line.replaceAll("\\p{Cntrl}", " ");
        if (text.isBlank()) {
            return text;
        }
        int blanks = 0;
        while (text.charAt(blanks) == ' ') {
            blanks++;
        }
        String escaped = SPECIAL.matcher(text.substring(blanks)).replaceAll("\\\\$0");
        return "&nbsp;".repeat(blanks)
                + LIST.matcher(escaped).replaceFirst(mark -> {
                    String sign = mark.group(1);
                    int last = sign.length() - 1;
                    return sign.substring(0, last) + "\\\\" + sign.charAt(last);
                });
    }
}
