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
    /** No script, no network: even markup that escaped the escaping could do nothing. */
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="und">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <title>%s</title>
            <style>
            :root { --bg: #fff; --fg: #1c1e21; --dim: #5c636b; --line: #d9dde2; --mark: #fff4c2; --link: #0b57b0 }
            @media (prefers-color-scheme: dark) {
              :root { --bg: #16181b; --fg: #e4e6e9; --dim: #a0a7b0; --line: #34393f; --mark: #3d3716; --link: #8ab8f5 }
            }
            body { margin: 0 auto; max-width: 50rem; padding: 1rem; background: var(--bg); color: var(--fg);
              font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
            h1 { font-size: 1.3rem }
            a { color: var(--link) }
            ol { list-style: none; padding: 0 }
            article { padding: .3rem .5rem; border-top: 1px solid var(--line) }
            article:target { background: var(--mark) }
            header b { margin-inline-end: .5rem }
            time, .note, .event { color: var(--dim); font-size: .85rem }
            .text { margin: .2rem 0; white-space: pre-wrap; text-align: start }
            table { border-collapse: collapse; width: 100%%; font-size: .9rem }
            th, td { padding: .3rem .5rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top }
            nav { margin: 1rem 0 }
            </style>
            </head>
            <body>
            """;

    private PageText() {}

    /** The beginning of a page. */
    static String head(String title) {
        return String.format(Locale.ROOT, HEAD, escaped(title));
    }

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
