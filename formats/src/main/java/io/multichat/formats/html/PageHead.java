package io.multichat.formats.html;

/** The beginning of each page. */
final class PageHead {
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
            <title>""";

    /** What a page that stands alone needs besides the styles of transcripts. */
    private static final String OWN_STYLES = """
            body { max-width: 56rem; margin: 0 auto; padding: 1.5rem 0 3rem; background: var(--surface) }
            h1, .about, nav, .warn { margin: 0 1rem 0.5rem }
            .warn { color: var(--bad) }
            .event { padding: 0.15rem 1rem 0.15rem 4rem; color: var(--dim); font-size: 0.8125rem }
            .continued .time { opacity: 0.55 }
            table { border-collapse: collapse; width: calc(100% - 2rem); margin: 0 1rem; font-variant-numeric: tabular-nums }
            th, td { padding: 0.45rem 0.75rem 0.45rem 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top }
            th { color: var(--dim); font-weight: 400; font-size: 0.8125rem }
            td:first-child { overflow-wrap: anywhere }
            .number { text-align: end }
            """;

    private static final String BODY = "</style>\n</head>\n<body>\n";

    private PageHead() {}

    /** The beginning of a page, until its body. */
    static String html(String title) {
        return HEAD.stripTrailing() + PageText.escaped(title) + "</title>\n<style>\n" + TranscriptStyles.css()
                + OWN_STYLES + BODY;
    }
}
