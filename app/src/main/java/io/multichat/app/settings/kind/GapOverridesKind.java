package io.multichat.app.settings.kind;

import io.multichat.topology.settings.GapOverride;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Patterns of conversation keys with their gaps: {@code irc/*=1h,slack/general=10m}. */
public record GapOverridesKind() implements ValueKind<List<GapOverride>> {
    // The characters of a percent-encoded key, and the asterisk.
    private static final Pattern GLOB = Pattern.compile("[A-Za-z0-9._~%/*-]{1,512}");
    private static final DurationKind GAP = DurationKind.between("1ms", "3650d");

    @Override
    public List<GapOverride> parse(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",", -1))
                        .map(GapOverridesKind::override)
                        .toList();
    }

    @Override
    public String rule() {
        return "empty, or a comma-separated list such as irc/*=1h,slack/general=10m, where each gap is " + GAP.rule();
    }

    private static GapOverride override(String text) {
        String[] parts = text.strip().split("=", -1);
        if (parts.length != 2 || !GLOB.matcher(parts[0]).matches()) {
            throw new IllegalArgumentException("not a pattern and a gap");
        }
        Duration gap = GAP.parse(parts[1]);
        return new GapOverride(parts[0], gap);
    }
}
