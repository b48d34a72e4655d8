package io.multichat.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** A part of the report: what was done, tables, and how the figures compare with the targets. */
public final class Section {
    private final List<String> lines = new ArrayList<>();

    public Section(String title) {
        lines.add("## " + title);
    }

    public Section paragraph(String text) {
        lines.add("");
        lines.add(text);
        return this;
    }

    public Section table(Table table) {
        lines.add("");
        lines.addAll(table.lines());
        return this;
    }

    /** A line of a list that stands by itself. */
    public Section targets(List<Target> targets) {
        lines.add("");
        targets.forEach(target -> lines.add("- " + target.line()));
        return this;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** The section as it stands in the report. */
    public String text() {
        return String.join("\n", lines) + "\n";
    }
}
