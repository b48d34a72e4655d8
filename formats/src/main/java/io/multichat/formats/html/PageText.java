package io.multichat.formats.html;

import io.multichat.events.text.Rfc3339;
import io.multichat.formats.write.FilePart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parts of pages. Text from chats stays text: every character that could be markup is escaped. */
final class PageText {
    private PageText() {}

    /** Text as HTML, also inside a quoted attribute. */
    static String escaped(String text) {
        StringBuilder html = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            switch (next) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(isAllowed(next) ? next : '\uFFFD');
            }
        }
        return html.toString();
    }

    /** A name, which may be written in any direction. */
    static String name(String name) {
        return "<bdi>" + escaped(name) + "</bdi>";
    }

    /** A time, to the second; its title has the rest. */
    static String time(long at) {
        String utc = Rfc3339.format(at);
        return "<time datetime=\"" + utc + "\" title=\"" + utc + "\">" + utc.substring(0, 10) + " "
                + utc.substring(11, 19) + "</time>";
    }

    /** A time of day, to the minute; its title has the rest. */
    static String clock(long at) {
        String utc = Rfc3339.format(at);
        return "<time datetime=\"" + utc + "\" title=\"" + utc + "\">" + utc.substring(11, 16) + "</time>";
    }

    /** A link from one page of an export to another. */
    static String link(String from, String to, String text) {
        String up = "../".repeat((int) from.chars().filter(c -> c == '/').count());
        String target = Stream.of(to.split("/")).map(PageText::encoded).collect(Collectors.joining("/"));
        return "<a href=\"" + up + target + "\">" + text + "</a>";
    }

    /** The path of a page. */
    static String path(String path, int part) {
        return FilePart.name(path, part) + "." + HtmlFormat.NAME;
    }

    /** Links to other pages, of which some may be empty. */
    static String navigation(List<String> links) {
        String present = links.stream().filter(link -> !link.isEmpty()).collect(Collectors.joining(" · "));
        return present.isEmpty() ? "" : "<nav>" + present + "</nav>\n";
    }

    /** A value for an id or a fragment. */
    static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte next : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = next > 0 && (Character.isLetterOrDigit(next) || "-._".indexOf(next) >= 0);
            encoded.append(plain ? String.valueOf((char) next) : String.format(Locale.ROOT, "%%%02X", next));
        }
        return encoded.toString();
    }

    private static boolean isAllowed(char next) {
        return !Character.isISOControl(next) || "\n\t\r".indexOf(next) >= 0;
    }
}
