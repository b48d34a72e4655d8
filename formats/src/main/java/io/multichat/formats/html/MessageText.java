package io.multichat.formats.html;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a message as HTML: blocks of code, code, links to web pages, and everything else as it is. */
final class MessageText {
    private static final Pattern MARKS = Pattern.compile(
            "```[^\\n`]{0,40}\\n(?<block>.*?)\\n?```\\n?|`(?<code>[^`\\n]+)`|(?<link>https?://[^\\s<>\"'`]+)",
            Pattern.DOTALL);
    /** What stands behind a link and belongs to the sentence. */
    private static final String PUNCTUATION = ".,;:!?)]}";

    private MessageText() {}

    /** The text as HTML. */
    static String html(String text) {
        StringBuilder html = new StringBuilder(text.length() + 16);
        Matcher mark = MARKS.matcher(text);
        int from = 0;
        while (mark.find()) {
            html.append(PageText.escaped(text.substring(from, mark.start())));
            from = mark.end();
            if (mark.group("block") != null) {
                html.append("<pre class=\"code\" dir=\"ltr\">")
                        .append(PageText.escaped(mark.group("block")))
                        .append("</pre>");
            } else if (mark.group("code") != null) {
                html.append("<code dir=\"ltr\">")
                        .append(PageText.escaped(mark.group("code")))
                        .append("</code>");
            } else {
                String url = withoutPunctuation(mark.group("link"));
                from = mark.start() + url.length();
                html.append(link(url, PageText.escaped(url)));
            }
        }
        return html.append(PageText.escaped(text.substring(from))).toString();
    }

    private static String withoutPunctuation(String link) {
        int end = link.length();
        while (PUNCTUATION.indexOf(link.charAt(end - 1)) >= 0) {
            end--;
        }
        return link.substring(0, end);
    }

    /** A link to a web page. */
    static String link(String url, String html) {
        return "<a class=\"web\" rel=\"noopener noreferrer nofollow\" dir=\"ltr\" href=\"" + PageText.escaped(url)
                + "\">" + html + "</a>";
    }
}
